public import Casework
public import Policy
import Synchronization

/// A store that keeps nothing beyond the process, behind the same port and with the same rules.
public final class MemoryStore: EventStore {
  /// False, unless a script is to be rehearsed as if it were kept.
  public let isDurable: Bool
  /// Always: nothing leaves the process.
  public var canSeal: Bool { true }
  private let shelves = Mutex(Shelves())

  /// An empty store; `isDurable` is what it says of itself.
  public init(isDurable: Bool = false) { self.isDurable = isDurable }

  /// The entries of `merchant`'s log after `version`, oldest first.
  public func entries(of merchant: String, after version: Int) throws(StoreError) -> [Entry] {
    shelves.withLock { shelves in
      let own = shelves.logs[merchant] ?? []
      return own[min(max(0, version), own.count)...].map { shelves.log[$0] }
    }
  }

  /// The entries of everybody's logs after `sequence`, oldest first.
  public func entries(after sequence: Int) throws(StoreError) -> [Entry] {
    shelves.withLock { Array($0.log[min(max(0, sequence), $0.log.count)...]) }
  }

  /// The next free numbers of `day`.
  public func counters(on day: CivilDate) throws(StoreError) -> Counters {
    shelves.withLock { $0.counters[Serial.day(day)] ?? Counters() }
  }

  /// Appends `batch` whole or not at all.
  public func append(
    _ batch: Batch, to merchant: String, expecting version: Int
  ) throws(StoreError) -> Receipt {
    let outcome: Result<Receipt, StoreError> = shelves.withLock { shelves in
      do throws(StoreError) {
        return .success(try shelves.append(batch, to: merchant, expecting: version))
      } catch { return .failure(error) }
    }
    return try outcome.get()
  }

  /// The values under `scope` for `merchant`; those that were erased are missing.
  public func particulars(
    in scope: String, of merchant: String
  ) throws(StoreError) -> [String: String] {
    shelves.withLock { $0.sealed[merchant]?[scope] ?? [:] }
  }

  /// Keeps the bytes of a licence file for a case, under its hash.
  public func keep(_ file: LicenceCopy, of merchant: String) throws(StoreError) {
    shelves.withLock { _ = $0.licences[merchant, default: []].insert(file) }
  }

  /// Erases every value of `merchant`; the log stays and tells that they are gone.
  public func forget(_ merchant: String, at moment: Moment) throws(StoreError) {
    shelves.withLock { $0.forget(merchant, at: moment) }
  }
}

/// What a store in memory holds; each function is one transaction.
private struct Shelves {
  var log: [Entry] = []
  /// Places in `log`, by merchant.
  var logs: [String: [Int]] = [:]
  var records: [String: MerchantRecord] = [:]
  var numbers: Set<String> = []
  var counters: [Int: Counters] = [:]
  var sealed: [String: [String: [String: String]]] = [:]
  var licences: [String: Set<LicenceCopy>] = [:]

  mutating func append(
    _ batch: Batch, to merchant: String, expecting version: Int
  ) throws(StoreError) -> Receipt {
    let record = records[merchant] ?? MerchantRecord(merchant: merchant)
    guard record.version == version else { throw .conflict }
    let fresh = batch.events.compactMap(\.newNumber)
    guard numbers.isDisjoint(with: fresh) else { throw .conflict }
    do {
      records[merchant] = try record.after(batch.events, at: batch.at, by: batch.actor)
    } catch { throw .forbidden(error) }
    write(batch.events, of: merchant, at: batch.at, by: batch.actor, after: version)
    for number in fresh { count(number) }
    for erasure in batch.erasures { erase(erasure, of: merchant) }
    for seal in batch.lastingSeals {
      sealed[merchant, default: [:]][seal.scope, default: [:]][seal.name] = seal.value
    }
    return Receipt(sequence: log.count, version: version + batch.events.count)
  }

  mutating func forget(_ merchant: String, at moment: Moment) {
    sealed[merchant] = nil
    licences[merchant] = nil
    guard let record = records[merchant] else { return }
    let events = record.forgetting(at: moment, by: .merchant)
    guard let next = try? record.after(events, at: moment, by: .merchant) else { return }
    records[merchant] = next
    write(events, of: merchant, at: moment, by: .merchant, after: record.version)
  }

  private mutating func write(
    _ events: [CaseEvent], of merchant: String, at moment: Moment, by actor: Actor,
    after version: Int
  ) {
    for (offset, event) in events.enumerated() {
      logs[merchant, default: []].append(log.count)
      log.append(
        Entry(
          sequence: log.count + 1, version: version + offset + 1, merchant: merchant, at: moment,
          actor: actor, event: event))
    }
  }

  private mutating func count(_ number: String) {
    numbers.insert(number)
    guard let serial = Serial(number) else { return }
    let next = serial.number + 1
    var counters = counters[serial.day] ?? Counters()
    switch number.first {
    case "C": counters.nextCase = max(counters.nextCase, next)
    case "T": counters.nextTicket = max(counters.nextTicket, next)
    case _: counters.nextOrder = max(counters.nextOrder, next)
    }
    self.counters[serial.day] = counters
  }

  private mutating func erase(_ erasure: Batch.Erasure, of merchant: String) {
    if let names = erasure.names {
      for name in names { sealed[merchant]?[erasure.scope]?[name] = nil }
    } else {
      sealed[merchant]?[erasure.scope] = nil
    }
    if erasure.names?.contains(Field.licenceFile.rawValue) ?? true {
      licences[merchant] = licences[merchant]?.filter { $0.scope != erasure.scope }
    }
  }
}
