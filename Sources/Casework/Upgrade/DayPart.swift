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
  /// 凌晨12点 is 0:00; 晚上12点 and 半夜12点 are the beginning or the end of the day.
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
