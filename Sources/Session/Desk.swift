import Dialogue

/// Holds the conversations of a run, by merchant and session, so that they can interleave freely
/// and no merchant hears what another one said.
public struct Desk: Sendable {
  private let assistant: Assistant
  private let settings: Settings
  private var conversations: [Key: Conversation] = [:]

  private struct Key: Hashable {
    var merchant: String
    var session: String
  }

  /// A desk with no conversation yet.
  public init(assistant: Assistant, settings: Settings) {
    self.assistant = assistant
    self.settings = settings
  }

  /// Lets `body` act on the conversation of `merchant` (nil: the run's) called `session`, which
  /// begins when it is first named.
  public mutating func with<Result>(
    _ session: String, of merchant: String? = nil, _ body: (inout Conversation) -> Result
  ) -> Result {
    var settings = settings
    settings.merchant = merchant ?? settings.merchant
    let fresh = { [assistant] in
      Conversation(session: session, assistant: assistant, settings: settings)
    }
    let key = Key(merchant: settings.merchant, session: session)
    return body(&conversations[key, default: fresh()])
  }

  /// Ends every conversation, as the end of input does.
  public mutating func end() {
    for key in conversations.keys.sorted(by: {
      ($0.merchant, $0.session) < ($1.merchant, $1.session)
    }) {
      conversations[key]?.end()
    }
  }
}
