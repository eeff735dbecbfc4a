/// A time of day as a merchant states it: one or more readings, each in milliseconds since the
/// beginning of the stated day, and beyond 24 hours on the day after.
struct StatedClock: Hashable, Sendable {
  /// One reading: a point in time, or any time from `from` until before `until`.
  struct Reading: Hashable, Sendable {
    /// The point, or the beginning; inclusive.
    var from: Int
    /// Nil for a point.
    var until: Int?
  }

  /// All readings: more than one for 晚上12点, which begins or ends the day.
  var readings: [Reading]
  /// How far the time lies after midnight, in milliseconds, when it is told by midnight (0点, 零点前一分钟):
  /// then it has a meaning without a day, the cut-off's own midnight. Else nil.
  var sinceMidnight: Int?

  /// Milliseconds of an hour.
  static let hour = 3_600_000
  /// Milliseconds of a day.
  static let day = 24 * hour

  /// The clock at `hour` (0…24), `rest` milliseconds.
  static func at(_ hour: Int, rest: Int = 0) -> StatedClock {
    StatedClock(
      readings: [Reading(from: hour * Self.hour + rest)],
      sinceMidnight: hour % 24 == 0 ? rest : nil)
  }

  /// Some time between two hours; `until` beyond 24 lies on the day after.
  static func between(_ hour: Int, _ until: Int) -> StatedClock {
    StatedClock(readings: [Reading(from: hour * Self.hour, until: until * Self.hour)])
  }

  /// Either of two days' `hour`: the day's own or that of the day after, as with 晚上12点.
  static func eitherDay(_ hour: Int, rest: Int = 0) -> StatedClock {
    let first = hour * Self.hour + rest
    return StatedClock(
      readings: [Reading(from: first), Reading(from: first + day)],
      sinceMidnight: hour == 0 ? rest : nil)
  }

  /// The same, `milliseconds` later.
  func shifted(by milliseconds: Int) -> StatedClock {
    StatedClock(
      readings: readings.map {
        Reading(from: $0.from + milliseconds, until: $0.until.map { $0 + milliseconds })
      },
      sinceMidnight: sinceMidnight.map { $0 + milliseconds })
  }
}
