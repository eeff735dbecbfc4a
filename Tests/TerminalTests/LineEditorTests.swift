import Testing

/// `LineEditor` at a real pseudo-terminal.
@Suite struct LineEditorTests {
  @Test func `Chinese is typed, edited in the middle and deleted`() throws {
    let talk = try Conversation()
    try talk.expect("商家> ")
    // 蓝V多少, two back, 认证 in between, end, 钱吗, and the last one away again.
    talk.type("蓝V多少\u{1B}[D\u{1B}[D认证\u{5}钱吗\u{7F}\r")
    try talk.expect("[蓝V认证多少钱]")
  }

  @Test func `the arrow keys recall earlier lines and come back to the one begun`() throws {
    let talk = try Conversation()
    try talk.expect("商家> ")
    talk.type("怎么入驻\r")
    try talk.expect("[怎么入驻]")
    talk.type("费用\r")
    try talk.expect("[费用]")
    talk.type("半句\u{1B}[A\u{1B}[A吗\r")
    try talk.expect("[怎么入驻吗]")
    talk.type("半句\u{1B}[A\u{1B}[B\r")
    try talk.expect("[半句]")
  }

  @Test func `Ctrl-C clears the line and says whether there was one`() throws {
    let talk = try Conversation()
    try talk.expect("商家> ")
    talk.type("不要了\u{3}")
    try talk.expect("<interrupted>")
    talk.type("\u{3}")
    try talk.expect("<interrupted, empty>")
    // Within a half-typed escape sequence as well.
    talk.type("甲\u{1B}\u{3}")
    try talk.expect("<interrupted>")
    talk.type("乙\r")
    try talk.expect("[乙]")
  }

  @Test func `Ctrl-C begins a new line below one that is wrapped`() throws {
    let talk = try Conversation(columns: 10)
    try talk.expect("商家> ")
    talk.type("一二三四五六七八\u{1}\u{3}")
    try talk.expect("<interrupted>")
    talk.type("好\r")
    try talk.expect("[好]")
    #expect(
      talk.screen.text
        .hasPrefix("商家> 一二\n三四五六七\n八^C\n<interrupt\ned>\n商家> 好\n[好]"))
  }

  @Test func `Ctrl-D ends on an empty line and deletes within one`() throws {
    let talk = try Conversation()
    try talk.expect("商家> ")
    talk.type("去去留\u{1}\u{4}\u{4}\r")
    try talk.expect("[留]")
    talk.type("\u{4}")
    try talk.expect("<end>")
    #expect(talk.end() == 0)
    #expect(talk.screen.text.hasSuffix("商家>\n<end>"))
  }

  @Test func `a pasted text of three lines is one message`() throws {
    let talk = try Conversation()
    try talk.expect("商家> ")
    talk.type("问:\u{1B}[200~第一行\r第二行\r\n\t第三行\r\u{1B}[201~?\r")
    try talk.expect("[问:第一行 第二行 \t第三行?]")
  }

  @Test func `lines pasted without brackets are messages in their order, and none is lost`() throws
  {
    let talk = try Conversation()
    try talk.expect("商家> ")
    talk.type((1...200).map { "第\($0)句,带一点话\r" }.joined())
    for number in 1...200 { try talk.expect("[第\(number)句,带一点话]") }
  }

  @Test func `a paste of 200 kilobytes is cut, not choked on`() throws {
    let talk = try Conversation()
    try talk.expect("商家> ")
    talk.type("\u{1B}[200~" + String(repeating: "字", count: 140_000) + "\u{1B}[201~")
    talk.type("\u{15}小\r")
    try talk.expect("[小]")
  }

  @Test func `what is pasted can neither steer the terminal nor end the paste twice`() throws {
    let talk = try Conversation()
    try talk.expect("商家> ")
    talk.type("\u{1B}[200~a\u{1B}[2Jb\u{202E}c\u{0}d\u{9B}e\u{1B}[201~")
    try talk.settle()
    #expect(talk.screen.text(of: 0) == "商家> a\u{241B}[2Jb\u{FFFD}c\u{2400}d\u{FFFD}e")
    talk.type("\r")
    try talk.expect("[a\u{1B}[2Jb\u{202E}c\u{0}d\u{9B}e]")
  }

  @Test(arguments: [
    ("e\u{301}", "e and an accent"), ("👨‍👩‍👧", "a family"), ("🇨🇳", "a flag"), ("👍🏽", "a dark thumb"),
    ("❤️", "a heart with its variation"), ("각", "a syllable"), ("🀄", "a tile"), ("क्षि", "a cluster"),
    ("\u{30001}", "a rare Han"), ("\u{F0001}", "a private one"),
  ])
  func `Backspace deletes what a person calls a character`(_ character: String, _: String) throws {
    let talk = try Conversation()
    try talk.expect("商家> ")
    talk.type("甲" + character + "\u{7F}乙" + character + "\r")
    // Byte for byte as it was typed: not composed, not reordered.
    try talk.expect("[甲乙\(character)]")
  }

  @Test func `bytes that are no UTF-8 are shown, not dropped`() throws {
    let talk = try Conversation()
    try talk.expect("商家> ")
    talk.type(bytes: [0x61, 0xFF, 0xC3, 0x28, 0xE4, 0xBD, 0x62, 0x0D])
    try talk.expect("[a\u{FFFD}\u{FFFD}(\u{FFFD}b]")
  }

  @Test func `Tab completes a whole line, then a last word, and shows a choice`() throws {
    let talk = try Conversation()
    try talk.expect("商家> ")
    talk.type("蓝\t\r")
    try talk.expect("[蓝V多少钱]")
    // Shared by both: 营业执照.
    talk.type("营\t")
    try talk.settle()
    talk.type("\t")
    try talk.expect("  营业执照怎么传")
    try talk.expect("  营业执照多久审完")
    talk.type("多\t\r")
    try talk.expect("[营业执照多久审完]")
    talk.type("请问 蓝\t\r")
    try talk.expect("[请问 蓝V多少钱]")
    talk.type("zhizhao\t\r")
    try talk.expect("[营业执照]")
    talk.type("无\t此\r")
    try talk.expect("[无此]")
  }

  @Test func `Ctrl-R finds a Chinese line, goes on to older ones, and can be left`() throws {
    let talk = try Conversation()
    try talk.expect("商家> ")
    for line in ["认证怎么退款", "入驻要多久", "怎么认证"] {
      talk.type(line + "\r")
      try talk.expect("[\(line)]")
    }
    talk.type("\u{12}怎么\u{12}\r")
    try talk.expect("[认证怎么退款]")
    talk.type("写了\u{12}入驻\u{7}一半\r")
    try talk.expect("[写了一半]")
    talk.type("\u{12}入\u{5}呢\r")
    try talk.expect("[入驻要多久呢]")
    talk.type("\u{12}入驻\u{3}")
    try talk.expect("<interrupted>")
    talk.type("完\r")
    try talk.expect("[完]")
    #expect(talk.screen.text.contains("\n商家> 完\n[完]"))
  }

  @Test func `a new window size is taken up at once`() throws {
    let talk = try Conversation(columns: 80)
    try talk.expect("商家> ")
    talk.type("一二三四五六七八九十")
    try talk.settle()
    talk.resize(columns: 20)
    // The line is drawn again for 20 columns: the cursor stands in the second row.
    let moved = talk.waitUntil { talk.screen.row == 1 && talk.screen.column == 6 }
    #expect(moved, "\(talk.screen.text)")
    talk.type("\u{1}甲\r")
    try talk.expect("[甲一二三四五六七八九十]")
  }
}
