/// What a counterpart says to one line.
public struct CounterpartReply: Hashable, Sendable {
  /// The lines to show, in order.
  public var lines: [StyledLine]
  /// Whether the conversation is over with it.
  public var ended: Bool
  /// What shows for a moment that somebody types it; nil for what comes at once.
  public var typing: StyledLine?

  /// A reply of `lines`, after which the conversation goes on unless it has `ended`.
  public init(lines: [StyledLine], ended: Bool = false) {
    self.lines = lines
    self.ended = ended
  }
}
