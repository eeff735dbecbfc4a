public import Casework

/// What the shell knows about the merchant besides the conversation.
public struct Situation: Sendable {
  /// The merchant's record.
  public var record: MerchantRecord
  /// The next free numbers.
  public var counters: Counters
  /// The values that were given to open cases, as they were typed after normalising; erased ones are
  /// missing.
  public var particulars: [CaseID: [Field: String]]
  /// What was written to tickets and not told yet, by ticket and note; erased words are missing.
  public var notes: [TicketID: [String: String]] = [:]
  /// Whether personal values can be kept: without a key no flow begins.
  public var canSeal: Bool
  /// Whether the record outlives the process, so that it is worth noting what could not be answered.
  public var isKept = false
  /// What seeds the lots that are drawn.
  public var seed: UInt64

  /// A situation of these parts.
  public init(
    record: MerchantRecord, counters: Counters = Counters(),
    particulars: [CaseID: [Field: String]] = [:], canSeal: Bool = true, seed: UInt64 = 0
  ) {
    self.record = record
    self.counters = counters
    self.particulars = particulars
    self.canSeal = canSeal
    self.seed = seed
  }
}
