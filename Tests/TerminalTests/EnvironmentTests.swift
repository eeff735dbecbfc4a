import Testing

/// The prompt under locales and terminals that are not what one hopes for.
@Suite struct EnvironmentTests {
  @Test(arguments: ["C", "POSIX", "xx_YY", "zh_CN.GBK", "en_US.ISO-8859-1", ""])
  func `a line is read whole under any LANG`(_ language: String) throws {
    let talk = try Conversation(environment: ["LANG": language, "LC_ALL": language])
    try talk.expect("商家> ")
    talk.type("怎么退\u{1B}[D\u{1B}[D请\u{5}款\r")
    try talk.expect("[怎请么退款]")
    talk.type("\u{4}")
    try talk.expect("<end>")
  }

  @Test(arguments: ["dumb", "", "nonsense", "emacs", "vt100", "xterm", "linux", "screen-256color"])
  func `a line is read whole under any TERM`(_ terminal: String) throws {
    let talk = try Conversation(environment: ["TERM": terminal])
    try talk.expect("商家> ")
    talk.type("怎么退款\r")
    try talk.expect("[怎么退款]")
    talk.type("不要\u{3}")
    try talk.expect("<interrupted")
    talk.type("\u{4}")
    try talk.expect("<end>")
    #expect(talk.end() == 0)
    #expect(!talk.heard.contains(sequence: "No entry for terminal"))
  }

  @Test(arguments: ["dumb", ""])
  func `a terminal that is dumb gets no escape at all`(_ terminal: String) throws {
    let talk = try Conversation(environment: ["TERM": terminal])
    try talk.expect("商家> ")
    talk.type("一二三\u{1B}[D\u{7F}四\r")
    try talk.expect("[一四三]")
    #expect(!talk.heard.contains(0x1B))
    #expect(talk.screen.text.hasPrefix("商家> 一四三\n[一四三]"))
  }

  @Test func `without a terminal there is no editor`() throws {
    let talk = try Conversation(
      ["-c", "\(Conversation.probe) lines </dev/null"], program: "/bin/sh")
    try talk.expect("<no terminal>")
  }
}
