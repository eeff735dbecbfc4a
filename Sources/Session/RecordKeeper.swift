import Casework
import Dialogue
import Policy

/// One merchant's record as the store has it, read on from where it was read last.
struct RecordKeeper: Sendable {
  private let store: any EventStore
  private(set) var record: MerchantRecord
  /// The last sequence that was made durable by this keeper since `saved` was taken.
  private var sequence: Int?

  init(store: any EventStore, merchant: String) {
    self.store = store
    record = MerchantRecord(merchant: merchant)
  }

  /// Reads what others wrote meanwhile.
  mutating func refresh() throws(StoreError) {
    for entry in try store.entries(of: record.merchant, after: record.version) {
      record = record.applying(entry)
    }
  }

  /// Appends `events` with their sealed values; they are durable when this returns.
  mutating func append(
    _ events: [CaseEvent], _ seals: [Seal] = [], at now: Moment, by actor: Actor
  ) throws(StoreError) {
    guard !events.isEmpty else { return }
    let batch = Batch(events: events, at: now, actor: actor, seals: seals)
    let receipt = try store.append(batch, to: record.merchant, expecting: record.version)
    sequence = receipt.sequence
    do { record = try record.after(events, at: now, by: actor) } catch { throw .forbidden(error) }
  }

  /// Erases the merchant's personal values.
  mutating func forget(at now: Moment) throws(StoreError) {
    try store.forget(record.merchant, at: now)
    let before = record.version
    for entry in try store.entries(of: record.merchant, after: before) {
      record = record.applying(entry)
      sequence = entry.sequence
    }
  }

  /// The sequence that was made durable since this was asked last; nil when nothing was, or when the
  /// store keeps nothing.
  mutating func takeSaved() -> Int? {
    defer { sequence = nil }
    return store.isDurable ? sequence : nil
  }

  /// What a decision needs to know.
  func situation(at now: Moment, seed: UInt64) throws(StoreError) -> Situation {
    var situation = Situation(record: record, seed: seed)
    situation.counters = try store.counters(on: now.shanghaiDate)
    situation.canSeal = store.canSeal
    situation.isKept = store.isDurable
    guard store.canSeal else { return situation }
    for case .ticket(let id, .noted) in record.untold.map(\.event) {
      situation.notes[id] = try store.particulars(in: id.rawValue, of: record.merchant)
    }
    for found in record.cases where !found.isOver(at: now) || found.kind == .bluev {
      var values: [Field: String] = [:]
      for (name, value) in try store.particulars(in: found.id.rawValue, of: record.merchant) {
        if let field = Field(rawValue: name) { values[field] = value }
      }
      situation.particulars[found.id] = values
    }
    return situation
  }
}
