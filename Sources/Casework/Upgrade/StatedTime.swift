import Policy

/// When something happened, as a merchant states it: any of its parts may be missing.
struct StatedTime: Hashable, Sendable {
  /// Whether the time itself is meant, or what lies before or after it.
  enum Relation: Hashable, Sendable { case at, before, after }

  /// The day; nil when none is stated.
  var date: StatedDate?
  /// The time of day; nil when none is stated.
  var clock: StatedClock?
  /// The zone; nil means Shanghai's.
  var zone: StatedZone?
  /// Whether this time is meant, or before or after it.
  var relation = Relation.at
  /// Whole days added: −1 for 「的前一天」.
  var shiftedDays = 0

  /// The readings of this time; empty when the day is missing and cannot be known.
  ///
  /// Midnight without a day is the cut-off itself: 「零点前一分钟」 is said of it.
  func stretches(today: CivilDate, cutoff: Moment) -> [Stretch] {
    guard let date else {
      guard let since = clock?.sinceMidnight else { return [] }
      return [related(.exact(cutoff.advanced(byMilliseconds: since)))]
    }
    guard var (first, last) = date.days(today: today, cutoff: cutoff.shanghaiDate) else {
      return []
    }
    first = first.advanced(byDays: shiftedDays)
    last = last.advanced(byDays: shiftedDays)
    let offsets = zone?.offsets(on: first) ?? [Moment.shanghaiOffset]
    return offsets.flatMap { offset in
      let start = Moment(first, offset: offset)
      guard let clock, first == last else {
        let end = Moment(last.advanced(byDays: 1), offset: offset)
        return [related(.within(start, end))]
      }
      return clock.readings.map { reading in
        let from = start.advanced(byMilliseconds: reading.from)
        // 「19号晚上11点以后」 is still that day.
        if relation == .after, reading.until == nil, reading.from < StatedClock.day {
          return .within(from, start.advanced(byMilliseconds: StatedClock.day))
        }
        guard let until = reading.until else { return related(.exact(from)) }
        return related(.within(from, start.advanced(byMilliseconds: until)))
      }
    }
  }

  private func related(_ stretch: Stretch) -> Stretch {
    switch (relation, stretch) {
    case (.at, _): stretch
    case (.before, .exact(let moment)), (.before, .within(let moment, _)): .before(moment)
    case (.after, .exact(let moment)): .from(moment.advanced(byMilliseconds: 1))
    case (.after, .within(let moment, _)): .from(moment)
    case (.before, .before), (.before, .from), (.after, .before), (.after, .from): stretch
    }
  }
}

extension Moment {
  /// This instant, `milliseconds` later (earlier, when negative).
  func advanced(byMilliseconds milliseconds: Int) -> Moment {
    Moment(milliseconds: self.milliseconds + Int64(milliseconds))
  }
}
