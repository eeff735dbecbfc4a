public import Dialogue
public import Policy

/// Tells the time. Only the shell asks; the core gets the answer as an argument.
public protocol Clock: Sendable {
  /// The present instant.
  func now() -> Moment
}

/// A clock that always tells the same time: `--clock`.
public struct FixedClock: Clock {
  private let moment: Moment

  /// A clock that stands at `moment`.
  public init(_ moment: Moment) { self.moment = moment }

  /// The moment it stands at.
  public func now() -> Moment { moment }
}

/// Keeps a conversation as a `.chat` script: `/save`.
public protocol ScriptStore: Sendable {
  /// Writes `text` to `file`, or says in a few words why it could not.
  func save(_ text: String, to file: String) throws(ScriptStoreError)
}

/// Gives the pack anew: `/reload`.
public protocol PackSupply: Sendable {
  /// Reads the pack again, or says in a few words why it could not.
  func load() throws(PackSupplyError) -> Pack
}

/// Why a pack was not read again.
public struct PackSupplyError: Error, Sendable, Equatable {
  /// A few words.
  public let reason: String

  /// A failure for this reason.
  public init(reason: String) { self.reason = reason }
}

/// Why a script was not written.
public struct ScriptStoreError: Error, Sendable, Equatable {
  /// A few words: `permission denied`.
  public let reason: String

  /// A failure for this reason.
  public init(reason: String) { self.reason = reason }
}
