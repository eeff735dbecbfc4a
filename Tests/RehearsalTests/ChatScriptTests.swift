import Testing

@testable import Rehearsal

@Suite struct ChatScriptTests {
  static let text = """
    # Fees        \u{20}
    # a second comment
    @clock 2020-08-03T10:00:00+08:00

    >  蓝V多少钱
    < [..]599[..]
    <
    = intent bluev.fee
    > 能退吗
    """

  private static let items: [ChatScript.Item.Content] = [
    .directive(name: "clock", argument: "2020-08-03T10:00:00+08:00"), .message(" 蓝V多少钱"),
    .expected("[..]599[..]"), .expected(""),
    .assertion(Assertion(subject: .intent, isNegated: false, values: ["bluev.fee"])),
    .message("能退吗"),
  ]

  @Test func `The first comment is the name, and lines keep their numbers`() {
    let script = ChatScript(Self.text)
    #expect(script.name == "Fees")
    #expect(script.mistakes.isEmpty)
    #expect(script.items.map(\.line) == [3, 5, 6, 7, 8, 9])
    #expect(script.items.map(\.content) == Self.items)
  }

  @Test func `CRLF and a byte order mark change nothing`() {
    let other = "\u{FEFF}" + Self.text.replacing("\n", with: "\r\n") + "\r\n"
    #expect(ChatScript(other) == ChatScript(Self.text))
  }

  @Test(arguments: [
    ("蓝V多少钱", 1, 1, "a line begins with"), (" > a", 1, 1, "a line begins with"),
    ("< a", 1, 1, "before the first message"), ("= kind answer", 1, 1, "before the first message"),
    ("@clok 1\n> a", 1, 1, "unknown directive `@clok`"), ("@seed\n> a", 1, 1, "needs an argument"),
    ("> a\n\n= intend b", 3, 3, "unknown assertion `intend`"), ("@", 1, 1, "unknown directive"),
  ])
  func `A line that cannot be read is told by its place`(
    _ text: String, _ line: Int, _ column: Int, _ words: String
  ) {
    let mistakes = ChatScript(text).mistakes
    #expect(mistakes.count == 1)
    #expect(mistakes.first?.line == line)
    #expect(mistakes.first?.column == column)
    #expect(mistakes.first?.message.contains(words) == true)
  }

  @Test(arguments: [
    "@clock a", "@seed 7", "@lang en", "@as-of 2020-07-19", "@merchant lin", "@store :memory:",
    "@restart", "@include a.chat", "@pay ok", "@review approve", "@query paid",
  ])
  func `Every promised directive is known`(_ line: String) {
    #expect(ChatScript(line).mistakes.isEmpty)
    #expect(ChatScript(line).items.count == 1)
  }

  @Test func `An empty script is no mistake`() {
    #expect(ChatScript("").items.isEmpty)
    #expect(ChatScript("\n  \n").mistakes.isEmpty)
  }
}
