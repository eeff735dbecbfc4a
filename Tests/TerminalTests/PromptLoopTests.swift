import Terminal
import Testing

/// A whole conversation at a terminal.
@Suite struct PromptLoopTests {
  @Test func `a conversation greets, shows where one is, and ends when told`() throws {
    let talk = try Conversation(["loop"])
    try talk.expect("您好")
    try talk.expect("商家> ")
    talk.type("  蓝V 多少钱 \r")
    try talk.expect("听见:  蓝V 多少钱 \r\n")
    try talk.expect("蓝V 1/8> ")
    talk.type("再见\r")
    try talk.expect("<closed>")
    #expect(talk.end() == 0)
  }

  @Test func `Ctrl-C twice on an empty line says how to leave, and never leaves`() throws {
    let talk = try Conversation(["loop"])
    try talk.expect("商家> ")
    talk.type("写了\u{3}")
    try talk.expect("商家> ")
    talk.type("\u{3}")
    try talk.expect("商家> ")
    talk.type("\u{3}")
    try talk.expect("要走的话,按 Ctrl-D")
    try talk.expect("商家> ")
    talk.type("\u{3}\u{3}\u{3}\u{3}还在\r")
    try talk.expect("听见:还在")
    talk.type("\u{4}")
    try talk.expect("<left>")
    #expect(talk.screen.text.hasSuffix("蓝V 1/8>\n<left>"))
  }

  @Test func `a blank line is no message`() throws {
    let talk = try Conversation(["loop"])
    try talk.expect("商家> ")
    talk.type(" \r\r嗯\r")
    try talk.expect("听见:嗯")
    try talk.expect("蓝V 1/8> ")
  }

  @Test func `an agent is seen to type, and nothing of it stays`() throws {
    let talk = try Conversation(["loop"])
    try talk.expect("商家> ")
    talk.type("客服在吗\r")
    try talk.expect("正在输入")
    try talk.expect("听见:客服在吗")
    try talk.expect("蓝V 1/8> ")
    #expect(!talk.screen.text.contains("正在输入"))
  }

  @Test func `a key ends the typing, and begins the next line unless it is a blank`() throws {
    let talk = try Conversation(["loop"])
    try talk.expect("商家> ")
    talk.type("客服在吗\r")
    try talk.expect("正在输入")
    talk.type("好")
    try talk.expect("听见:客服在吗")
    try talk.expect("蓝V 1/8> ")
    talk.type("的\r")
    try talk.expect("听见:好的")
    talk.type("客服呢\r")
    try talk.expect("正在输入")
    talk.type(" ")
    try talk.expect("听见:客服呢")
    talk.type("嗯\r")
    try talk.expect("听见:嗯")
  }

  @Test func `whoever needs a quiet screen sees no typing`() throws {
    let talk = try Conversation(["loop"], environment: ["ACCESSIBLE": "1"])
    try talk.expect("商家> ")
    talk.type("客服在吗\r")
    try talk.expect("听见:客服在吗")
    #expect(!String(decoding: talk.heard, as: UTF8.self).contains("正在输入"))
  }

  @Test func `a reply cannot steer the terminal`() throws {
    let talk = try Conversation(["loop"], environment: ["NO_COLOR": "1"])
    try talk.expect("商家> ")
    talk.type("\u{1B}[200~a\u{1B}]0;x\u{7}\u{202E}\u{1B}[201~\r")
    try talk.expect("听见:a⟨U+001B⟩]0;x⟨U+0007⟩⟨U+202E⟩")
  }

  @Test func `history outlives the session, but for what is sensitive or begins with a space`()
    throws
  {
    let folder = try HistoryFileTests.Folder()
    let path = folder.path + "/history"
    let talk = try Conversation(["loop"], environment: ["PROBE_HISTORY": path])
    try talk.expect("商家> ")
    for line in ["怎么入驻", " 悄悄话", "13800000000"] {
      talk.type(line + "\r")
      try talk.expect("听见:" + line)
    }
    #expect(HistoryFile(path: path).lines() == ["怎么入驻"])
    talk.type("\u{4}")
    try talk.expect("<left>")
    let next = try Conversation(["loop"], environment: ["PROBE_HISTORY": path])
    try next.expect("商家> ")
    next.type("\u{1B}[A\r")
    try next.expect("听见:怎么入驻")
  }
}
