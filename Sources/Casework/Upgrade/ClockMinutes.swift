/// Reads what follows an hour, in milliseconds. Fractions of a second are kept, and beyond the
/// millisecond cut off, never rounded up.
enum ClockMinutes {
  /// 半, 一刻, 整, 59, 59分59秒, 差五分 behind 点; nil when nothing follows.
  static func han(_ cursor: inout ClaimCursor) -> Int? {
    if cursor.take(ClaimWords.sharp) { return 0 }
    if cursor.take(ClaimWords.half) { return 30 * 60_000 }
    for (words, sign) in [(ClaimWords.missing, -1), (ClaimWords.past, 1)] {
      var attempt = cursor
      if attempt.take(words), let minutes = attempt.number(in: 1...59),
        attempt.take(ClaimWords.minuteUnit)
      {
        cursor = attempt
        return sign * minutes * 60_000
      }
    }
    var attempt = cursor
    guard var minutes = attempt.number(in: 0...59) else { return nil }
    if minutes == 0, let figure = attempt.number(in: 1...9) { minutes = figure }
    if attempt.take(ClaimWords.quarter) {
      cursor = attempt
      return minutes * 15 * 60_000
    }
    let hasUnit = attempt.take(ClaimWords.minuteUnit)
    if !hasUnit, attempt.sees(ClaimWords.otherUnits) { return nil }
    cursor = attempt
    return minutes * 60_000 + (hasUnit ? seconds(&cursor) : 0)
  }

  /// :59, :59:59, :59:59.999; and .59 where am or pm follows.
  static func digital(_ cursor: inout ClaimCursor) -> Int? {
    var attempt = cursor
    guard case .sign(let sign) = attempt.peek(), sign == ":" || sign == "." else { return nil }
    attempt.place += 1
    guard let minutes = attempt.number(in: 0...59) else { return nil }
    if sign == "." {
      guard attempt.sees(ClaimWords.meridian) else { return nil }
      cursor = attempt
      return minutes * 60_000
    }
    cursor = attempt
    guard attempt.peek() == .sign(":") else { return minutes * 60_000 }
    attempt.place += 1
    guard let second = attempt.number(in: 0...60) else { return minutes * 60_000 }
    cursor = attempt
    return minutes * 60_000 + second * 1000 + fraction(&cursor)
  }

  private static func seconds(_ cursor: inout ClaimCursor) -> Int {
    var attempt = cursor
    guard let second = attempt.number(in: 0...60) else { return 0 }
    let rest = fraction(&attempt)
    _ = attempt.take(ClaimWords.secondUnit)
    cursor = attempt
    return second * 1000 + rest
  }

  private static func fraction(_ cursor: inout ClaimCursor) -> Int {
    guard cursor.peek() == .sign("."), case .number(let value, let digits, false) = cursor.peek(1)
    else { return 0 }
    cursor.place += 2
    var milliseconds = value
    for _ in 0..<max(0, 3 - digits) { milliseconds *= 10 }
    for _ in 0..<max(0, min(digits, 15) - 3) { milliseconds /= 10 }
    return milliseconds
  }
}
