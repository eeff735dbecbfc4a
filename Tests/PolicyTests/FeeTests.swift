import Policy
import Testing

/// P11: CNY 599 a year; P23: CNY 599 a half-year. Derived figures: POLICY, after section 1's table.
@Suite struct FeeTests {
  private static func fee(_ per: Fee.Period, fen: Int = 59_900) throws -> Fee {
    Fee(try Money(fen: fen), per: per, kind: per == .year ? .certification : .technicalService)
  }

  @Test func `the two fees of one figure are two facts`() throws {
    #expect(try Self.fee(.year) != Self.fee(.halfYear))
    #expect(try Self.fee(.year).amount == Self.fee(.halfYear).amount)
  }

  @Test func `a year of the old fee is 1198, a month of the new one 49.92`() throws {
    #expect(try Self.fee(.halfYear).yearly.fen == 119_800)
    #expect(try Self.fee(.year).yearly.fen == 59_900)
    #expect(try Self.fee(.year).monthly.fen == 4_992)
    #expect(try Self.fee(.halfYear).monthly.fen == 9_983)
  }

  @Test(arguments: [(1, 0), (5, 0), (6, 1), (7, 1), (17, 1), (18, 2)])
  func `a month is rounded half up to a fen`(_ fen: Int, _ expected: Int) throws {
    #expect(try Self.fee(.year, fen: fen).monthly.fen == expected)
  }

  @Test(arguments: [0, -1, Int.min, Int.max])
  func `an amount is more than nothing`(_ fen: Int) {
    #expect(throws: PolicyError.badAmount(fen)) { try Money(fen: fen) }
  }

  @Test(arguments: [
    (59_900, "599 元", "CNY 599"), (4_992, "49.92 元", "CNY 49.92"), (5, "0.05 元", "CNY 0.05"),
    (119_800, "1198 元", "CNY 1198"), (59_950, "599.50 元", "CNY 599.50"),
  ])
  func `fen are shown only where there are any`(_ fen: Int, _ zh: String, _ en: String) throws {
    #expect(try Money(fen: fen).rendered(in: .zh) == zh)
    #expect(try Money(fen: fen).rendered(in: .en) == en)
  }
}
