/// An instant, in whole milliseconds since 1970-01-01T00:00:00Z.
///
/// The core never asks for the time: a moment always comes in as an argument.
public struct Moment: Hashable, Comparable, Sendable, Codable {
  /// Milliseconds since 1970-01-01T00:00:00Z, negative before it.
  public let milliseconds: Int64

  /// Shanghai's distance from UTC, in seconds: +08:00, no daylight saving time since 1991.
  ///
  /// The article writes its times without a zone; that they are Shanghai's is our reading.
  public static let shanghaiOffset = 8 * 3600

  /// The instant `milliseconds` after the epoch.
  public init(milliseconds: Int64) { self.milliseconds = milliseconds }

  /// The instant at which a clock that is `offset` seconds east of UTC shows this date and time.
  /// `hour` may be 24 (with `minute` and `second` 0): the end of the day.
  public init(
    _ date: CivilDate, hour: Int = 0, minute: Int = 0, second: Int = 0, millisecond: Int = 0,
    offset: Int = Moment.shanghaiOffset
  ) {
    let seconds = date.daysSinceEpoch * 86_400 + hour * 3600 + minute * 60 + second - offset
    milliseconds = Int64(seconds) * 1000 + Int64(millisecond)
  }

  /// The Shanghai calendar day of this instant.
  public var shanghaiDate: CivilDate { CivilDate(daysSinceEpoch: shanghai.day) }

  /// The Shanghai time of day in whole milliseconds since midnight, 0..<86,400,000.
  public var shanghaiMillisecondOfDay: Int { shanghai.rest }

  private var shanghai: (day: Int, rest: Int) {
    let local = Int(milliseconds) + Moment.shanghaiOffset * 1000
    let (day, rest) = local.quotientAndRemainder(dividingBy: 86_400_000)
    return rest < 0 ? (day - 1, rest + 86_400_000) : (day, rest)
  }

  /// Earlier before later.
  public static func < (left: Moment, right: Moment) -> Bool {
    left.milliseconds < right.milliseconds
  }

  /// This instant, `seconds` later (earlier, when negative).
  public func advanced(bySeconds seconds: Int) -> Moment {
    Moment(milliseconds: milliseconds + Int64(seconds) * 1000)
  }
}
