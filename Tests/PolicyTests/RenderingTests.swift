import Policy
import Testing

@Suite struct RenderingTests {
  private static func model(_ entries: [Clause.Entry]) throws -> PolicyModel {
    let text = try Bilingual(zh: "甲", en: "a")
    let id = try #require(ClauseID("P01"))
    let clause = try Clause(
      id: id, title: text, quotes: ["甲"], meaning: text, concerns: [.all], values: entries)
    return try PolicyModel(name: "test", source: text, clauses: [clause], silent: [])
  }

  private static func list(_ count: Int) throws -> PolicyValue {
    .list(try (1...count).map { try Bilingual(zh: "项\($0)", en: "item \($0)") })
  }

  @Test func `a list is joined as each language joins`() throws {
    let model = try Self.model([
      .init("one", try Self.list(1)), .init("two", try Self.list(2)),
      .init("six", try Self.list(6)),
    ])
    #expect(try model.render("P01.one", in: .en) == "item 1")
    #expect(try model.render("P01.two", in: .zh) == "项1、项2")
    #expect(try model.render("P01.two", in: .en) == "item 1 and item 2")
    #expect(
      try model.render("P01.six", in: .en)
        == "item 1, item 2, item 3, item 4, item 5 and item 6")
    #expect(try model.render("P01.six.count", in: .zh) == "六")
    #expect(try model.render("P01.six.count", in: .en) == "six")
  }

  @Test(arguments: [
    ("2020-07-20T00:00:00+08:00", "2020年7月20日0点", "00:00 on 20 July 2020"),
    ("2020-07-19T16:30:00Z", "2020年7月20日0点30分", "00:30 on 20 July 2020"),
    ("2020-12-31T23:59:59+08:00", "2020年12月31日23点59分59秒", "23:59:59 on 31 December 2020"),
    ("2020-07-20T09:00:05+08:00", "2020年7月20日9点00分05秒", "09:00:05 on 20 July 2020"),
  ])
  func `an instant is shown on Shanghai's clock`(
    _ text: String, _ zh: String, _ en: String
  ) throws {
    let moment = try #require(Moment(iso8601: text))
    #expect(moment.rendered(in: .zh) == zh)
    #expect(moment.rendered(in: .en) == en)
  }

  @Test func `what is unknown is named, with what is known`() throws {
    let model = try Self.model([.init("points", .count(3)), .init("names", try Self.list(2))])
    let (p01, p02) = (try #require(ClauseID("P01")), try #require(ClauseID("P02")))
    let noValue = try ValuePath("P01.fee")
    let noView = try ValuePath("P01.names.date")
    #expect(throws: PolicyError.badPath("points")) { try model.render("points", in: .zh) }
    #expect(throws: PolicyError.unknownClause(p02)) { try model.render("P02.fee", in: .zh) }
    #expect(throws: PolicyError.unknownValue(noValue, known: ["points", "names"])) {
      try model.render(noValue, in: .zh)
    }
    #expect(throws: PolicyError.unknownView(noView, known: ["count"])) {
      try model.render(noView, in: .en)
    }
    #expect(model[p01]?.valueNames == ["points", "names"])
  }

  @Test func `a text is never blank`() {
    #expect(throws: PolicyError.blankText(.zh)) { try Bilingual(zh: " \u{3000}", en: "a") }
    #expect(throws: PolicyError.blankText(.en)) { try Bilingual(zh: "甲", en: "") }
  }
}
