/// Reads time zones: +09:00, Z, UTC+8, JST, 东京时间, London time, in New York.
enum ZoneReader {
  /// The zone that stands right behind a time; the cursor is moved only if one does. Of two, as in Dubai
  /// time (UTC+4), the second says it more precisely.
  static func readBehindTime(_ cursor: inout ClaimCursor) -> StatedZone? {
    guard let zone = one(&cursor) else { return nil }
    return one(&cursor) ?? zone
  }

  private static func one(_ cursor: inout ClaimCursor) -> StatedZone? {
    var attempt = cursor
    _ = attempt.take(ClaimWords.openingBracket)
    if let zone = offset(&attempt) ?? abbreviation(&attempt) ?? place(&attempt) {
      _ = attempt.take(ClaimWords.closingBracket)
      cursor = attempt
      return zone
    }
    return nil
  }

  /// The one zone that the message names anywhere; nil when it names none, or two.
  static func only(in tokens: [ClaimToken]) -> StatedZone? {
    var zones: Set<StatedZone> = []
    let isLocal = ClaimWords.localTime.matches(in: tokens).isEmpty == false
    var cursor = ClaimCursor(tokens: tokens, place: 0)
    while cursor.place < tokens.count {
      let start = cursor.place
      if let zone = place(&cursor, isLocal: isLocal) ?? named(&cursor) { zones.insert(zone) }
      if cursor.place == start { cursor.place += 1 }
    }
    return zones.count == 1 ? zones.first : nil
  }

  /// 东京时间, Tokyo time, in Tokyo; with `isLocal` (当地时间, local time) the place alone will do.
  static func place(_ cursor: inout ClaimCursor, isLocal: Bool = false) -> StatedZone? {
    for (words, zone) in ClaimWords.places where cursor.sees(words) {
      let isPreceded = cursor.isPreceded(by: ClaimWords.inPlace, at: cursor.place)
      var attempt = cursor
      _ = attempt.take(words)
      if attempt.take(ClaimWords.timeWord) || isPreceded || isLocal {
        cursor = attempt
        return zone
      }
    }
    return nil
  }

  /// UTC+8, GMT, JST: those that are no common words.
  private static func named(_ cursor: inout ClaimCursor) -> StatedZone? {
    guard case .word(let name) = cursor.peek(), name.count >= 3,
      let zone = ClaimWords.zones[name], !ClaimWords.commonZones.contains(name)
    else { return nil }
    cursor.place += 1
    if name == "utc" || name == "gmt" { return offset(&cursor) ?? zone }
    return zone
  }

  private static func abbreviation(_ cursor: inout ClaimCursor) -> StatedZone? {
    guard case .word(let name) = cursor.peek(), let zone = ClaimWords.zones[name] else {
      return nil
    }
    cursor.place += 1
    if name == "utc" || name == "gmt" { return offset(&cursor) ?? zone }
    _ = cursor.take(ClaimWords.timeWord)
    return zone
  }

  /// +09:00, -0500, +8.
  private static func offset(_ cursor: inout ClaimCursor) -> StatedZone? {
    guard case .sign(let sign) = cursor.peek(), sign == "+" || sign == "-",
      case .number(let value, let digits, false) = cursor.peek(1)
    else { return nil }
    var seconds = value * 3600
    var length = 2
    if digits == 4 {
      seconds = (value / 100) * 3600 + (value % 100) * 60
    } else if cursor.peek(2) == .sign(":"), let minutes = cursor.peek(3)?.value, minutes < 60 {
      seconds += minutes * 60
      length = 4
    }
    guard seconds <= 14 * 3600 else { return nil }
    cursor.place += length
    return .fixed(sign == "+" ? seconds : -seconds)
  }
}
