import Policy
import Testing

@testable import Casework

/// Validity and renewal (simulated; P11 says only "a year"): the anchor plus so many years, exclusive.
@Suite struct CasesRenewalTests {
  @Test(arguments: [
    ("2020-07-20T10:00:00", 1, "2021-07-20T10:00:00"),
    ("2020-12-31T23:59:59", 1, "2021-12-31T23:59:59"),
    ("2020-02-29T10:00:00", 1, "2021-02-28T10:00:00"),
    ("2020-02-29T10:00:00", 2, "2022-02-28T10:00:00"),
    ("2020-02-29T10:00:00", 4, "2024-02-29T10:00:00"),
    ("2096-02-29T00:00:00", 4, "2100-02-28T00:00:00"),
    ("2096-02-29T00:00:00", 8, "2104-02-29T00:00:00"),
    // 00:30 in Shanghai is still the day before in UTC.
    ("2020-03-01T00:30:00", 1, "2021-03-01T00:30:00"),
    ("2021-01-01T00:00:00", 1, "2022-01-01T00:00:00"),
  ])
  func `years are added on the Shanghai wall`(from: String, years: Int, until: String) throws {
    #expect(try shanghai(from).addingYears(years) == shanghai(until))
  }

  @Test func `a leap day is not lost by renewing four times`() throws {
    var history = History(at: try shanghai("2020-02-29 10:00:00"))
    let (id, _) = try history.bought()
    #expect(history.record[id]?.expiry == .until(try shanghai("2021-02-28 10:00:00")))
    for (year, day) in [(2021, 28), (2022, 28), (2023, 28)] {
      history.now = try shanghai("\(year)-02-\(day - 1) 09:00:00")
      let renewal = try history.renewed()
      #expect(history.record[renewal]?.activeFrom == (try shanghai("\(year)-02-28 10:00:00")))
    }
    let until = try shanghai("2024-02-29 10:00:00")
    #expect(
      history.record.blueV(at: history.now)
        == .bought(anchor: try shanghai("2020-02-29 10:00:00"), years: 4, until: until))
  }

  @Test(arguments: [(-1, CaseState.active, true), (0, .expired, false), (1, .expired, false)])
  func `the end is exclusive`(seconds: Int, state: CaseState, isActive: Bool) throws {
    var history = History()
    let (id, _) = try history.bought()
    let until = try shanghai("2021-07-20 00:00:00")
    history.now = until.advanced(bySeconds: seconds)
    #expect(history.state(of: id) == state)
    #expect(history.record.blueV(at: history.now).isActive == isActive)
    if !isActive { #expect(history.record.blueV(at: history.now) == .ended(until)) }
  }

  @Test(arguments: [
    // In the last second it goes on from the end; at the end it begins anew.
    (-1, "2021-07-20T00:00:00", "2022-07-20T00:00:00"),
    (0, "2021-07-20T00:00:00", "2022-07-20T00:00:00"),
    (1, "2021-07-20T00:00:01", "2022-07-20T00:00:01"),
  ])
  func `a renewal in the last second is early`(seconds: Int, from: String, until: String) throws {
    var history = History()
    _ = try history.bought()
    history.now = try shanghai("2021-07-20 00:00:00").advanced(bySeconds: seconds)
    let id = try history.renewed()
    #expect(history.record[id]?.activeFrom == (try shanghai(from)))
    #expect(history.record[id]?.expiry == .until(try shanghai(until)))
    #expect(history.record.blueV(at: history.now).isActive)
  }

  @Test func `paid at the very end, the anchor is a new one`() throws {
    var history = History(at: try shanghai("2020-02-29 10:00:00"))
    _ = try history.bought()
    let end = try shanghai("2021-02-28 10:00:00")
    history.now = end
    _ = try history.renewed()
    #expect(
      history.record.blueV(at: history.now)
        == .bought(anchor: end, years: 1, until: try shanghai("2022-02-28 10:00:00")))
  }

  @Test func `what counts is when it was paid, not when it was ordered`() throws {
    var history = History()
    _ = try history.bought()
    history.now = try shanghai("2021-07-19 23:59:59")
    let (id, number) = try history.ordered(.renew)
    history.now = try shanghai("2021-07-20 00:00:05")
    try history.happens(.chargeSent(number, attempt: 1))
    try history.happens(.chargeAnswered(number, attempt: 1, .paid), by: .simulator)
    #expect(history.record[id]?.activeFrom == history.now)
  }

  @Test(arguments: [
    ("2021-06-19T23:59:59", false), ("2021-06-20T00:00:00", true), ("2021-07-19T23:59:59", true),
    ("2021-07-20T00:00:00", true), ("2023-01-01T00:00:00", true),
  ])
  func `the window opens thirty days before the end`(at: String, isOpen: Bool) throws {
    var history = History()
    _ = try history.bought()
    history.now = try shanghai(at)
    #expect(history.record.canRenew(at: history.now) == isOpen)
    let opening = CaseEvent.opened(CaseID(9, on: cutoffDay), .renew)
    #expect(history.refusal(of: opening) == (isOpen ? nil : .nothingToRenew))
  }

  @Test func `a year is not bought twice, by a renewal and a new application`() throws {
    var history = History()
    #expect(history.refusal(of: .opened(CaseID(9, on: cutoffDay), .renew)) == .nothingToRenew)
    _ = try history.bought()
    history.now = try shanghai("2021-08-01 00:00:00")
    var other = history
    let renewal = try history.filled(.renew)
    let bluev = CaseEvent.opened(CaseID(9, on: cutoffDay), .bluev)
    #expect(history.refusal(of: bluev) == .alreadyOpen)
    try history.happens(.closed(renewal))
    #expect(history.refusal(of: bluev) == nil)
    _ = try other.filled(.bluev)
    #expect(!other.record.canRenew(at: other.now))
    #expect(
      other.refusal(of: .opened(CaseID(9, on: cutoffDay), .renew)) == .nothingToRenew)
  }

  @Test func `with an upgrade there is nothing to renew`() throws {
    var history = History()
    _ = try history.bought()
    let upgrade = try history.filled(.upgrade)
    try history.happens(.upgradeChecked(upgrade, .eligible))
    try history.happens(.upgraded(upgrade), by: .simulator)
    history.now = try shanghai("2021-07-01 00:00:00")
    #expect(!history.record.canRenew(at: history.now))
    history.now = try shanghai("2021-07-20 00:00:00")
    #expect(history.record.blueV(at: history.now) == .upgraded)
  }

  @Test func `a renewal that was paid when the upgrade came has an end`() throws {
    var history = History()
    _ = try history.bought()
    history.now = try shanghai("2021-07-20 00:00:00")
    let (id, number) = try history.ordered(.renew)
    try history.happens(.chargeSent(number, attempt: 1))
    let upgrade = try history.filled(.upgrade)
    try history.happens(.upgradeChecked(upgrade, .eligible))
    try history.happens(.upgraded(upgrade), by: .simulator)
    try history.happens(.chargeAnswered(number, attempt: 1, .paid), by: .simulator)
    #expect(history.record[id]?.expiry == .until(try shanghai("2022-07-20 00:00:00")))
  }
}
