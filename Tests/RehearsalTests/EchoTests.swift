import Dialogue
import Fixtures
import Policy
import Rehearsal
import Session
import Testing

/// What `--echo` writes is a script that passes.
@Suite struct EchoTests {
  private struct OneChunk: ByteSource {
    var bytes: [UInt8]
    mutating func next() -> [UInt8] {
      defer { bytes = [] }
      return bytes
    }
  }

  private struct Page: TextSink {
    var text = ""
    mutating func answer(_ bytes: [UInt8]) { text += String(decoding: bytes, as: UTF8.self) }
    mutating func complain(_ line: String) { Issue.record("\(line)") }
  }

  /// Takes every script.
  private struct Shelf: ScriptStore {
    func save(_ text: String, to file: String) {}
  }

  private func echo(_ input: String, _ settings: Settings) throws -> String {
    var settings = settings
    settings.scripts = Shelf()
    var format = ScriptedSession.Format()
    format.echoes = true
    let session = ScriptedSession(
      assistant: TinyPack.assistant, settings: settings, format: format)
    var lines = LineSplitter(OneChunk(bytes: Array(input.utf8)))
    var page = Page()
    _ = try session.run(&lines, &page)
    return page.text
  }

  private func expectPasses(_ script: String, turns: Int) {
    let read = ChatScript(script)
    #expect(read.mistakes.isEmpty)
    let outcome = ScriptRun(assistant: TinyPack.assistant, file: "echo.chat").play(read)
    #expect(outcome.missteps.map(\.report) == [])
    #expect(outcome.turns == turns)
  }

  @Test func `An echo begins with clock, seed and merchant`() throws {
    var settings = Talk.settings()
    settings.seed = 7
    settings.merchant = "lin"
    let text = try echo("你好\n", settings)
    #expect(
      text == """
        @clock 2020-08-01T10:00:00+08:00
        @seed 7
        @merchant lin

        > 你好
        < 您好，我是店小二。

        """)
  }

  @Test(arguments: [
    ["蓝V多少钱", "能退吗", "好", "/why"], ["  蓝V多少钱  ", "1", "2", "不要"],
    ["/help", "/help 蓝V", "/histroy"],
    ["蓝V多少钱", "/history", "/history"], ["/lang en", "how much is blue v", "/lang auto", "蓝V多少钱"],
    ["/clock 2020-07-01T00:00:00+08:00", "入驻要钱吗", "/clock +30d", "入驻要钱吗"],
    ["qzxw", "今天天气怎么样", "# 蓝V", "> 蓝V", "= 蓝V", "@clock 蓝V", "< 蓝V"],
    ["/save a.chat", "/new", "/quit"],
    ["蓝V多少钱[..]", "...", "{name}", "{{P11.fee}}"],
  ])
  func `An echo is a script that passes`(_ messages: [String]) throws {
    let script = try echo(messages.joined(separator: "\n"), Talk.settings())
    expectPasses(script, turns: messages.count)
  }

  @Test func `An echo keeps the language and the policy date`() throws {
    let settings = Talk.settings(asOf: "2020-07-19", language: .en)
    let script = try echo("入驻要钱吗\n蓝V多少钱\n", settings)
    #expect(script.contains("@as-of 2020-07-19T00:00:00+08:00\n"))
    #expect(script.contains("@lang en\n"))
    expectPasses(script, turns: 2)
  }

  @Test(arguments: [
    ("我的身份证是110199199003150025，蓝V多少钱", "> 我的身份证是{sample.id_number.1}，蓝V多少钱\n"),
    ("手机 13800000000 和 15900000001", "> 手机 {sample.mobile.1} 和 {sample.mobile.2}\n"),
    ("卡号6222020200000000007", "> 卡号{sample.bank_card.1}\n"),
  ])
  func `An echo names specimens in the place of personal numbers, and passes`(
    _ message: String, _ line: String
  ) throws {
    let script = try echo(message, Talk.settings())
    #expect(script.contains(line))
    #expect(!script.contains("****"))
    expectPasses(script, turns: 1)
  }
}
