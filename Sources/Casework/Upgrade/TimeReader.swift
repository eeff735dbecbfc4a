import Policy

/// Reads whole times out of a message: a day, a clock, or both, with zone and 之前 or 之后.
enum TimeReader {
  /// A time and the tokens that it takes.
  struct Found {
    /// The time.
    var time: StatedTime
    /// Its tokens.
    let range: Range<Int>
  }

  /// All times in the message, in order.
  static func times(in tokens: [ClaimToken], today: CivilDate) -> [Found] {
    var found: [Found] = []
    var place = 0
    while place < tokens.count {
      var cursor = ClaimCursor(tokens: tokens, place: place)
      if mayBegin(with: tokens[place]), let time = read(&cursor, today: today), cursor.place > place
      {
        found.append(Found(time: time, range: place..<cursor.place))
        place = cursor.place
      } else {
        place += 1
      }
    }
    // Most messages state none, and a zone alone is no time.
    if found.isEmpty { return [] }
    return completed(found, zone: ZoneReader.only(in: tokens))
  }

  /// Whether a time can begin with this token; most cannot, and are passed over at once.
  private static func mayBegin(with token: ClaimToken) -> Bool {
    token.value != nil || beginnings.contains(token)
  }

  private static let beginnings: Set<ClaimToken> = {
    let days =
      ClaimWords.relativeDays.map(\.0) + ClaimWords.relativeWeeks.map(\.0)
      + ClaimWords.relativeMonths.map(\.0) + ClaimWords.relativeYears.map(\.0)
      + ClaimWords.namedDays.map(\.0) + [ClaimWords.the, ClaimWords.halfYearAgo]
    let clocks =
      ClaimWords.dayParts.map(\.0) + ClaimWords.fixedDurations.map(\.0)
      + [ClaimWords.midnight, ClaimWords.noonWord, ClaimWords.missing, ClaimWords.article]
    return Set((days + clocks).flatMap(\.firstTokens) + ClaimWords.months.keys.map { .word($0) })
  }()

  private static func read(_ cursor: inout ClaimCursor, today: CivilDate) -> StatedTime? {
    let start = cursor.place
    var time = StatedTime()
    if let date = DateReader.read(&cursor, today: today) {
      time.date = date
      neighbour(&time, &cursor)
      time.zone = ZoneReader.readBehindTime(&cursor)
      readClock(&time, &cursor)
    } else if let clock = ClockReader.read(&cursor, isDated: false) {
      time.clock = clock
      time.zone = ZoneReader.readBehindTime(&cursor)
      var attempt = cursor
      _ = attempt.take(ClaimWords.joints)
      _ = attempt.take(ClaimWords.joints)
      if let date = DateReader.read(&attempt, today: today) {
        time.date = date
        cursor = attempt
      }
    } else {
      return nil
    }
    time.zone = ZoneReader.readBehindTime(&cursor) ?? time.zone
    time.relation = relation(&cursor, start: start)
    return time
  }

  private static func readClock(_ time: inout StatedTime, _ cursor: inout ClaimCursor) {
    var attempt = cursor
    for _ in 0..<4 where !attempt.take(ClaimWords.joints) { break }
    if let clock = ClockReader.read(&attempt, isDated: true) {
      time.clock = clock
      cursor = attempt
    }
  }

  /// 前一天, 第二天 behind a day.
  private static func neighbour(_ time: inout StatedTime, _ cursor: inout ClaimCursor) {
    for (words, days) in ClaimWords.neighbourDays where cursor.take(words) {
      time.shiftedDays = days
    }
  }

  private static func relation(
    _ cursor: inout ClaimCursor, start: Int
  ) -> StatedTime.Relation {
    if cursor.take(ClaimWords.behindMeaningBefore) { return .before }
    if cursor.take(ClaimWords.behindMeaningAfter) { return .after }
    if cursor.isPreceded(by: ClaimWords.aheadMeaningBefore, at: start) { return .before }
    if cursor.isPreceded(by: ClaimWords.aheadMeaningAfter, at: start) { return .after }
    return .at
  }

  /// Gives a clock without a day the day before it in the message (the next one, when the clock runs
  /// backwards: 23:59:50 下单, 00:00:05 成功), and every time the message's only zone.
  private static func completed(_ found: [Found], zone: StatedZone?) -> [Found] {
    var completed: [Found] = []
    for var item in found {
      if item.time.date == nil, let before = completed.last?.time, before.date != nil {
        item.time.date = before.date
        item.time.shiftedDays = before.shiftedDays
        let first = before.clock?.readings.first?.from ?? 0
        if let now = item.time.clock?.readings.first?.from, now < first {
          item.time.shiftedDays += 1
        }
      }
      item.time.zone = item.time.zone ?? zone
      completed.append(item)
    }
    return completed
  }
}
