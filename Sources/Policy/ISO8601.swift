extension CivilDate {
  /// Reads `yyyy-MM-dd` (ISO 8601-1:2019, 5.2.2.1, extended format); nil of anything else.
  public init?(iso8601 text: String) {
    var rest = Digits(text)
    guard let date = rest.date(), rest.isAtEnd else { return nil }
    self = date
  }
}

extension Moment {
  /// Reads a date, `T`, a time, and its distance from UTC (ISO 8601-1:2019, 5.4.2.1, extended
  /// format): `2020-07-20T00:00:00+08:00`, `2020-07-19T16:00Z`, seconds with up to three decimals.
  ///
  /// Nil of anything else, and of an instant without its distance: no zone is ever guessed. Hour 24
  /// is the end of the day; there are no leap seconds.
  public init?(iso8601 text: String) {
    var rest = Digits(text)
    guard let date = rest.date(), rest.take("T") || rest.take("t"),
      let hour = rest.number(digits: 2), rest.take(":"), let minute = rest.number(digits: 2)
    else { return nil }
    var second = 0
    var millisecond = 0
    if rest.take(":") {
      guard let whole = rest.number(digits: 2) else { return nil }
      second = whole
      if rest.take(".") {
        guard let fraction = rest.milliseconds() else { return nil }
        millisecond = fraction
      }
    }
    guard let offset = rest.offset(), rest.isAtEnd, minute < 60, second < 60,
      hour < 24 || (hour == 24 && minute == 0 && second == 0 && millisecond == 0)
    else { return nil }
    self.init(
      date, hour: hour, minute: minute, second: second, millisecond: millisecond, offset: offset)
  }
}

/// What is left to read of a text of ASCII digits and separators.
private struct Digits {
  private var rest: Substring.UTF8View

  init(_ text: String) { rest = text[...].utf8 }

  var isAtEnd: Bool { rest.isEmpty }

  /// Takes this separator, if it comes next.
  mutating func take(_ separator: Unicode.Scalar) -> Bool {
    guard let next = rest.first, UInt32(next) == separator.value else { return false }
    rest.removeFirst()
    return true
  }

  /// Takes exactly so many digits, or nothing.
  mutating func number(digits count: Int) -> Int? {
    let digits = rest.prefix(count)
    guard digits.count == count, digits.allSatisfy({ (48...57).contains($0) }) else { return nil }
    rest = rest.dropFirst(count)
    return digits.reduce(0) { $0 * 10 + Int($1 - 48) }
  }

  mutating func date() -> CivilDate? {
    guard let year = number(digits: 4), take("-"), let month = number(digits: 2), take("-"),
      let day = number(digits: 2)
    else { return nil }
    return CivilDate(year: year, month: month, day: day)
  }

  /// One to three decimals of a second.
  mutating func milliseconds() -> Int? {
    var value = 0
    var scale = 100
    while scale > 0, let digit = number(digits: 1) {
      value += digit * scale
      scale /= 10
    }
    return scale == 100 ? nil : value
  }

  /// Seconds east of UTC: `Z`, `+08:00`, `-05:30`; at most 18 hours.
  mutating func offset() -> Int? {
    if take("Z") || take("z") { return 0 }
    let sign: Int
    if take("+") {
      sign = 1
    } else if take("-") {
      sign = -1
    } else {
      return nil
    }
    guard let hours = number(digits: 2), take(":"), let minutes = number(digits: 2), hours <= 18,
      minutes < 60
    else { return nil }
    return sign * (hours * 3600 + minutes * 60)
  }
}
