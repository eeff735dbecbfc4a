public import Casework
public import Policy

/// Keeps the merchants' logs and, sealed beside them, their personal values. A small port, so that
/// another engine can stand behind it.
public protocol EventStore: Sendable {
  /// Whether what is appended outlives the process: only then a record says that it was saved.
  var isDurable: Bool { get }

  /// The entries of `merchant`'s log after `version`, oldest first.
  func entries(of merchant: String, after version: Int) throws(StoreError) -> [Entry]

  /// The entries of everybody's logs after `sequence`, oldest first: a catch-up subscription.
  func entries(after sequence: Int) throws(StoreError) -> [Entry]

  /// The next free numbers of `day`.
  func counters(on day: CivilDate) throws(StoreError) -> Counters

  /// Appends `batch` whole or not at all, if the merchant's log is still at `version`, and returns only
  /// when it is durable. Throws `conflict` when somebody else came first, or when a number is taken, and
  /// `forbidden` when the record does not allow an event. What a batch erases goes before what it seals.
  func append(
    _ batch: Batch, to merchant: String, expecting version: Int
  ) throws(StoreError) -> Receipt

  /// The values sealed under `scope` (a case's or a ticket's number) for `merchant`; those that were
  /// erased are missing.
  func particulars(in scope: String, of merchant: String) throws(StoreError) -> [String: String]

  /// Keeps the bytes of a licence file for a case, sealed, under its hash.
  func keep(_ file: LicenceCopy, of merchant: String) throws(StoreError)

  /// Erases everything sealed of `merchant`, the key with it; the log stays, still folds, and grows by an
  /// `erased` for each case that held values.
  func forget(_ merchant: String, at moment: Moment) throws(StoreError)
}

/// What is appended in one transaction.
public struct Batch: Sendable, Hashable {
  /// The events, in order.
  public var events: [CaseEvent]
  /// When, by the program's clock.
  public var at: Moment
  /// Who.
  public var actor: Actor
  /// The personal values to be sealed with them.
  public var seals: [Seal]

  /// A batch of these parts.
  public init(events: [CaseEvent], at: Moment, actor: Actor, seals: [Seal] = []) {
    self.events = events
    self.at = at
    self.actor = actor
    self.seals = seals
  }
}

/// Where an append ended up.
public struct Receipt: Sendable, Hashable {
  /// The sequence of the last entry in the whole log.
  public let sequence: Int
  /// The version of the merchant's own log.
  public let version: Int

  /// A receipt of these parts.
  public init(sequence: Int, version: Int) {
    self.sequence = sequence
    self.version = version
  }
}

/// A copy of a licence file as the merchant gave it.
public struct LicenceCopy: Sendable, Hashable {
  /// The case it belongs to.
  public let scope: String
  /// The SHA-256 of the bytes, in 64 hexadecimal digits.
  public let sha256: String
  /// The bytes, at most 5 MiB.
  public let bytes: [UInt8]

  /// A copy of these parts.
  public init(scope: String, sha256: String, bytes: [UInt8]) {
    self.scope = scope
    self.sha256 = sha256
    self.bytes = bytes
  }
}

/// Why a store did not do what it was asked. Nothing was changed.
public enum StoreError: Error, Sendable, Hashable {
  /// Somebody else wrote first: read again and decide anew.
  case conflict
  /// The merchant's record does not allow one of the events: reading again will not help.
  case forbidden(ForbiddenEvent)
  /// Others held it for too long (exit 75).
  case busy
  /// No room (disk full, file-size limit), read-only, or a failing device: the reason in a few words.
  case notSaved(String)
  /// Damaged: what was found (exit 65). It is never written to.
  case damaged(String)
  /// Written by a newer version (exit 65). It is never written to.
  case newer(String)
  /// The key of the personal data is missing or another one (exit 66).
  case noKey(String)
  /// It cannot be opened or created (exit 73).
  case cannotOpen(String)
}
