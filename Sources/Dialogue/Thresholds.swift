/// From which probability on Xiaoer acts on a reading, and when it rather asks.
public struct Thresholds: Sendable, Equatable {
  /// An intent at least this probable is met.
  public var answer = 0.45
  /// A runner-up at least this share of the best one's probability is asked about.
  public var rival = 0.72
  /// An intent at least this probable is offered as a guess.
  public var guess = 0.08
  /// A part of a message is a question of its own from this probability on.
  public var part = 0.5

  /// The thresholds as they were chosen.
  public init() {}
}
