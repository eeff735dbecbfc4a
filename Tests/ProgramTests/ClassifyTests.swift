import Fixtures
import Foundation
import Testing

@Suite struct ClassifyTests {
  private func classify(_ input: String, _ options: String...) throws -> Program.Ending {
    try Program.run(["classify"] + options, input: Array(input.utf8))
  }

  @Test func `Empty input gives empty output`() throws {
    let ending = try classify("")
    #expect(ending.code == 0)
    #expect(ending.out == [])
    #expect(ending.err == "")
  }

  @Test func `A record has the promised members in the promised order`() throws {
    let ending = try classify(#"{"id":7,"text":"蓝V多少钱"}"#)
    let record = try #require(ending.lines.first)
    #expect(
      record.wholeMatch(
        of:
          /\{"id":7,"intent":"bluev\.fee","score":(?:0\.[0-9]{4}|1\.0000),"kind":"answer","pack":"sha256:[0-9a-f]{64}"\}/
      )
        != nil, "\(record)")
    #expect(ending.code == 0)
  }

  @Test(arguments: [
    ("7", "7"), ("-7", "-7"), ("1.5", "1.5"), ("\"a/b\"", "\"a/b\""), ("\"蓝V\"", "\"蓝V\""),
    ("true", "true"), ("false", "false"), ("null", "null"), ("[1,\"a\"]", "[1,\"a\"]"),
    ("{\"k\":1}", "{\"k\":1}"),
    ("9007199254740993", "9007199254740993"), ("\"\"", "\"\""), ("0", "0"), ("1", "1"),
    ("\"\\n\"", "\"\\n\""),
  ])
  func `The id is echoed`(_ id: String, _ echoed: String) throws {
    let ending = try classify("{\"id\":\(id),\"text\":\"你好\"}\n")
    #expect(
      ending.lines.first?.hasPrefix("{\"id\":\(echoed),\"intent\":") == true, "\(ending.text)")
  }

  @Test func `A control in an id is escaped`() throws {
    let ending = try classify(#"{"id":"\u202e","text":"你好"}"#)
    #expect(!ending.text.unicodeScalars.contains("\u{202E}"))
  }

  @Test func `One line in is one line out, in order, whatever it is`() throws {
    let bad = ["", "nonsense", "[]", "{}", #"{"id":4,"text":5}"#, "  ", #"{"id":6,"text":null}"#]
    var lines = (0..<50).map { "{\"id\":\($0),\"text\":\"蓝V多少钱\"}" }
    for (index, line) in bad.enumerated() { lines.insert(line, at: index * 7) }
    let ending = try classify(lines.joined(separator: "\n") + "\n")
    let records = try ending.objects()
    #expect(records.count == lines.count)
    #expect(ending.code == 65)
    #expect(ending.err == "")
    let failed = records.enumerated().filter { $1["error"] != nil }.map(\.offset)
    #expect(failed == bad.indices.map { $0 * 7 })
    #expect(
      failed.map { (records[$0]["error"] as? [String: Any])?["line"] as? Int }
        == failed.map { $0 + 1 })
    let good = records.filter { $0["error"] == nil }.map { $0["id"] as? Int }
    #expect(good == Array(0..<50))
    #expect(records.allSatisfy { ($0["pack"] as? String)?.hasPrefix("sha256:") == true })
    #expect(records.allSatisfy { $0["id"] != nil })
  }

  @Test func `A missing id is null, and an unreadable text keeps its id`() throws {
    let lines = try classify("{\"text\":\"你好\"}\n{\"id\":4,\"text\":5}\n{\"id\":5}\n").lines
    #expect(lines[0].hasPrefix(#"{"id":null,"intent":"social.greeting""#))
    #expect(lines[1].hasPrefix(#"{"id":4,"intent":null,"score":null,"kind":"error""#))
    #expect(lines[2].hasPrefix(#"{"id":5,"intent":null,"score":null,"kind":"error""#))
  }

  @Test func `Long lines, bad bytes and deep nesting are bad lines`() throws {
    let input =
      Array("{\"text\":\"".utf8) + [UInt8](repeating: 97, count: 65_536) + Array("\"}\n".utf8)
      + [0xFF, 10] + [UInt8](repeating: UInt8(ascii: "["), count: 60_000)
      + Array("\n{\"id\":4,\"text\":\"你好\"}\n".utf8)
    let ending = try Program.run(["classify"], input: input)
    let codes = try ending.objects().map { ($0["error"] as? [String: Any])?["code"] as? String }
    #expect(codes == ["line_too_long", "invalid_utf8", "bad_json", nil])
    #expect(ending.code == 65)
  }

  @Test func `On error fail stops at the bad line, after what was good`() throws {
    let ending = try classify(
      "{\"text\":\"你好\"}\nnonsense\n{\"text\":\"你好\"}\n", "--on-error", "fail")
    #expect(ending.code == 65)
    #expect(ending.lines.count == 1)
    #expect(ending.err.contains("line 2"))
  }

  @Test func `Lines know nothing of each other`() throws {
    let lines = try classify("{\"text\":\"蓝V多少钱\"}\n{\"text\":\"1\"}\n{\"text\":\"1\"}\n").lines
    #expect(lines[1] == lines[2])
    let swapped = try classify("{\"text\":\"1\"}\n{\"text\":\"蓝V多少钱\"}\n").lines
    #expect(swapped == [lines[1], lines[0]])
  }

  @Test func `A line that starts an application starts none for the next`() throws {
    let lines = try classify("{\"text\":\"我要实名认证\"}\n{\"text\":\"蓝V多少钱\"}\n").lines
    #expect(lines[0].contains("\"intent\":\"flow.realname\""))
    #expect(try lines[1] == classify("{\"text\":\"蓝V多少钱\"}\n").lines.first)
  }

  @Test func `Line-buffered or not, the bytes are the same`() throws {
    let input = String(repeating: "{\"id\":1,\"text\":\"蓝V多少钱\"}\n", count: 1000)
    #expect(try classify(input).out == classify(input, "--line-buffered").out)
  }

  @Test func `It needs no home, no environment and no working directory`() throws {
    let ending = try Program.shell(
      """
      mkdir "$DIR" && cd "$DIR" && rmdir "$DIR"
      echo '{"id":1,"text":"蓝V多少钱"}' | env -i "$XIAOER" classify
      """, environment: ["DIR": Scratch.path("gone")])
    #expect(ending.lines.last?.contains("bluev.fee") == true, "\(ending)")
    #expect(ending.code == 0)
  }
}
