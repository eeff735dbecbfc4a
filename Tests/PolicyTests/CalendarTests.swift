import Policy
import Testing

@Suite struct CalendarTests {
  @Test(arguments: [
    (1970, 1, 1, 0), (1969, 12, 31, -1), (2000, 2, 29, 11_016), (2020, 7, 20, 18_463),
    (1, 1, 1, -719_162), (9999, 12, 31, 2_932_896),
  ])
  func `a day counts from 1970`(_ year: Int, _ month: Int, _ day: Int, _ expected: Int) throws {
    let date = try #require(CivilDate(year: year, month: month, day: day))
    #expect(date.daysSinceEpoch == expected)
    #expect(CivilDate(daysSinceEpoch: expected) == date)
  }

  @Test(arguments: [
    (2020, 2, 30), (2019, 2, 29), (1900, 2, 29), (2020, 13, 1), (2020, 0, 1), (0, 1, 1),
  ])
  func `a day that does not exist is none`(_ year: Int, _ month: Int, _ day: Int) {
    #expect(CivilDate(year: year, month: month, day: day) == nil)
  }

  @Test func `the days of four centuries come back from their numbers`() {
    var previous = CivilDate(daysSinceEpoch: -150_000)
    for number in -149_999...(-149_999 + 146_097) {
      let date = CivilDate(daysSinceEpoch: number)
      guard previous < date, date.daysSinceEpoch == number else {
        Issue.record("day \(number) is \(date)")
        return
      }
      previous = date
    }
  }

  /// The cut-off of P21.
  @Test(arguments: [
    ("2020-07-19T15:59:59.999Z", 19, 86_399_999), ("2020-07-19T16:00:00Z", 20, 0),
    ("2020-07-19T16:00:00.001Z", 20, 1),
  ])
  func `midnight is Shanghai's`(_ text: String, _ day: Int, _ millisecond: Int) throws {
    let moment = try #require(Moment(iso8601: text))
    #expect(moment.shanghaiDate.day == day)
    #expect(moment.shanghaiMillisecondOfDay == millisecond)
  }
}
