import Policy

/// Reads days that are told by today: 昨天, 上个月20号, 三天前, 去年, last week, two days ago.
///
/// `today` is handed in. The article's own 「去年8月」 and 「这个月」 are never read here, since only what
/// says when somebody paid is (POLICY A13).
enum RelativeDateReader {
  /// The date that stands at the cursor, which is moved only if one does.
  static func read(_ cursor: inout ClaimCursor, today: CivilDate) -> StatedDate? {
    for (words, months) in ClaimWords.relativeMonths where cursor.take(words) {
      return inMonth(today.earlier(byMonths: months), &cursor)
    }
    for (words, years) in ClaimWords.relativeYears where cursor.take(words) {
      return DateReader.inYear(today.year - years, &cursor)
    }
    for (words, weeks) in ClaimWords.relativeWeeks where cursor.take(words) {
      return inWeek(monday(of: today).advanced(byDays: -7 * weeks), &cursor)
    }
    for (words, days) in ClaimWords.relativeDays where cursor.take(words) {
      let day = today.advanced(byDays: -days)
      return .span(day, day)
    }
    return ago(&cursor, today: today)
  }

  private static func inMonth(_ day: CivilDate, _ cursor: inout ClaimCursor) -> StatedDate? {
    _ = cursor.take(ClaimWords.of)
    for (words, from, to) in ClaimWords.monthParts where cursor.take(words) {
      return .month(year: day.year, month: day.month, from: from, to: to)
    }
    var attempt = cursor
    if let number = attempt.number(in: 1...31), attempt.take(ClaimWords.dayUnit) {
      cursor = attempt
      return .day(year: day.year, month: day.month, day: number)
    }
    return .month(year: day.year, month: day.month, from: 1, to: 31)
  }

  private static func inWeek(_ monday: CivilDate, _ cursor: inout ClaimCursor) -> StatedDate {
    for (words, days) in ClaimWords.weekdays where cursor.take(words) {
      let day = monday.advanced(byDays: days)
      return .span(day, day)
    }
    return .span(monday, monday.advanced(byDays: 6))
  }

  /// 三天前 is a day; 两周前, 一个月前, 半年前, 一年前 are so rough that the days around count too.
  private static func ago(_ cursor: inout ClaimCursor, today: CivilDate) -> StatedDate? {
    var count = 0
    if let number = cursor.number(in: 1...99) {
      count = number
    } else if !cursor.take(ClaimWords.article) {
      return halfYearAgo(&cursor, today: today)
    } else {
      count = 1
    }
    for (words, unit) in ClaimWords.agoUnits where cursor.take(words) {
      guard cursor.take(ClaimWords.ago) else { return nil }
      switch unit {
      case .day: return around(today.advanced(byDays: -count), by: 0)
      case .week: return around(today.advanced(byDays: -7 * count), by: 3)
      case .month: return around(today.earlier(byMonths: count), by: 15)
      case .year: return around(today.earlier(byMonths: 12 * count), by: 90)
      }
    }
    return nil
  }

  private static func halfYearAgo(_ cursor: inout ClaimCursor, today: CivilDate) -> StatedDate? {
    guard cursor.take(ClaimWords.halfYearAgo) else { return nil }
    return around(today.earlier(byMonths: 6), by: 30)
  }

  private static func around(_ day: CivilDate, by days: Int) -> StatedDate {
    .span(day.advanced(byDays: -days), day.advanced(byDays: days))
  }

  private static func monday(of day: CivilDate) -> CivilDate {
    // 1970-01-01 was a Thursday, so Mondays are the days that leave 4.
    day.advanced(byDays: -((((day.daysSinceEpoch - 4) % 7) + 7) % 7))
  }
}
