import Dialogue
import Fixtures
import Foundation
import Policy
import Session
import Testing

@Suite struct RecordTests {
  private func json(_ record: Record) -> String {
    String(decoding: record.json(pack: TinyPack.pack), as: UTF8.self)
  }

  /// The score stands apart: it changes whenever the matcher learns.
  private func scoreless(_ json: String) -> String {
    json.replacing(/"score":(?:0\.[0-9]{4}|1\.0000)/, with: "\"score\":S")
  }

  @Test func `A record has the promised members in the promised order`() {
    var talk = Talk(TinyPack.assistant)
    let source = TinyPack.pack.policy.source.zh
    #expect(
      scoreless(json(talk.say("蓝V多少钱"))) == """
        {"turn":1,"session":"default","text":"蓝V多少钱","lang":"zh","replies":[{"kind":"answer",\
        "intent":"bluev.fee","score":S,"text":"蓝V认证费用是 599 元/年。",\
        "cite":[{"clause":"P11","title":"蓝V认证费","effective":null,"source":"\(source)"}],\
        "silent":[],"simulated":false}],\
        "suggestions":[{"key":1,"text":"认证费能退吗？"},{"key":2,"text":"入驻要钱吗？"}],\
        "flow":null,"verdict":null,"agent":null,"tickets":[],"saved":null,\
        "pack":"\(TinyPack.pack.hash)"}
        """)
  }

  @Test func `A dated clause is cited with its moment`() {
    var talk = Talk(TinyPack.assistant)
    #expect(json(talk.say("入驻要钱吗")).contains(#""effective":"2020-07-20T00:00:00+08:00""#))
  }

  @Test func `A cited clause is told in the language of the turn`() {
    var talk = Talk(TinyPack.assistant)
    let record = json(talk.say("how much is blue v"))
    #expect(record.contains(#""lang":"en""#))
    #expect(record.contains("\"source\":\"\(TinyPack.pack.policy.source.en)\""))
  }

  @Test func `A silent reply lists its items, and a simulated one says so`() {
    var talk = Talk(TinyPack.assistant)
    #expect(json(talk.say("怎么退款")).contains(#""cite":[],"silent":["S01"],"simulated":false"#))
    #expect(json(talk.say("转人工")).contains(#""kind":"agent","intent":"agent.request""#))
    #expect(json(talk.say("转人工")).contains(#""simulated":true"#))
  }

  @Test func `Where nothing was matched the score is null`() {
    var talk = Talk(TinyPack.assistant)
    #expect(json(talk.say("/lang zh")).contains(#""kind":"command","intent":null,"score":null"#))
  }

  @Test(arguments: [
    (Line.Content.tooLong, "line_too_long"), (.notUTF8, "invalid_utf8"),
  ])
  func `A refused line is a record with an error`(_ content: Line.Content, _ code: String) {
    var conversation = Talk(TinyPack.assistant).conversation
    let record = json(conversation.refuse(Line(number: 7, content: content)))
    #expect(
      record.hasPrefix(
        #"{"turn":1,"session":"default","text":"","lang":"zh","replies":[{"kind":"error","#))
    #expect(record.contains("\"error\":{\"code\":\"\(code)\",\"message\":\""))
    #expect(record.hasSuffix("\",\"line\":7}}"))
  }

  @Test(arguments: [
    ("2020-07-19T16:00Z", "2020-07-20T00:00:00+08:00"),
    ("2020-07-20T00:00:00.999+08:00", "2020-07-20T00:00:00+08:00"),
    ("1969-12-31T23:59:59Z", "1970-01-01T07:59:59+08:00"),
    ("0001-01-01T00:00:00+08:00", "0001-01-01T00:00:00+08:00"),
  ])
  func `A moment is written in Shanghai's time`(_ from: String, _ to: String) {
    #expect(Moment(iso8601: from)?.iso8601 == to)
  }
}
