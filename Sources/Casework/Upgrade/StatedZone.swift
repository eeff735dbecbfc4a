import Policy

/// A time zone as a merchant names it.
enum StatedZone: Hashable, Sendable {
  /// Seconds east of UTC, all the year.
  case fixed(Int)
  /// The European Union's summer time: one hour more from the last Sunday of March to that of October.
  case european(Int)
  /// The summer time of the USA: from the second Sunday of March to the first of November.
  case american(Int)
  /// South-east Australia's: from the first Sunday of October to that of April.
  case australian(Int)
  /// A country with several zones, from the eastmost to the westmost.
  case between(east: Int, west: Int)

  /// The possible distances from UTC on that local day, in seconds.
  func offsets(on day: CivilDate) -> [Int] {
    switch self {
    case .fixed(let offset): return [offset]
    case .between(let east, let west): return [east, west]
    case .european(let offset):
      let isSummer = day >= sunday(.last, of: 3, day.year) && day < sunday(.last, of: 10, day.year)
      return [offset + (isSummer ? 3600 : 0)]
    case .american(let offset):
      let isSummer =
        day >= sunday(.second, of: 3, day.year) && day < sunday(.first, of: 11, day.year)
      return [offset + (isSummer ? 3600 : 0)]
    case .australian(let offset):
      let isWinter =
        day >= sunday(.first, of: 4, day.year) && day < sunday(.first, of: 10, day.year)
      return [offset + (isWinter ? 0 : 3600)]
    }
  }

  private enum Which { case first, second, last }

  private func sunday(_ which: Which, of month: Int, _ year: Int) -> CivilDate {
    let start: Int =
      switch which {
      case .first: 1
      case .second: 8
      case .last: CivilDate.days(inMonth: month, of: year) - 6
      }
    let first = CivilDate(year: year, month: month, day: start)?.daysSinceEpoch ?? 0
    // 1970-01-01 was a Thursday, so Sundays are the days that leave 3.
    return CivilDate(daysSinceEpoch: first + (((3 - first) % 7) + 7) % 7)
  }
}
