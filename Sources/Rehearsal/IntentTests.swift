import Dialogue
import Session

/// The tests that the intents carry: each message must be read as its own intent.
public enum IntentTests {
  /// A test of an intent.
  public typealias Test = Pack.Saying

  /// Says every test of `assistant`'s pack in a conversation of its own; what missed, in order.
  public static func run(_ assistant: Assistant) -> [Misstep] {
    assistant.pack.tests.compactMap { misstep(of: $0, assistant) }
  }

  /// Says `test` in a conversation of its own, in other words if `text` is given; nil when it is
  /// understood.
  public static func misstep(
    of test: Test, saying text: String? = nil, _ assistant: Assistant
  ) -> Misstep? {
    let settings = Settings(clock: FixedClock(ScriptRun.defaultMoment))
    var conversation = Conversation(assistant: assistant, settings: settings)
    if let before = test.after { _ = conversation.answer(before) }
    let record = conversation.answer(text ?? test.text)
    let intent = assistant.pack.intents[test.intent]
    if isMet(intent, by: record) { return nil }
    let found = record.replies.map { "\($0.kind.rawValue) \($0.intent ?? "none")" }
    return Misstep(
      file: test.file, line: test.line, grade: .intent, message: text ?? test.text,
      expected: [intent.id], found: found)
  }

  private static func isMet(_ intent: Intent, by record: Record) -> Bool {
    if intent.kind == .outOfScope {
      return record.replies.allSatisfy { $0.kind == .outOfScope || $0.kind == .notUnderstood }
    }
    return record.replies.contains { $0.intent == intent.id }
  }
}
