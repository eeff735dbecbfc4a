import Foundation
import GRDB
import Session

/// Opens a store that is known to be no foreign file: settings, upgrade, key.
struct Opening {
  let file: StoreFile
  let keyFile: String
  let steps: [Migration]

  /// How long a writer waits for others, in seconds.
  static let patience = 10.0

  /// The open store, and its key or why it has none.
  func run() throws(StoreError) -> (DatabaseQueue, Result<MasterKey, StoreError>) {
    do {
      let queue = try connect()
      let isUpgraded = try queue.writeWithoutTransaction { db in
        if try isCurrent(db) { return false }
        try upgrade(db)
        return true
      }
      // From now on the file itself tells what it is, not only the log ahead.
      if isUpgraded { _ = try? queue.writeWithoutTransaction { try $0.checkpoint(.truncate) } }
      return (queue, try queue.read { try key($0) })
    } catch {
      let fault = StoreFault.translate(error)
      if case .notSaved(let reason) = fault { throw .cannotOpen("\(file.path): \(reason)") }
      throw fault
    }
  }

  // MARK: - Settings

  private func connect() throws -> DatabaseQueue {
    var settings = Configuration()
    settings.busyMode = .timeout(Opening.patience)
    settings.foreignKeysEnabled = false
    settings.prepareDatabase { db in
      // A stranger's store runs none of its own code; what is deleted is overwritten.
      try db.execute(sql: "PRAGMA trusted_schema = OFF")
      try db.execute(sql: "PRAGMA secure_delete = ON")
      try db.execute(sql: "PRAGMA cell_size_check = ON")
      try db.execute(sql: "PRAGMA temp_store = MEMORY")
      guard try String.fetchOne(db, sql: "PRAGMA journal_mode = WAL") == "wal" else {
        throw StoreError.cannotOpen("the file system cannot write ahead")
      }
      // GRDB's own write-ahead mode says NORMAL: a power cut then loses what was acknowledged.
      try db.execute(sql: "PRAGMA synchronous = FULL")
    }
    // Turning the log ahead on does not wait for others, so that it is tried again.
    let end = Date(timeIntervalSinceNow: Opening.patience)
    while true {
      do { return try DatabaseQueue(path: file.path, configuration: settings) } catch {
        guard StoreFault.translate(error) == .busy, Date() < end else { throw error }
        usleep(5_000)
      }
    }
  }

  // MARK: - Upgrade

  /// Whether the store needs nothing; throws what makes it unusable.
  private func isCurrent(_ db: Database) throws -> Bool {
    let version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
    let program = try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0
    let newest = steps.last?.version ?? 0
    guard version <= newest else {
      throw StoreError.newer(
        "\(file.path) was written by a newer version (\(version), this one knows \(newest))")
    }
    if version == 0 {
      let tables = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_schema") ?? 0
      guard tables == 0 else {
        throw StoreError.damaged("\(file.path) is the database of another program")
      }
      return false
    }
    guard program == Schema.applicationID else {
      throw StoreError.damaged("\(file.path) is the database of another program")
    }
    let mark = try Row.fetchOne(db, sql: "SELECT value FROM meta WHERE name = 'schema'")
    guard try mark?.bytes(0) == Schema.hash(db) else {
      throw StoreError.damaged("\(file.path): its schema was changed")
    }
    return version == newest
  }

  private func upgrade(_ db: Database) throws {
    let found = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
    if found > 0 { try StoreBackup.copy(db, to: file.backup(of: found), replacing: true) }
    try db.inTransaction(.immediate) {
      // Somebody else may have done it while this one waited.
      if try isCurrent(db) { return .commit }
      let version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
      for step in steps where step.version > version {
        for statement in step.statements { try db.execute(sql: statement) }
      }
      if version == 0 { try mark("key", MasterKey.readOrMake(keyFile).mark, db) }
      try mark("schema", Schema.hash(db), db)
      try db.execute(sql: "PRAGMA application_id = \(Schema.applicationID)")
      try db.execute(sql: "PRAGMA user_version = \(steps.last?.version ?? 0)")
      return .commit
    }
  }

  private func mark(_ name: String, _ value: [UInt8], _ db: Database) throws {
    try db.execute(
      sql: """
        INSERT INTO meta(name, value) VALUES (?, ?)
        ON CONFLICT DO UPDATE SET value = excluded.value
        """, arguments: [name, Data(value)])
  }

  // MARK: - Key

  private func key(_ db: Database) throws -> Result<MasterKey, StoreError> {
    let row = try Row.fetchOne(db, sql: "SELECT value FROM meta WHERE name = 'key'")
    let mark = try row?.bytes(0)
    return Result { () throws(StoreError) in
      let key = try MasterKey.read(keyFile)
      guard key.mark == mark else { throw .noKey("\(keyFile) is the key of another store") }
      return key
    }
  }
}
