/// Reads times of day: 晚上11点59, 23:59:59, 零点前一分钟, 差五分十二点, 4:30 pm, midnight.
enum ClockReader {
  /// The time that stands at the cursor, which then stands behind it; nil leaves the cursor alone.
  ///
  /// `isDated` says that a day was read beside it: without one, a bare 一点 is no time.
  static func read(_ cursor: inout ClaimCursor, isDated: Bool) -> StatedClock? {
    var attempt = cursor
    guard let clock = readWhole(&attempt, isDated: isDated) else { return nil }
    cursor = attempt
    return clock
  }

  private static func readWhole(_ cursor: inout ClaimCursor, isDated: Bool) -> StatedClock? {
    let part = dayPart(&cursor)
    _ = cursor.take(ClaimWords.of)
    if cursor.take(ClaimWords.missing) { return missing(&cursor, part: part) }
    if let clock = englishDelta(&cursor) { return clock }
    if cursor.take(ClaimWords.midnight) {
      let clock = isNightPart(part) || part == nil ? StatedClock.eitherDay(0) : .at(0)
      return delta(clock, &cursor)
    }
    if cursor.take(ClaimWords.noonWord) { return .at(12) }
    if let clock = figures(&cursor, part: part, isDated: isDated) { return delta(clock, &cursor) }
    return isDated ? part?.clock : nil
  }

  private static func isNightPart(_ part: DayPart?) -> Bool { part == .evening || part == .night }

  private static func dayPart(_ cursor: inout ClaimCursor) -> DayPart? {
    for (words, part) in ClaimWords.dayParts where cursor.take(words) { return part }
    return nil
  }

  /// 差五分十二点, 差一秒到0点: behind 差.
  private static func missing(_ cursor: inout ClaimCursor, part: DayPart?) -> StatedClock? {
    guard let amount = duration(&cursor) else { return nil }
    _ = cursor.take(ClaimWords.toward)
    guard let clock = hour(&cursor, part: part, isDated: true) ?? midnight(&cursor) else {
      return nil
    }
    return before(clock, by: amount)
  }

  private static func midnight(_ cursor: inout ClaimCursor) -> StatedClock? {
    cursor.take(ClaimWords.midnight) ? .at(0) : nil
  }

  /// What lies before a midnight that could begin or end the day lies in the day that was named.
  private static func before(_ clock: StatedClock, by amount: Int) -> StatedClock {
    guard clock.readings.count > 1, let last = clock.readings.last else {
      return clock.shifted(by: -amount)
    }
    return StatedClock(readings: [last], sinceMidnight: clock.sinceMidnight).shifted(by: -amount)
  }

  /// 前一分钟, 过五分, 差一秒 behind an hour.
  private static func delta(_ clock: StatedClock, _ cursor: inout ClaimCursor) -> StatedClock {
    var attempt = cursor
    let isBefore = attempt.take(ClaimWords.hanBefore)
    guard isBefore || attempt.take(ClaimWords.hanAfter), let amount = duration(&attempt) else {
      return clock
    }
    cursor = attempt
    return isBefore ? before(clock, by: amount) : clock.shifted(by: amount)
  }

  /// One minute before midnight, a second to midnight, 5 minutes past midnight, half past 11.
  private static func englishDelta(_ cursor: inout ClaimCursor) -> StatedClock? {
    var attempt = cursor
    guard let amount = duration(&attempt) else { return nil }
    let isBefore = attempt.take(ClaimWords.englishBefore)
    guard isBefore || attempt.take(ClaimWords.englishAfter) else { return nil }
    guard
      let clock = attempt.take(ClaimWords.midnight)
        ? StatedClock.eitherDay(0) : hour(&attempt, part: nil, isDated: true)
    else { return nil }
    cursor = attempt
    return isBefore ? before(clock, by: amount) : clock.shifted(by: amount)
  }

  /// A number of hours, minutes or seconds, in milliseconds.
  private static func duration(_ cursor: inout ClaimCursor) -> Int? {
    for (words, milliseconds) in ClaimWords.fixedDurations where cursor.take(words) {
      return milliseconds
    }
    guard let count = cursor.number(in: 1...999) ?? (cursor.take(ClaimWords.article) ? 1 : nil)
    else { return nil }
    for (words, milliseconds) in ClaimWords.durations where cursor.take(words) {
      return count * milliseconds
    }
    return nil
  }

  private static func figures(
    _ cursor: inout ClaimCursor, part: DayPart?, isDated: Bool
  ) -> StatedClock? {
    if let clock = hour(&cursor, part: part, isDated: isDated) { return clock }
    guard part != nil, let number = cursor.peek()?.value, (1...12).contains(number),
      cursor.peek(1) == nil || cursor.sees(ClaimWords.behindBareHour, at: 1)
    else { return nil }
    cursor.place += 1
    return part?.clock(hour: number, rest: 0)
  }

  /// 11点59分59秒, 23:59:59.999, 11.59pm, 4 pm, 12 o'clock.
  private static func hour(
    _ cursor: inout ClaimCursor, part: DayPart?, isDated: Bool
  ) -> StatedClock? {
    var attempt = cursor
    guard case .number(_, _, let isHan) = attempt.peek(), let hour = attempt.number(in: 0...24)
    else { return nil }
    let rest: Int
    var isBare = false
    if attempt.take(ClaimWords.hourUnit) {
      let minutes = ClockMinutes.han(&attempt)
      isBare = minutes == nil
      rest = minutes ?? 0
    } else if let minutes = ClockMinutes.digital(&attempt) {
      rest = minutes
    } else if attempt.sees(ClaimWords.meridian) || attempt.sees(ClaimWords.oClock) {
      _ = attempt.take(ClaimWords.oClock)
      rest = 0
    } else {
      return nil
    }
    // 一点 is "a little", 三点 "three points".
    if isBare, isHan, !isDated, part == nil, (1...11).contains(hour) { return nil }
    cursor = attempt
    return withMeridian(hour: hour, rest: rest, part: part, &cursor)
  }

  private static func withMeridian(
    hour: Int, rest: Int, part: DayPart?, _ cursor: inout ClaimCursor
  ) -> StatedClock {
    if cursor.take(ClaimWords.am) { return .at(hour == 12 ? 0 : hour, rest: rest) }
    if cursor.take(ClaimWords.pm) { return .at(hour < 12 ? hour + 12 : hour, rest: rest) }
    for (words, later) in ClaimWords.laterDayParts where cursor.take(words) {
      return later.clock(hour: hour, rest: rest)
    }
    return part?.clock(hour: hour, rest: rest) ?? .at(hour, rest: rest)
  }
}
