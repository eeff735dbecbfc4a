import Policy
import Testing

@Suite struct IdentifierTests {
  @Test(arguments: ["P01", "P11", "P43", "P99"])
  func `a clause is P and two digits`(_ text: String) {
    #expect(ClauseID(text)?.description == text)
  }

  @Test(arguments: ["", "P", "P1", "P00", "P001", "p11", "S01", "P１１", "P٠١", " P11", "P11 "])
  func `anything else is no clause`(_ text: String) {
    #expect(ClauseID(text) == nil)
  }

  @Test func `clauses and silent items are ordered by number`() {
    #expect(["P43", "P02", "P11"].compactMap(ClauseID.init).sorted().map(\.number) == [2, 11, 43])
    #expect(
      ["S52", "S01"].compactMap(SilentID.init).sorted().map(\.description) == ["S01", "S52"])
  }

  @Test(arguments: [
    "P11", "P11.", "P11.fee.", "P11.Fee", "P11.fee.a.b", "fee", "P11..fee", "S01.fee",
  ])
  func `a path is a clause and one or two names`(_ text: String) {
    #expect(throws: PolicyError.badPath(text)) { try ValuePath(text) }
  }

  @Test func `a path prints as it is read`() throws {
    #expect(try ValuePath("P11.fee").description == "P11.fee")
    #expect(try ValuePath("P11.fee.monthly").description == "P11.fee.monthly")
  }
}
