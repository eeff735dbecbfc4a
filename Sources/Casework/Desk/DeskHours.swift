public import Policy

/// When a desk is manned, in Shanghai time. Simulated: the policy names no hours (S35).
public struct DeskHours: Hashable, Sendable {
  /// The hour at which it opens, inclusive.
  public let opening: Int
  /// The hour at which it closes, exclusive.
  public let closing: Int
  /// Whether it stays closed on Saturdays and Sundays.
  public let weekdaysOnly: Bool

  /// The hours of `tier`: 9–22 every day, or 9–18 from Monday to Friday.
  public init(of tier: DeskTier) {
    opening = 9
    switch tier {
    case .dedicated: (closing, weekdaysOnly) = (22, false)
    case .ordinary: (closing, weekdaysOnly) = (18, true)
    }
  }

  /// Whether somebody is there at `moment`.
  public func isOpen(at moment: Moment) -> Bool {
    let hour = moment.shanghaiMillisecondOfDay / 3_600_000
    return isWorkday(moment.shanghaiDate) && (opening..<closing).contains(hour)
  }

  /// The first moment from `moment` on (inclusive) at which somebody is there.
  public func next(from moment: Moment) -> Moment {
    if isOpen(at: moment) { return moment }
    var date = moment.shanghaiDate
    if moment > Moment(date, hour: opening) { date = date.next }
    while !isWorkday(date) { date = date.next }
    return Moment(date, hour: opening)
  }

  private func isWorkday(_ date: CivilDate) -> Bool {
    !weekdaysOnly || date.weekday <= 5
  }
}

extension CivilDate {
  /// 1 on a Monday, 7 on a Sunday (ISO 8601).
  public var weekday: Int {
    // 1 January 1970 was a Thursday.
    let rest = (daysSinceEpoch + 3) % 7
    return (rest < 0 ? rest + 7 : rest) + 1
  }

  /// The day after.
  var next: CivilDate { CivilDate(daysSinceEpoch: daysSinceEpoch + 1) }
}
