public import Casework
import GRDB
public import Policy
public import Session
import Synchronization

/// The store on disk: one SQLite file, written ahead and synced before an append returns.
///
/// Several processes may have it open. It is never written to once damage was found.
public final class SQLiteStore: EventStore {
  /// True: what is appended outlives the process and a power cut.
  public var isDurable: Bool { true }
  /// Why nothing personal can be sealed or opened (`noKey`); nil when it can. Questions need no key.
  public let keyFault: StoreError?
  /// Whether the key is there and the right one.
  public var canSeal: Bool { keyFault == nil }

  let file: StoreFile
  let queue: DatabaseQueue
  let vault: Vault?
  let licences: LicenceCopies
  private let records = Mutex<[String: MerchantRecord]>([:])
  private let damage = Mutex<StoreError?>(nil)

  /// Opens the store at `path`, and makes it where it is missing. The master key is in `keyFile`, which is
  /// made together with the store; a store that has lost its key opens all the same, see `keyFault`.
  ///
  /// Throws `cannotOpen`, `damaged`, `newer` or `busy`. An older store is copied and then upgraded.
  public convenience init(path: String, keyFile: String) throws(StoreError) {
    try self.init(path: path, keyFile: keyFile, creating: true, migrations: Schema.migrations)
  }

  init(
    path: String, keyFile: String, creating: Bool, migrations: [Migration]
  ) throws(StoreError) {
    file = StoreFile(path: path)
    let newest = migrations.last?.version ?? 0
    try file.prepare(creating: creating, newest: newest)
    let opening = Opening(file: file, keyFile: StoreFile(path: keyFile).path, steps: migrations)
    let (queue, key) = try opening.run()
    self.queue = queue
    licences = LicenceCopies(folder: file.licences)
    switch key {
    case .success(let key): (vault, keyFault) = (Vault(key), nil)
    case .failure(let fault): (vault, keyFault) = (nil, fault)
    }
    try finishForgetting()
  }

  /// Opens the store at `path` only if it is there; `cannotOpen` otherwise.
  public static func existing(path: String, keyFile: String) throws(StoreError) -> SQLiteStore {
    try SQLiteStore(
      path: path, keyFile: keyFile, creating: false, migrations: Schema.migrations)
  }

  // MARK: - The port

  /// The entries of `merchant`'s log after `version`, oldest first.
  public func entries(of merchant: String, after version: Int) throws(StoreError) -> [Entry] {
    try read { try EntryRows.fetch(of: merchant, after: version, $0) }
  }

  /// The entries of everybody's logs after `sequence`, oldest first.
  public func entries(after sequence: Int) throws(StoreError) -> [Entry] {
    try read { try EntryRows.fetch(after: sequence, $0) }
  }

  /// The next free numbers of `day`: one more than the greatest taken.
  public func counters(on day: CivilDate) throws(StoreError) -> Counters {
    try read { db in
      let next = { (table: FoldTable) in
        let row = try Row.fetchOne(
          db, sql: "SELECT coalesce(max(serial), 0) FROM \(table.name) WHERE day = ?",
          arguments: [Serial.day(day)])
        return try (row?.number(0) ?? 0) &+ 1
      }
      return Counters(
        nextCase: try next(.cases), nextOrder: try next(.orders), nextTicket: try next(.tickets))
    }
  }

  /// Appends `batch` whole or not at all, and returns when it is synced to the disk.
  public func append(
    _ batch: Batch, to merchant: String, expecting version: Int
  ) throws(StoreError) -> Receipt {
    let (receipt, record) = try write { db in
      try self.append(batch, to: merchant, expecting: version, db)
    }
    remember(record)
    // The boxes that were erased still stand in the log ahead.
    if !batch.erasures.isEmpty { clearTraces(of: batch, merchant) }
    return receipt
  }

  /// The values sealed under `scope` for `merchant`; those that were erased are missing.
  public func particulars(
    in scope: String, of merchant: String
  ) throws(StoreError) -> [String: String] {
    let vault = try openVault()
    return try read { try vault.values(in: scope, of: merchant, $0) }
  }

  /// Keeps the bytes of a licence file for a case, sealed, under its hash.
  public func keep(_ file: LicenceCopy, of merchant: String) throws(StoreError) {
    let vault = try openVault()
    let sealed = try write { try vault.seal(file, of: merchant, $0) }
    try licences.write(sealed, scope: file.scope, sha256: file.sha256, of: merchant)
  }

  /// Erases everything sealed of `merchant`, the key with it. Once it returned, no trace is left in the
  /// file, unless others held the store: then the next one that opens it clears the rest.
  public func forget(_ merchant: String, at moment: Moment) throws(StoreError) {
    try forget(merchant, at: moment, by: .merchant)
  }

  // MARK: - Records

  /// The merchants that have a log, in order.
  public func merchants() throws(StoreError) -> [String] {
    try read { db in
      try Row.fetchAll(db, sql: "SELECT merchant FROM heads ORDER BY merchant").map {
        try $0.text(0)
      }
    }
  }

  /// All that is on record about `merchant`. Only what was added since it was last asked for is read.
  public func record(of merchant: String) throws(StoreError) -> MerchantRecord {
    let record = try read { try self.record(of: merchant, $0) }
    remember(record)
    return record
  }

  func record(of merchant: String, _ db: Database) throws -> MerchantRecord {
    let known = records.withLock { $0[merchant] } ?? MerchantRecord(merchant: merchant)
    // An older copy may have been put in the file's place.
    let isAhead = try known.version > EntryRows.head(of: merchant, db)
    let start = isAhead ? MerchantRecord(merchant: merchant) : known
    return try EntryRows.fetch(of: merchant, after: start.version, db).reduce(start) {
      $0.applying($1)
    }
  }

  private func remember(_ record: MerchantRecord) {
    records.withLock { records in
      if records.count >= 256, records[record.merchant] == nil { records.removeAll() }
      records[record.merchant] = record
    }
  }

  /// Everything of an append but its end: the caller's transaction makes it durable.
  func append(
    _ batch: Batch, to merchant: String, expecting version: Int, _ db: Database
  ) throws -> (Receipt, MerchantRecord) {
    let old = try record(of: merchant, db)
    guard old.version == version else { throw StoreError.conflict }
    let new: MerchantRecord
    do { new = try old.after(batch.events, at: batch.at, by: batch.actor) } catch {
      throw StoreError.forbidden(error)
    }
    let receipt = try EntryRows.write(batch, to: merchant, at: version, db)
    try FoldRows.write(from: old, to: new, db)
    for erasure in batch.erasures { try Vault.erase(erasure, of: merchant, db) }
    let seals = batch.lastingSeals
    if !seals.isEmpty { try openVault().write(seals, of: merchant, db) }
    if case .operator(let name) = batch.actor {
      for event in batch.events { try Audit.write(event, at: batch.at, by: name, db) }
    }
    return (receipt, new)
  }

  func openVault() throws(StoreError) -> Vault {
    if let vault { return vault }
    throw keyFault ?? .noKey("no key")
  }

  // MARK: - Transactions

  /// Reads one state of the store.
  func read<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
    try guarded { try queue.read(body) }
  }

  /// Runs `body` as the only writer; all of it happens, durably, or nothing.
  func write<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
    try guarded {
      try queue.writeWithoutTransaction { db in
        var value: Value?
        try db.inTransaction(.immediate) {
          value = try body(db)
          return .commit
        }
        guard let value else { throw StoreError.notSaved("nothing was written") }
        return value
      }
    }
  }

  /// Runs statements that must not stand in a transaction.
  func outside(_ body: (Database) throws -> Void) throws(StoreError) {
    try guarded { try queue.writeWithoutTransaction(body) }
  }

  private func guarded<Value>(_ body: () throws -> Value) throws(StoreError) -> Value {
    if let damage = damage.withLock({ $0 }) { throw damage }
    do { return try body() } catch {
      let fault = StoreFault.translate(error)
      if case .damaged = fault { damage.withLock { $0 = fault } }
      throw fault
    }
  }
}
