import Dialogue
public import Policy
public import Session

/// A conversation as a test holds it: a fixed clock, and nothing to set up.
public struct Talk {
  /// The conversation.
  public private(set) var conversation: Conversation
  private let layout: PlainText

  /// A conversation with `assistant` on `day`, by default two weeks after the policy's first.
  public init(
    _ assistant: Assistant, on day: String = "2020-08-01T10:00:00+08:00", asOf: String? = nil,
    language: Tongue? = nil, scripts: (any ScriptStore)? = nil
  ) {
    layout = PlainText(renderer: assistant.renderer)
    conversation = Conversation(
      assistant: assistant,
      settings: Talk.settings(on: day, asOf: asOf, language: language, scripts: scripts))
  }

  /// Settings of a run on `day`.
  public static func settings(
    on day: String = "2020-08-01T10:00:00+08:00", asOf: String? = nil, language: Tongue? = nil,
    scripts: (any ScriptStore)? = nil
  ) -> Settings {
    guard let now = Moment(iso8601: day) else { fatalError("no instant: \(day)") }
    return Settings(
      language: language, asOf: asOf.flatMap { PolicyDate(iso8601: $0) }?.moment,
      clock: FixedClock(now), scripts: scripts)
  }

  /// Says `text`; the record of the turn.
  @discardableResult public mutating func say(_ text: String) -> Record {
    conversation.answer(text)
  }

  /// Says every one of `texts`; the record of the last turn.
  @discardableResult public mutating func say(all texts: String...) -> Record {
    var last = Record(turn: 0, session: "", text: "", language: .zh)
    for text in texts { last = say(text) }
    return last
  }

  /// Says `text`; the lines that a pipe would get.
  public mutating func lines(_ text: String) -> [String] { layout.lines(of: say(text)) }
}

extension Record {
  /// The kinds of the replies, in order, as a record names them.
  public var kinds: [String] { replies.map(\.kind.rawValue) }
  /// The intents of the replies, in order.
  public var intents: [String?] { replies.map(\.intent) }
  /// All that was said, a reply a line.
  public var words: String { replies.map(\.text).joined(separator: "\n") }
}
