import Policy

/// Reads days: 7月19号, 七月十九, 7.19, 2020-07-19, 20号, July 19th, the 18th. Words that are relative to
/// today are `RelativeDateReader`'s.
enum DateReader {
  /// The date that stands at the cursor, which then stands behind it; nil leaves the cursor alone.
  static func read(_ cursor: inout ClaimCursor, today: CivilDate) -> StatedDate? {
    let readers: [(inout ClaimCursor) -> StatedDate?] = [
      { RelativeDateReader.read(&$0, today: today) }, { han(&$0, year: nil) }, hanWithYear, numeric,
      compact, english, ordinal, named,
    ]
    for reader in readers {
      var attempt = cursor
      if let date = reader(&attempt) {
        cursor = attempt
        return date
      }
    }
    return nil
  }

  /// 7月, 7月份, 7月初, 7月19, 7月19号; 19号 alone; `year` was read before.
  static func han(_ cursor: inout ClaimCursor, year: Int?) -> StatedDate? {
    guard let first = cursor.number(in: 1...31) else { return nil }
    if cursor.take(ClaimWords.dayUnit) {
      return year == nil ? .day(year: nil, month: nil, day: first) : nil
    }
    guard (1...12).contains(first), cursor.take(ClaimWords.monthUnit) else { return nil }
    for (words, from, to) in ClaimWords.monthParts where cursor.take(words) {
      return .month(year: year, month: first, from: from, to: to)
    }
    var attempt = cursor
    if let day = attempt.number(in: 1...31),
      attempt.take(ClaimWords.dayUnit) || !attempt.sees(ClaimWords.otherUnits)
    {
      cursor = attempt
      return .day(year: year, month: first, day: day)
    }
    return .month(year: year, month: first, from: 1, to: 31)
  }

  /// 2020年7月19日, 20年7月, 2019年.
  private static func hanWithYear(_ cursor: inout ClaimCursor) -> StatedDate? {
    guard case .number(let number, let digits, _) = cursor.peek(), digits == 4 || digits == 2,
      let year = fullYear(number)
    else { return nil }
    cursor.place += 1
    guard cursor.take(ClaimWords.yearUnit) else { return nil }
    return inYear(year, &cursor)
  }

  /// What follows a year: a month, a day, 上半年, or nothing.
  static func inYear(_ year: Int, _ cursor: inout ClaimCursor) -> StatedDate? {
    _ = cursor.take(ClaimWords.of)
    for (words, from, to) in ClaimWords.yearParts where cursor.take(words) {
      return .months(from, to, of: year)
    }
    var attempt = cursor
    if let date = han(&attempt, year: year) {
      cursor = attempt
      return date
    }
    if let date = numericDay(&attempt, year: year) {
      cursor = attempt
      return date
    }
    return .months(1, 12, of: year)
  }

  /// 7.19, 7/19, 7-19, 19/7, 2020-07-19, 2020/7/19, 7/19/2020, 2020-07.
  private static func numeric(_ cursor: inout ClaimCursor) -> StatedDate? {
    if cursor.isPreceded(by: ClaimWords.partOfNumber, at: cursor.place) { return nil }
    if let year = cursor.peek()?.value, (1990...2100).contains(year) {
      cursor.place += 1
      guard separator(&cursor) != nil else { return nil }
      if let date = numericDay(&cursor, year: year) { return date }
      guard let month = cursor.number(in: 1...12) else { return nil }
      return .month(year: year, month: month, from: 1, to: 31)
    }
    return numericDay(&cursor, year: nil)
  }

  private static func numericDay(_ cursor: inout ClaimCursor, year: Int?) -> StatedDate? {
    guard let first = cursor.number(in: 1...31), let sign = separator(&cursor),
      let second = cursor.number(in: 1...31)
    else { return nil }
    var year = year
    if year == nil, cursor.peek() == .sign(sign), let last = cursor.peek(1)?.value {
      guard let full = fullYear(last) else { return nil }
      year = full
      cursor.place += 2
    }
    let isDayFirst = first > 12 && second <= 12 && sign != "-" && (sign == "/" || year != nil)
    let (month, day) = isDayFirst ? (second, first) : (first, second)
    let ends = cursor.take(ClaimWords.dayUnit) || !cursor.sees(ClaimWords.otherUnits)
    guard (1...12).contains(month), ends, !(first == 24 && second == 7) else { return nil }
    return .day(year: year, month: month, day: day)
  }

  private static func separator(_ cursor: inout ClaimCursor) -> Unicode.Scalar? {
    guard case .sign(let sign) = cursor.peek(), sign == "." || sign == "/" || sign == "-" else {
      return nil
    }
    cursor.place += 1
    return sign
  }

  /// 20200719, 0719, and 719 before a word that a day has behind it.
  private static func compact(_ cursor: inout ClaimCursor) -> StatedDate? {
    guard case .number(let number, let digits, false) = cursor.peek() else { return nil }
    let isPartOfCode = cursor.isPreceded(by: ClaimWords.partOfNumber, at: cursor.place)
    cursor.place += 1
    let (month, day) = (number / 100 % 100, number % 100)
    guard !isPartOfCode, (1...12).contains(month), (1...31).contains(day) else { return nil }
    switch digits {
    case 8 where (1990...2100).contains(number / 10_000):
      return .day(year: number / 10_000, month: month, day: day)
    case 4 where number < 1000: return .day(year: nil, month: month, day: day)
    case 3 where cursor.sees(ClaimWords.behindShortDay):
      return .day(year: nil, month: month, day: day)
    case _: return nil
    }
  }

  /// July 19th, 2020; 19 July 2020; the 19th of July; in March.
  private static func english(_ cursor: inout ClaimCursor) -> StatedDate? {
    var month: Int?
    var day: Int?
    let isAlone = cursor.isPreceded(by: ClaimWords.beforeMonth, at: cursor.place)
    _ = cursor.take(ClaimWords.the)
    if let name = monthName(&cursor) {
      month = name
      _ = cursor.take(ClaimWords.the)
      var attempt = cursor
      if let number = attempt.number(in: 1...31), !attempt.sees(ClaimWords.otherUnits) {
        cursor = attempt
        day = number
        _ = cursor.take(ClaimWords.ordinalEnding)
      }
    } else if let number = cursor.number(in: 1...31) {
      day = number
      _ = cursor.take(ClaimWords.ordinalEnding)
      _ = cursor.take(ClaimWords.of)
      month = monthName(&cursor)
    }
    guard let month else { return nil }
    var attempt = cursor
    _ = attempt.take(ClaimWords.comma)
    _ = attempt.take(ClaimWords.of)
    var year: Int?
    if let number = attempt.number(in: 1990...2100) {
      year = number
      cursor = attempt
    }
    guard day != nil || isAlone || year != nil else { return nil }
    guard let day else { return .month(year: year, month: month, from: 1, to: 31) }
    return .day(year: year, month: month, day: day)
  }

  private static func monthName(_ cursor: inout ClaimCursor) -> Int? {
    guard case .word(let name) = cursor.peek(), let month = ClaimWords.months[name] else {
      return nil
    }
    cursor.place += 1
    if cursor.peek() == .sign("."), cursor.peek(1)?.value != nil { cursor.place += 1 }
    return month
  }

  /// The 18th, 20th.
  private static func ordinal(_ cursor: inout ClaimCursor) -> StatedDate? {
    _ = cursor.take(ClaimWords.the)
    guard let day = cursor.number(in: 1...31), cursor.take(ClaimWords.ordinalEnding) else {
      return nil
    }
    return .day(year: nil, month: nil, day: day)
  }

  /// 国庆, 元旦, 双十一.
  private static func named(_ cursor: inout ClaimCursor) -> StatedDate? {
    for (words, month, day) in ClaimWords.namedDays where cursor.take(words) {
      return .day(year: nil, month: month, day: day)
    }
    return nil
  }

  private static func fullYear(_ number: Int) -> Int? {
    switch number {
    case 1990...2100: number
    case 15...40: 2000 + number
    case _: nil
    }
  }
}
