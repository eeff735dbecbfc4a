/// A time of day as a merchant states it: one or more readings, each in milliseconds since the
/// beginning of the stated day, and beyond 24 hours on the day after.
struct StatedClock: Hashable, Sendable {
  /// One reading: a point in time, or any time from `from` until before `until`.
  struct Reading: Hashable, Sendable {
    var from: Int
    /// Nil for a point.
    var until: Int?
  }

  /// All readings: more than one for 晚上12点, which begins or ends the day.
  var readings: [Reading]
  /// How far the time lies after midnight, in milliseconds, when it is told by midnight (0点, 零点前一分钟):
  /// then it has a meaning without a day, the cut-off's own midnight. Else nil.
  var sinceMidnight: Int?

  static let hour = 3_600_000
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

/// A part of the day, with the hours that people mean by it.
enum DayPart: Hashable, Sendable {
  /// 凌晨.
  case smallHours
  /// 早上, 上午.
  case morning
  /// 中午.
  case noon
  /// 下午, 傍晚.
  case afternoon
  /// 晚上.
  case evening
  /// 半夜, 夜里: may lie on either side of midnight.
  case night

  /// The whole part.
  var clock: StatedClock {
    switch self {
    case .smallHours: .between(0, 6)
    case .morning: .between(4, 12)
    case .noon: .between(11, 14)
    case .afternoon: .between(12, 19)
    case .evening: .between(17, 24)
    case .night: .between(20, 29)
    }
  }

  /// What `hour` (0…24) of a 12-hour clock is in this part of the day; `rest` in milliseconds.
  ///
  /// 凌晨12点 is 0:00; 晚上12点 and 半夜12点 are the beginning or the end of the day (FLOWS 2.5).
  func clock(hour: Int, rest: Int) -> StatedClock {
    switch self {
    case .smallHours: .at(hour == 12 ? 0 : hour, rest: rest)
    case .morning: .at(hour, rest: rest)
    case .noon: .at(hour < 4 ? hour + 12 : hour, rest: rest)
    case .afternoon: .at(hour < 12 ? hour + 12 : hour, rest: rest)
    case .evening, .night:
      switch hour {
      case 0, 12: .eitherDay(0, rest: rest)
      case 1...4: .eitherDay(hour, rest: rest)
      case 5...11: .at(hour + 12, rest: rest)
      case _: .at(hour, rest: rest)
      }
    }
  }
}
