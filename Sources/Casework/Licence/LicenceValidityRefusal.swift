public import Policy

/// Why a text is not taken as the validity of a business licence.
public enum LicenceValidityRefusal: Error, Hashable, Sendable {
  /// Nothing was typed.
  case empty
  /// Neither a day nor 长期, or a question or a denial with one in it.
  case notADate
  /// There is no such day: 2023-02-29, 2025-13-01.
  case noSuchDate
  /// The day is missing: ask for it. `month` is nil when that is missing too.
  case dayMissing(year: Int, month: Int?)
  /// The year is missing, or has two digits only.
  case yearMissing
  /// Either of two days: 3/4/2030.
  case ambiguous(CivilDate, CivilDate)
  /// A stretch of time, 20年: ask for the day on which it ends.
  case duration
  /// Only the beginning was said: ask for the end.
  case untilMissing(from: CivilDate)
  /// So many days, or 长期 beside an end.
  case severalDates(Int)
  /// It ends before it begins.
  case reversed(from: CivilDate, until: CivilDate)
  /// It begins after the day on which it was checked.
  case fromInFuture(CivilDate)
  /// It ended before the day on which it was checked.
  case expired(CivilDate)

  /// What the words are looked up by, in snake_case; never changes.
  public var key: String {
    switch self {
    case .empty: "empty"
    case .notADate: "not_a_date"
    case .noSuchDate: "no_such_date"
    case .dayMissing: "day_missing"
    case .yearMissing: "year_missing"
    case .ambiguous: "ambiguous"
    case .duration: "duration"
    case .untilMissing: "until_missing"
    case .severalDates: "several_dates"
    case .reversed: "reversed"
    case .fromInFuture: "from_in_future"
    case .expired: "expired"
    }
  }

  /// Every key, so that lint can see that each has its words.
  public static let keys = [
    "empty", "not_a_date", "no_such_date", "day_missing", "year_missing", "ambiguous", "duration",
    "until_missing", "several_dates", "reversed", "from_in_future", "expired",
  ]
}
