import Policy
import Testing

/// Clause P05 with an effective moment, P23 with an end; both from the policy of 20 July 2020.
@Suite struct ClauseTests {
  private static let start = PolicyDate(iso8601: "2020-07-20T00:00:00+08:00")

  private static func clause(
    effective: PolicyDate? = nil, until: PolicyDate? = nil, values: [Clause.Entry] = []
  ) throws(PolicyError) -> Clause {
    let text = try Bilingual(zh: "免费", en: "free")
    return try Clause(
      id: try id("P05"), title: text, quotes: ["自2020年7月20日0点起"], meaning: text,
      effective: effective, until: until, concerns: [.users], values: values)
  }

  private static func id(_ text: String) throws(PolicyError) -> ClauseID {
    guard let id = ClauseID(text) else { throw .badPath(text) }
    return id
  }

  /// P05: "自2020年7月20日0点起", inclusive.
  @Test(arguments: [
    ("2020-07-19T00:00:00+08:00", false), ("2020-07-19T23:59:59.999+08:00", false),
    ("2020-07-20T00:00:00+08:00", true), ("2020-07-19T16:00:00Z", true),
    ("2020-07-19T15:59:59.999Z", false), ("2020-07-20T00:00:00.001+08:00", true),
    ("2030-01-01T00:00:00+08:00", true),
  ])
  func `a clause is in force from its first instant on`(_ now: String, _ expected: Bool) throws {
    let clause = try Self.clause(effective: Self.start)
    #expect(clause.isInForce(at: try #require(Moment(iso8601: now))) == expected)
  }

  /// P23, the old fee: before 2020-07-20, exclusive.
  @Test(arguments: [
    ("2020-07-19T23:59:59.999+08:00", true), ("2020-07-20T00:00:00+08:00", false),
    ("2020-07-20T00:00:00.001+08:00", false),
  ])
  func `a clause is in force until its end and not at it`(_ now: String, _ expected: Bool) throws {
    let clause = try Self.clause(until: PolicyDate(iso8601: "2020-07-20"))
    #expect(clause.isInForce(at: try #require(Moment(iso8601: now))) == expected)
  }

  @Test func `a clause without a date is in force`() throws {
    #expect(try Self.clause().isInForce(at: Moment(milliseconds: 0)))
  }

  @Test func `a clause cannot end when it begins`() {
    #expect(throws: PolicyError.self) {
      try Self.clause(effective: Self.start, until: Self.start)
    }
  }

  @Test(arguments: ["", "Fee", "1st", "的", "start", "end", "a-b"])
  func `a value must have a plain name`(_ name: String) throws {
    let id = try #require(ClauseID("P05"))
    #expect(throws: PolicyError.badName(id, name)) {
      try Self.clause(values: [Clause.Entry(name, .count(3))])
    }
  }

  @Test(arguments: [0, 21, -1])
  func `a count is 1 to 20`(_ number: Int) throws {
    let id = try #require(ClauseID("P05"))
    #expect(throws: PolicyError.badCount(id, "points", number)) {
      try Self.clause(values: [Clause.Entry("points", .count(number))])
    }
  }

  @Test func `a list is never empty and a name never given twice`() throws {
    let id = try #require(ClauseID("P05"))
    #expect(throws: PolicyError.emptyList(id, "topics")) {
      try Self.clause(values: [Clause.Entry("topics", .list([]))])
    }
    #expect(throws: PolicyError.badName(id, "points")) {
      try Self.clause(values: [
        Clause.Entry("points", .count(3)), Clause.Entry("points", .count(4)),
      ])
    }
  }

  @Test func `the dates of a clause are values of it`() throws {
    let clause = try Self.clause(effective: Self.start)
    let moment = try #require(Self.start).moment
    #expect(clause.value(named: "start") == .instant(moment, boundary: .inclusive))
    #expect(clause.value(named: "end") == nil)
    #expect(clause.valueNames == ["start"])
  }
}
