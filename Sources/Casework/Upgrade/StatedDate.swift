import Policy

/// A day, or a stretch of days, as a merchant states it; what was left out is filled in only when it
/// is held against a cut-off.
enum StatedDate: Hashable, Sendable {
  /// A day; nil is what was not said.
  case day(year: Int?, month: Int?, day: Int)
  /// The days `from…to` of a month, inclusive; `to` 31 is its last day.
  case month(year: Int?, month: Int, from: Int, to: Int)
  /// From the first to the last day, both inclusive; words like 昨天 and 去年 are such a span.
  case span(CivilDate, CivilDate)

  /// The whole months from `first` to `last` (1…12) of a year; nil when there are none such.
  static func months(_ first: Int, _ last: Int, of year: Int) -> StatedDate? {
    guard let from = CivilDate(year: year, month: first, day: 1),
      let to = CivilDate(year: year, month: last, day: CivilDate.days(inMonth: last, of: year))
    else { return nil }
    return .span(from, to)
  }

  /// The first and the last day that are meant; nil when there is no such day.
  ///
  /// A year that is not said is the cut-off's, unless the day then lies after `today`: a payment lies
  /// in the past, so the year before. A month that is not said is the cut-off's, or the month before
  /// it for the same reason.
  func days(today: CivilDate, cutoff: CivilDate) -> (first: CivilDate, last: CivilDate)? {
    switch self {
    case .span(let first, let last): return (first, last)
    case .day(let year, nil, let day):
      let month = CivilDate(year: year ?? cutoff.year, month: cutoff.month, day: day)
      if let month, month <= today { return (month, month) }
      let before = cutoff.month == 1 ? 12 : cutoff.month - 1
      let beforeYear = (year ?? cutoff.year) - (cutoff.month == 1 ? 1 : 0)
      let earlier = CivilDate(year: beforeYear, month: before, day: day)
      return (earlier ?? month).map { ($0, $0) }
    case .day(let year, .some(let month), let day):
      let stated = CivilDate(year: year ?? cutoff.year, month: month, day: day)
      if let stated, year != nil || stated <= today { return (stated, stated) }
      let earlier = CivilDate(year: cutoff.year - 1, month: month, day: day)
      return year == nil ? earlier.map { ($0, $0) } : nil
    case .month(let year, let month, let from, let to):
      let first = CivilDate(year: year ?? cutoff.year, month: month, day: from)
      let isFuture = year == nil && first.map { $0 > today } ?? false
      let actual = year ?? (isFuture ? cutoff.year - 1 : cutoff.year)
      let end = min(to, CivilDate.days(inMonth: month, of: actual))
      guard let first = CivilDate(year: actual, month: month, day: from),
        let last = CivilDate(year: actual, month: month, day: end)
      else { return nil }
      return (first, last)
    }
  }
}

extension CivilDate {
  /// The day `days` later (earlier, when negative).
  func advanced(byDays days: Int) -> CivilDate {
    CivilDate(daysSinceEpoch: daysSinceEpoch + days)
  }

  /// The same day `months` earlier by the calendar, or that month's last day when it is shorter.
  func earlier(byMonths months: Int) -> CivilDate {
    let index = year * 12 + month - 1 - months
    let (year, month) = (index / 12, index % 12 + 1)
    let last = CivilDate.days(inMonth: month, of: year)
    return CivilDate(year: year, month: month, day: min(day, last)) ?? self
  }
}
