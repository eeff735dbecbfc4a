import Policy

/// A day as it stands in a statement of validity, whole or with something missing.
enum ValidityDate: Hashable, Sendable {
  case end(LicenceValidity.End)
  case refused(LicenceValidityRefusal)

  /// 长期, or a day of the year 9999.
  static let longTerm = ValidityDate.end(.longTerm)

  /// What it says; nil when something is wrong with it.
  var end: LicenceValidity.End? {
    switch self {
    case .end(let end): end
    case .refused: nil
    }
  }

  /// What is wrong with it.
  var refusal: LicenceValidityRefusal? {
    switch self {
    case .end: nil
    case .refused(let refusal): refusal
    }
  }

  /// The day or 长期 that stands at the cursor, which then stands behind it; nil leaves it alone.
  static func read(_ cursor: inout ClaimCursor) -> ValidityDate? {
    if cursor.take(ValidityWords.longTerm) { return longTerm }
    for reader in [compact, yearFirst, yearLast, dayMonth, monthDay, withoutYear, stretch] {
      var attempt = cursor
      if let date = reader(&attempt) {
        cursor = attempt
        return date
      }
    }
    return nil
  }

  private static func day(_ year: Int, _ month: Int, _ day: Int) -> ValidityDate {
    guard let date = CivilDate(year: year, month: month, day: day) else {
      return .refused(.noSuchDate)
    }
    return year == 9999 ? longTerm : .end(.date(date))
  }

  private static func withoutDay(_ year: Int, _ month: Int?) -> ValidityDate {
    if year == 9999 { return longTerm }
    if let month, !(1...12).contains(month) { return .refused(.noSuchDate) }
    return .refused(.dayMissing(year: year, month: month))
  }

  // MARK: In figures

  /// 20250301; 202503 without the day.
  private static func compact(_ cursor: inout ClaimCursor) -> ValidityDate? {
    guard case .number(let number, let digits, false) = cursor.peek() else { return nil }
    cursor.place += 1
    switch digits {
    case 8:
      _ = cursor.take(ClaimWords.dayUnit)
      return day(number / 10_000, number / 100 % 100, number % 100)
    case 6 where (190_001...999_912).contains(number) && (1...12).contains(number % 100):
      return withoutDay(number / 100, number % 100)
    case _: return nil
    }
  }

  /// 2025年3月1日, 2025/3/1, 2025.3.1, 2025-03-01, 2025 3 1, 二〇二五年三月一日; with the day or the
  /// month missing.
  private static func yearFirst(_ cursor: inout ClaimCursor) -> ValidityDate? {
    guard let year = year(&cursor) else { return nil }
    var attempt = cursor
    _ = attempt.take(ValidityWords.behindYear)
    guard let month = short(&attempt) else {
      // 「2035年」; the sign behind a bare year may join it to what follows.
      _ = cursor.take(ClaimWords.yearUnit)
      return withoutDay(year, nil)
    }
    cursor = attempt
    _ = attempt.take(ValidityWords.behindMonth)
    guard let day = short(&attempt), !attempt.sees(ClaimWords.yearUnit) else {
      _ = cursor.take(ClaimWords.monthUnit)
      return withoutDay(year, month)
    }
    _ = attempt.take(ClaimWords.dayUnit)
    cursor = attempt
    return self.day(year, month, day)
  }

  /// 31/12/2030, 12/31/2030; both readings when both are days: 3/4/2030.
  private static func yearLast(_ cursor: inout ClaimCursor) -> ValidityDate? {
    guard let first = short(&cursor), let sign = separator(&cursor), let second = short(&cursor),
      separator(&cursor) == sign, let year = year(&cursor)
    else { return nil }
    let days = [
      CivilDate(year: year, month: second, day: first),
      CivilDate(year: year, month: first, day: second),
    ].compactMap(\.self)
    guard let one = days.first else { return .refused(.noSuchDate) }
    if year == 9999 { return longTerm }
    if let other = days.dropFirst().first, other != one { return .refused(.ambiguous(one, other)) }
    return .end(.date(one))
  }

  /// 35年1月1日, 35/1/1, 1月1日, 1/1: a year of four digits is missing.
  private static func withoutYear(_ cursor: inout ClaimCursor) -> ValidityDate? {
    guard short(&cursor) != nil else { return nil }
    if cursor.take(ClaimWords.monthUnit) {
      if short(&cursor) != nil { _ = cursor.take(ClaimWords.dayUnit) }
      return .refused(.yearMissing)
    }
    guard cursor.take(ValidityWords.behindYear), short(&cursor) != nil else { return nil }
    let hasMonth = cursor.take(ValidityWords.behindMonth)
    guard hasMonth || !cursor.sees(ClaimWords.otherUnits) else { return nil }
    if short(&cursor) != nil { _ = cursor.take(ClaimWords.dayUnit) }
    return .refused(.yearMissing)
  }

  /// 20年, 二十年, 240 months.
  private static func stretch(_ cursor: inout ClaimCursor) -> ValidityDate? {
    guard case .number(_, let digits, _) = cursor.peek(), digits < 4 else { return nil }
    cursor.place += 1
    return cursor.take(ValidityWords.stretch) ? .refused(.duration) : nil
  }

  // MARK: In English

  /// 1 March 2030, the 1st of March, 2030, 1-Mar-2030.
  private static func dayMonth(_ cursor: inout ClaimCursor) -> ValidityDate? {
    _ = cursor.take(ClaimWords.the)
    guard let day = short(&cursor) else { return nil }
    _ = cursor.take(ClaimWords.ordinalEnding)
    _ = cursor.take(ValidityWords.english)
    guard let month = monthName(&cursor) else { return nil }
    guard let year = yearBehind(&cursor) else { return .refused(.yearMissing) }
    return self.day(year, month, day)
  }

  /// March 1, 2030; March 2030 without the day.
  private static func monthDay(_ cursor: inout ClaimCursor) -> ValidityDate? {
    guard let month = monthName(&cursor) else { return nil }
    if let year = yearBehind(&cursor) { return withoutDay(year, month) }
    _ = cursor.take(ClaimWords.the)
    guard let day = short(&cursor) else { return nil }
    _ = cursor.take(ClaimWords.ordinalEnding)
    guard let year = yearBehind(&cursor) else { return .refused(.yearMissing) }
    return self.day(year, month, day)
  }

  private static func monthName(_ cursor: inout ClaimCursor) -> Int? {
    guard case .word(let name) = cursor.peek(), let month = ClaimWords.months[name] else {
      return nil
    }
    cursor.place += 1
    return month
  }

  private static func yearBehind(_ cursor: inout ClaimCursor) -> Int? {
    var attempt = cursor
    _ = attempt.take(ValidityWords.english)
    guard let year = year(&attempt) else { return nil }
    cursor = attempt
    return year
  }

  // MARK: Pieces

  /// A year of four digits.
  private static func year(_ cursor: inout ClaimCursor) -> Int? {
    guard case .number(let year, 4, _) = cursor.peek() else { return nil }
    cursor.place += 1
    return year
  }

  /// A number of one or two digits, or a Han numeral up to 99.
  private static func short(_ cursor: inout ClaimCursor) -> Int? {
    guard case .number(let number, let digits, let isHan) = cursor.peek(), number < 100,
      digits <= 2 || (isHan && digits == 3)
    else { return nil }
    cursor.place += 1
    return number
  }

  private static func separator(_ cursor: inout ClaimCursor) -> Unicode.Scalar? {
    guard case .sign(let sign) = cursor.peek(), [".", "/", "-"].contains(sign) else { return nil }
    cursor.place += 1
    return sign
  }
}
