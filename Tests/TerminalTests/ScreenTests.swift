import Glibc
import Testing

@testable import Terminal

/// Plain output: what is shown, in which colour, how wide.
@Suite struct ScreenTests {
  @Test(arguments: [
    (true, [:], false), (true, ["TERM": "xterm"], true), (false, ["TERM": "xterm"], false),
    (true, ["TERM": "dumb"], false), (true, ["TERM": ""], false),
    (true, ["TERM": "xterm", "NO_COLOR": "1"], false),
    (true, ["TERM": "xterm", "NO_COLOR": ""], true),
    (true, ["TERM": "xterm", "CLICOLOR": "0"], false),
    (true, ["TERM": "xterm", "CLICOLOR": "1"], true),
    (false, ["CLICOLOR_FORCE": "1"], true), (false, ["CLICOLOR_FORCE": "0"], false),
    (false, ["CLICOLOR_FORCE": "1", "NO_COLOR": "1"], false),
    (true, ["TERM": "dumb", "CLICOLOR_FORCE": "1"], true),
  ])
  func `colour is wanted by stream and environment`(
    _ onTerminal: Bool, _ environment: [String: String], _ wanted: Bool
  ) {
    #expect(Colour.isWanted(onTerminal: onTerminal) { environment[$0] } == wanted)
  }

  @Test func `styles show only in colour, and each screen line ends its own`() {
    let plain = Screen(descriptor: 1) { $0 == "NO_COLOR" ? "1" : nil }
    let coloured = Screen(descriptor: 1) { $0 == "CLICOLOR_FORCE" ? "1" : nil }
    let line = StyledLine("据 P11\n\n生效", style: .dim)
    #expect(plain.rendered(line) == "据 P11\n\n生效\n")
    #expect(coloured.rendered(line) == "\u{1B}[2m据 P11\u{1B}[0m\n\n\u{1B}[2m生效\u{1B}[0m\n")
    #expect(coloured.rendered(StyledLine("平")) == "平\n")
    #expect(Screen(descriptor: 1, colour: false) { _ in "1" }.isColoured == false)
  }

  @Test func `ACCESSIBLE is on unless empty or 0`() {
    for (value, wanted) in [("1", true), ("yes", true), ("0", false), ("", false)] {
      #expect(Screen(descriptor: 1) { $0 == "ACCESSIBLE" ? value : nil }.isAccessible == wanted)
    }
    #expect(!Screen(descriptor: 1) { _ in nil }.isAccessible)
  }

  @Test func `a stream that is full says so`() throws {
    let full = open("/dev/full", O_WRONLY)
    defer { close(full) }
    let wanted = Screen.Failure(operation: "write", code: ENOSPC, descriptor: full)
    #expect(throws: wanted) { try Screen(descriptor: full).write([StyledLine("句")]) }
  }

  @Test(arguments: [
    ("", 0), ("abc", 3), ("蓝V认证", 7), ("e\u{301}", 1), ("👨‍👩‍👧", 2), ("🇨🇳", 2), ("❤️", 2), ("한글", 4),
    ("\u{FF08}全角\u{FF09}", 8), ("「」", 4), ("…", 1), ("\u{200B}", 0), ("\n", 0), ("ｱ", 1),
  ])
  func `a text is as wide as it is shown`(_ text: String, _ columns: Int) {
    #expect(EastAsianWidth.columns(of: text) == columns)
  }
}
