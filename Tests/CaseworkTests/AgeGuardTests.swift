import Policy
import Testing

@testable import Casework

/// Completed years on the Shanghai day; 29 February completes on 1 March.
@Suite struct AgeGuardTests {
  @Test(arguments: [
    ("440399200207200357", 18, AgeGuard.adult), ("510199200407200463", 16, .needsGuardian),
    ("420199200407210512", 15, .tooYoung), ("110199199003150025", 30, .adult),
  ])
  func `the specimens on 2020-07-20`(text: String, years: Int, verdict: AgeGuard) throws {
    let id = try ResidentID.parse(text, today: cutoffDay).get()
    #expect(AgeGuard.completedYears(from: id.birthDate, to: cutoffDay) == years)
    #expect(AgeGuard.of(born: id.birthDate, on: cutoffDay) == verdict)
  }

  @Test(arguments: [
    (2018, 2, 28, 17), (2018, 3, 1, 18), (2020, 2, 28, 19), (2020, 2, 29, 20), (2020, 3, 1, 20),
  ])
  func `born on 29 February`(year: Int, month: Int, day: Int, years: Int) throws {
    let birth = try #require(CivilDate(year: 2000, month: 2, day: 29))
    let on = try #require(CivilDate(year: year, month: month, day: day))
    #expect(AgeGuard.completedYears(from: birth, to: on) == years)
  }

  @Test(arguments: [
    (19, AgeGuard.needsGuardian), (20, .adult), (21, .adult),
  ])
  func `18 is completed on the birthday itself`(day: Int, verdict: AgeGuard) throws {
    let birth = try #require(CivilDate(year: 2002, month: 7, day: 20))
    let on = try #require(CivilDate(year: 2020, month: 7, day: day))
    #expect(AgeGuard.of(born: birth, on: on) == verdict)
  }

  @Test(arguments: [(19, AgeGuard.tooYoung), (20, .needsGuardian), (21, .needsGuardian)])
  func `16 is completed on the birthday itself`(day: Int, verdict: AgeGuard) throws {
    let birth = try #require(CivilDate(year: 2004, month: 7, day: 20))
    let on = try #require(CivilDate(year: 2020, month: 7, day: day))
    #expect(AgeGuard.of(born: birth, on: on) == verdict)
  }
}
