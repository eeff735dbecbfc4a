import Policy
import Testing

@testable import Casework

/// From when until when a licence is valid: simulated rules, days of Shanghai.
@Suite struct LicenceValidityTests {
  /// 2020-07-20.
  static let today = cutoffDay

  static func day(_ year: Int, _ month: Int, _ day: Int) -> CivilDate {
    CivilDate(year: year, month: month, day: day) ?? today
  }

  static func until(_ year: Int, _ month: Int, _ day: Int) -> LicenceValidity {
    LicenceValidity(from: nil, until: .date(Self.day(year, month, day)))
  }

  static let march = until(2025, 3, 1)

  @Test(arguments: [
    "2025年3月1日", "2025年03月01日", "2025/3/1", "2025.3.1", "20250301", "2025-03-01", "2025 3 1",
    "２０２５年３月１日", "2025年3月1号", "二〇二五年三月一日", "二零二五年三月一号", "2025-3-1日", "到2025年3月1日",
    "有效期至2025年3月1日", "营业期限到 2025.03.01 止", "我的执照2025年3月1日到期", "截止日期是2025/03/01。",
    "1 March 2025", "March 1, 2025", "until 1st of March, 2025", "Mar 1st 2025", "1-Mar-2025",
    "valid until 2025-03-01", "it expires on the 1st March 2025", "2025—03—01", "2025年3月1日 ",
  ])
  func `a day is read as people write it`(text: String) {
    #expect(LicenceValidity.parse(text, today: Self.today) == .success(Self.march))
  }

  @Test(arguments: [
    "长期", "長期", "长期有效", "无固定期限", "永久", "9999-12-31", "99991231", "9999年12月31日", "long term",
    "long-term", "no expiry", "No expiration date", "never expires", "有效期：长期", "我们是长期的", "执照是长期有效的",
    "营业期限为无固定期限", "至长期", "长期（9999-12-31）", "一直有效", "it's permanent", "没有到期日",
  ])
  func `a licence may never end`(text: String) {
    let longTerm = LicenceValidity(from: nil, until: .longTerm)
    #expect(LicenceValidity.parse(text, today: Self.today) == .success(longTerm))
  }

  @Test(arguments: [
    "2015-01-01 至 2035-01-01", "2015年1月1日至2035年1月1日", "自2015年01月01日起至2035年01月01日止",
    "从2015年1月1日到2035年1月1日", "2015.1.1-2035.1.1", "2015-01-01-2035-01-01", "20150101-20350101",
    "2015/1/1~2035/1/1", "2015年1月1日—2035年1月1日", "2015-01-01 2035-01-01",
    "from 2015-01-01 to 2035-01-01", "valid from 1 January 2015 until January 1, 2035",
    "到2035年1月1日，2015年1月1日起", "2035-01-01到期，从2015-01-01开始",
  ])
  func `a beginning may stand before or behind the end`(text: String) {
    let validity = LicenceValidity(
      from: Self.day(2015, 1, 1), until: .date(Self.day(2035, 1, 1)))
    #expect(LicenceValidity.parse(text, today: Self.today) == .success(validity))
  }

  @Test(arguments: [
    "从2015年1月1日到长期", "2015年01月01日至长期", "2015-01-01 至 无固定期限", "2015-01-01至9999-12-31",
    "长期，从2015年1月1日开始", "from 2015-01-01, no expiry", "长期，成立日期2015年1月1日",
  ])
  func `what began may never end`(text: String) {
    let validity = LicenceValidity(from: Self.day(2015, 1, 1), until: .longTerm)
    #expect(LicenceValidity.parse(text, today: Self.today) == .success(validity))
  }

  @Test(arguments: [
    ("", LicenceValidityRefusal.empty), ("　 ", .empty), ("不知道", .notADate), ("多少钱", .notADate),
    ("长期吗", .notADate), ("长期是什么意思", .notADate), ("不是长期", .notADate), ("长期合作可以便宜点", .notADate),
    ("is it long term?", .notADate), ("2035年1月1日之前办要钱吗", .notADate), ("在的", .notADate),
    ("2023-02-29", .noSuchDate), ("2025年13月1日", .noSuchDate), ("20250230", .noSuchDate),
    ("2025年2月30日", .noSuchDate), ("0000-00-00", .noSuchDate), ("February 30, 2030", .noSuchDate),
    ("2015-01-01至2035-02-30", .noSuchDate), ("31/02/2030", .noSuchDate),
    ("有效期到2030年3月", .dayMissing(year: 2030, month: 3)),
    ("2030-03", .dayMissing(year: 2030, month: 3)),
    ("203003", .dayMissing(year: 2030, month: 3)), ("2030年", .dayMissing(year: 2030, month: nil)),
    ("until March 2030", .dayMissing(year: 2030, month: 3)),
    ("2030", .dayMissing(year: 2030, month: nil)),
    ("2015.1-2035.1", .dayMissing(year: 2015, month: 1)), ("3月1日", .yearMissing),
    ("3/1", .yearMissing),
    ("25年3月1日", .yearMissing), ("25/3/1", .yearMissing), ("March 1", .yearMissing),
    ("3/4/2030", .ambiguous(day(2030, 4, 3), day(2030, 3, 4))), ("20年", .duration),
    ("二十年", .duration), ("20 years", .duration), ("2015年1月1日起20年", .duration),
    ("从2015年1月1日", .untilMissing(from: day(2015, 1, 1))),
    ("2015年1月1日成立", .untilMissing(from: day(2015, 1, 1))),
    ("since 2015-01-01", .untilMissing(from: day(2015, 1, 1))),
    ("2015-01-01 2025-01-01 2035-01-01", .severalDates(3)), ("长期 2035-01-01", .severalDates(2)),
    ("2035-01-01 至 2015-01-01", .reversed(from: day(2035, 1, 1), until: day(2015, 1, 1))),
    ("2019-01-01", .expired(day(2019, 1, 1))),
    ("2010-01-01 至 2019-01-01", .expired(day(2019, 1, 1))),
  ])
  func `each way to be wrong has its own reason`(text: String, refusal: LicenceValidityRefusal) {
    #expect(LicenceValidity.parse(text, today: Self.today) == .failure(refusal))
  }

  @Test(arguments: [
    ("31/12/2030", 2030, 12, 31), ("12/31/2030", 2030, 12, 31), ("3/3/2030", 2030, 3, 3),
  ])
  func `a day before its month is read where only one reading is a day`(
    text: String, year: Int, month: Int, day: Int
  ) {
    #expect(
      LicenceValidity.parse(text, today: Self.today) == .success(Self.until(year, month, day)))
  }

  @Test func `the day on which it ends is still valid, the next one is not`() throws {
    let text = "2020-07-20"
    for (today, isValid) in [
      (Self.day(2020, 7, 19), true), (Self.day(2020, 7, 20), true), (Self.day(2020, 7, 21), false),
    ] {
      let end = Self.day(2020, 7, 20)
      let validity = Self.until(2020, 7, 20)
      #expect(
        LicenceValidity.parse(text, today: today)
          == (isValid ? .success(validity) : .failure(.expired(end))))
      #expect(validity.isExpired(on: today) == !isValid)
    }
  }

  @Test func `it may begin today, and not tomorrow`() {
    let text = "2020-07-20 至 2040-07-20"
    let begin = Self.day(2020, 7, 20)
    for (today, isValid) in [
      (Self.day(2020, 7, 19), false), (begin, true), (Self.day(2020, 7, 21), true),
    ] {
      let validity = LicenceValidity(from: begin, until: .date(Self.day(2040, 7, 20)))
      #expect(
        LicenceValidity.parse(text, today: today)
          == (isValid ? .success(validity) : .failure(.fromInFuture(begin))))
    }
  }

  @Test(arguments: [
    (-1, LicenceValidityWarning?.none), (0, .expiresSoon(daysLeft: 0)),
    (1, .expiresSoon(daysLeft: 1)), (29, .expiresSoon(daysLeft: 29)), (30, nil), (31, nil),
  ])
  func `fewer than 30 days left are a warning`(days: Int, warning: LicenceValidityWarning?) {
    let end = CivilDate(daysSinceEpoch: Self.today.daysSinceEpoch + days)
    let validity = LicenceValidity(from: nil, until: .date(end))
    #expect(validity.warning(on: Self.today) == warning)
    #expect(validity.daysLeft(on: Self.today) == days)
  }

  @Test func `what never ends neither expires nor warns`() {
    let validity = LicenceValidity(from: nil, until: .longTerm)
    #expect(!validity.isExpired(on: Self.day(9999, 12, 31)))
    #expect(validity.warning(on: Self.today) == nil)
  }

  @Test func `29 February is a day in leap years only`() {
    #expect(
      LicenceValidity.parse("2024年2月29日", today: Self.today) == .success(Self.until(2024, 2, 29)))
    #expect(LicenceValidity.parse("2100年2月29日", today: Self.today) == .failure(.noSuchDate))
  }

  @Test func `a beginning and an end may be the same day`() {
    let day = Self.today
    #expect(
      LicenceValidity.parse("2020-07-20至2020-07-20", today: day)
        == .success(LicenceValidity(from: day, until: .date(day))))
  }

  static let pieces = [
    "2025", "-", "03", "/", ".", "年", "月", "日", "至", "长期", "从", "起", "9999", "20250301", "March",
    "1st",
    "of", ",", "二〇", "十", "三", "无固定", "期限", "until", "99999999999999999999", "吗", "\u{0}", "👍", " ",
  ]

  @Test(arguments: 1...8)
  func `no mixture of its own words makes it trap`(seed: Int) {
    var random = Mutation(seed: seed)
    for _ in 0..<400 {
      let text = (0..<12).map { _ in Self.pieces[random.below(Self.pieces.count)] }.joined()
      let validity = LicenceValidity.parse(text, today: Self.today)
      #expect(validity == LicenceValidity.parse(text, today: Self.today))
      if case .failure(let refusal) = validity {
        #expect(LicenceValidityRefusal.keys.contains(refusal.key))
      }
    }
  }
}
