import Glibc
import Testing

/// R10: the terminal is left as it was found, however the program ends.
@Suite struct EndingTests {
  @Test func `while editing the terminal is not as found`() throws {
    let talk = try Conversation()
    try talk.expect("商家> ")
    try talk.settle()
    #expect(!talk.isAsFound)
  }

  @Test(arguments: [SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGILL, SIGTRAP, SIGABRT, SIGSEGV, SIGBUS])
  func `a signal restores the terminal, says one line, and is the cause of death`(
    _ signal: Int32
  ) throws {
    let talk = try Conversation()
    try talk.expect("商家> ")
    talk.type("半句")
    try talk.settle()
    kill(talk.process, signal)
    try talk.expect("xiaoer: ")
    #expect(talk.waitUntil { talk.isAsFound })
    #expect(talk.end() & 0x7F == signal)
    #expect(talk.heard.contains(sequence: "\u{1B}[?2004l\r\nxiaoer: "))
  }

  @Test(arguments: [("\u{4}", "<end>"), ("exit\r", "exit")])
  func `an ordinary end restores the terminal`(_ keys: String, _ last: String) throws {
    let talk = try Conversation()
    try talk.expect("商家> ")
    talk.type(keys)
    try talk.expect(last)
    #expect(talk.waitUntil { talk.isAsFound })
    #expect(talk.end() == 0)
  }

  @Test(arguments: ["trap", "overflow"])
  func `a fault of the program's own restores the terminal`(_ fault: String) throws {
    let talk = try Conversation()
    try talk.expect("商家> ")
    talk.type(fault + "\r")
    try talk.expect("xiaoer: a fault of its own")
    #expect(talk.waitUntil { talk.isAsFound })
    #expect(talk.end() & 0x7F != 0)
  }

  @Test func `Ctrl-backslash ends even so`() throws {
    let talk = try Conversation()
    try talk.expect("商家> ")
    talk.type("半句\u{1C}")
    try talk.expect("xiaoer: ended by SIGQUIT")
    #expect(talk.end() & 0x7F == SIGQUIT)
  }

  @Test func `Ctrl-Z gives the terminal back, and fg finds the line as it was`() throws {
    let talk = try Conversation(["--norc", "--noprofile", "-i"], program: "/bin/bash")
    talk.type("stty sane; PS1='shell: '; \(Conversation.probe) lines\r")
    try talk.expect("商家> ")
    talk.type("停一停\u{1A}")
    try talk.expect("Stopped")
    try talk.expect("shell: ")
    talk.type("stty -a | grep -o -w -e icanon -e echo | tr '\\n' ','; echo .\r")
    try talk.expect("icanon,echo,.")
    talk.type("fg\r")
    try talk.expect("商家> ")
    talk.type("\u{5}再走\r")
    try talk.expect("[停一停再走]")
    talk.type("\u{4}")
    try talk.expect("<end>")
    talk.type("exit\r")
    #expect(talk.end() == 0)
  }
}

extension [UInt8] {
  /// Whether `text` stands somewhere in these bytes.
  func contains(sequence text: String) -> Bool {
    let wanted = Array(text.utf8)
    guard count >= wanted.count else { return false }
    return (0...(count - wanted.count)).contains {
      self[$0..<$0 + wanted.count].elementsEqual(wanted)
    }
  }
}
