import Policy
import Testing

@Suite struct PolicyModelTests {
  private static func clause(_ id: String, from: String? = nil, to: String? = nil) throws -> Clause
  {
    let text = try Bilingual(zh: "甲", en: "a")
    return try Clause(
      id: try #require(ClauseID(id)), title: text, quotes: ["甲"], meaning: text,
      effective: from.flatMap(PolicyDate.init(iso8601:)),
      until: to.flatMap(PolicyDate.init(iso8601:)), concerns: [.all])
  }

  private static func model(_ clauses: [Clause], silent: [SilentItem] = []) throws -> PolicyModel {
    try PolicyModel(
      name: "test", source: Bilingual(zh: "甲", en: "a"), clauses: clauses, silent: silent)
  }

  @Test func `clauses are found by number and listed by number`() throws {
    let model = try Self.model([Self.clause("P11"), Self.clause("P02")])
    #expect(model.clauses.map(\.id.description) == ["P02", "P11"])
    #expect(model[try #require(ClauseID("P11"))]?.id.number == 11)
    #expect(model[try #require(ClauseID("P12"))] == nil)
  }

  @Test func `nothing stands twice, and nothing is known that is not there`() throws {
    let clause = try Self.clause("P11")
    let text = try Bilingual(zh: "甲", en: "a")
    let s01 = try #require(SilentID("S01"))
    let p12 = try #require(ClauseID("P12"))
    let item = SilentItem(id: s01, question: text)
    #expect(throws: PolicyError.repeatedClause(clause.id)) { try Self.model([clause, clause]) }
    #expect(throws: PolicyError.repeatedSilentItem(s01)) {
      try Self.model([clause], silent: [item, item])
    }
    #expect(throws: PolicyError.unknownClause(p12)) {
      try Self.model([clause], silent: [SilentItem(id: s01, question: text, known: [p12])])
    }
  }

  /// P05 begins and P23 ends with 2020-07-20 in Shanghai; P11 has no date.
  @Test func `a difference is what began and what ended`() throws {
    let model = try Self.model([
      Self.clause("P05", from: "2020-07-20T00:00:00+08:00"), Self.clause("P11"),
      Self.clause("P23", to: "2020-07-20"),
    ])
    let before = try #require(Moment(iso8601: "2020-07-19T23:59:59.999+08:00"))
    let on = try #require(Moment(iso8601: "2020-07-20T00:00:00+08:00"))
    #expect(model.inForce(at: before).map(\.id.number) == [11, 23])
    #expect(model.inForce(at: on).map(\.id.number) == [5, 11])
    let forward = model.diff(from: before, to: on)
    #expect(forward.began.map(\.id.number) == [5])
    #expect(forward.ended.map(\.id.number) == [23])
    let back = model.diff(from: on, to: before)
    #expect(back.began == forward.ended && back.ended == forward.began)
    #expect(model.diff(from: on, to: on) == PolicyDiff.none)
  }
}
