import Dialogue

/// Holds the conversations of a run, by session, so that they can interleave freely.
public struct Desk: Sendable {
  private let assistant: Assistant
  private let settings: Settings
  private var conversations: [String: Conversation] = [:]

  /// A desk with no conversation yet.
  public init(assistant: Assistant, settings: Settings) {
    self.assistant = assistant
    self.settings = settings
  }

  /// Lets `body` act on the conversation of `session`, which begins when it is first named.
  public mutating func with<Result>(
    _ session: String, _ body: (inout Conversation) -> Result
  ) -> Result {
    let fresh = { [assistant, settings] in
      Conversation(session: session, assistant: assistant, settings: settings)
    }
    return body(&conversations[session, default: fresh()])
  }
}
