/// The one at the other end of a conversation: all that the prompt knows of it.
public protocol Counterpart {
  /// What stands before the line being typed: 「商家> 」, or 「蓝V 3/8> 」 in a flow.
  var prompt: String { get }
  /// Said once when one has come to an empty prompt and pressed Ctrl-C twice.
  var leaveHint: String { get }

  /// What is said before the first prompt.
  mutating func welcome() -> [StyledLine]
  /// The answer to a line, which is passed on exactly as it was typed.
  mutating func reply(to line: String) -> CounterpartReply
  /// What `prefix` may become: whole lines or single words. An empty list when there is nothing to offer.
  func completions(of prefix: String) -> [String]
  /// Whether `line`, if it were sent now, must not be kept in any history.
  func isSensitive(_ line: String) -> Bool
}
