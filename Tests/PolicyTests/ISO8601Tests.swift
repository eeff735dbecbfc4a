import Policy
import Testing

@Suite struct ISO8601Tests {
  @Test(arguments: [
    ("2020-07-20T00:00:00+08:00", 1_595_174_400_000), ("2020-07-19T16:00:00Z", 1_595_174_400_000),
    ("2020-07-19T16:00Z", 1_595_174_400_000), ("2020-07-19T24:00:00+08:00", 1_595_174_400_000),
    ("2020-07-19T23:59:59.999+08:00", 1_595_174_399_999),
    ("2020-07-19T12:00:00-05:00", 1_595_178_000_000), ("1970-01-01T00:00:00.5Z", 500),
    ("1969-12-31T23:59:59Z", -1000),
  ])
  func `an instant is read with its distance from UTC`(_ text: String, _ expected: Int64) {
    #expect(Moment(iso8601: text)?.milliseconds == expected)
  }

  @Test(arguments: [
    "", "2020-07-20", "2020-07-20T00:00:00", "2020-07-20 00:00:00Z", "2020-07-20T00:00:00+0800",
    "2020-07-20T25:00:00Z", "2020-07-20T24:00:01Z", "2020-07-20T00:60:00Z", "2020-07-20T00:00:60Z",
    "2020-02-30T00:00:00Z", "2021-02-29T00:00:00Z", "20200720T000000Z", "2020-07-20T00:00:00.Z",
    "2020-07-20T00:00:00.1234Z", "2020-07-20T00:00:00+19:00", "２０２０-07-20T00:00:00Z",
    "2020-07-20T00:00:00Zx",
  ])
  func `anything else is no instant`(_ text: String) {
    #expect(Moment(iso8601: text) == nil)
  }

  @Test(arguments: [
    "2020-7-20", "2020-13-01", "2020-00-10", "2020-06-31", "20-07-20", "2020-07-20 ",
  ])
  func `anything but yyyy-MM-dd is no date`(_ text: String) {
    #expect(CivilDate(iso8601: text) == nil)
  }

  @Test func `a date of the policy is Shanghai's first instant of that day`() throws {
    let date = try #require(PolicyDate(iso8601: "2020-07-20"))
    #expect(date.precision == .date)
    #expect(date.moment.milliseconds == 1_595_174_400_000)
    #expect(PolicyDate(iso8601: "2020-07-20T00:00:00+08:00")?.precision == .instant)
  }
}
