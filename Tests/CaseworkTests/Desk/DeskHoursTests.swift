import Casework
import Policy
import Testing

/// The hours are simulated (S35): dedicated 9–22 every day, ordinary 9–18 from Monday to Friday.
@Suite struct DeskHoursTests {
  @Test(
    arguments: [
      ("2020-08-03T08:59:59+08:00", false, false), ("2020-08-03T09:00:00+08:00", true, true),
      ("2020-08-03T17:59:59+08:00", true, true), ("2020-08-03T18:00:00+08:00", true, false),
      ("2020-08-03T21:59:59+08:00", true, false), ("2020-08-03T22:00:00+08:00", false, false),
      ("2020-08-07T12:00:00+08:00", true, true), ("2020-08-08T12:00:00+08:00", true, false),
      ("2020-08-09T12:00:00+08:00", true, false),
      // 01:00 UTC on a Monday is 9 o'clock in Shanghai.
      ("2020-08-03T01:00:00Z", true, true),
    ])
  func `a desk is manned from its opening up to its closing`(
    _ instant: String, _ dedicated: Bool, _ ordinary: Bool
  ) throws {
    let moment = try #require(Moment(iso8601: instant))
    #expect(DeskHours(of: .dedicated).isOpen(at: moment) == dedicated)
    #expect(DeskHours(of: .ordinary).isOpen(at: moment) == ordinary)
  }

  @Test(
    arguments: [
      ("2020-08-03T08:00:00+08:00", "2020-08-03T09:00:00+08:00"),
      ("2020-08-03T10:00:00+08:00", "2020-08-03T10:00:00+08:00"),
      ("2020-08-03T18:00:00+08:00", "2020-08-04T09:00:00+08:00"),
      ("2020-08-07T18:00:00+08:00", "2020-08-10T09:00:00+08:00"),
      ("2020-08-09T23:59:59+08:00", "2020-08-10T09:00:00+08:00"),
    ])
  func `the ordinary desk opens next on a working day`(_ from: String, _ to: String) throws {
    let moment = try #require(Moment(iso8601: from))
    #expect(DeskHours(of: .ordinary).next(from: moment) == Moment(iso8601: to))
  }

  @Test func `Monday is the first day of the week`() throws {
    let monday = try #require(CivilDate(year: 2020, month: 8, day: 3))
    #expect(
      (0..<7).map { CivilDate(daysSinceEpoch: monday.daysSinceEpoch + $0).weekday } == Array(1...7))
    #expect(CivilDate(daysSinceEpoch: -4).weekday == 7)
  }
}
