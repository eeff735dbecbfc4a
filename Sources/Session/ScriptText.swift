import Policy

/// Writes a conversation as a `.chat` script: what `/save` and `--echo` give.
public struct ScriptText: Sendable {
  /// The script so far.
  public private(set) var text: String

  /// A script that begins with what makes the conversation repeatable.
  public init(settings: Settings) {
    text = "@clock \(settings.clock.now().iso8601)\n@seed \(settings.seed)\n"
    text += "@merchant \(settings.merchant)\n"
  }

  /// Appends a message and its reply.
  public mutating func append(text message: String, reply: [String]) {
    text += "\n" + ScriptText.turn(message, reply)
  }

  /// A message and its reply as lines of a script, each with its end.
  public static func turn(_ message: String, _ reply: [String]) -> String {
    let message = message.split(separator: "\n", omittingEmptySubsequences: false)
    return "> " + message.joined(separator: " ") + "\n" + reply.map { "< \($0)\n" }.joined()
  }
}
