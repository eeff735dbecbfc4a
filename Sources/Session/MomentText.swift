import Policy

extension Moment {
  /// Shanghai's date and time with its distance from UTC: `2020-07-20T00:00:00+08:00` (ISO 8601-1:2019, 5.4.2.1).
  public var iso8601: String {
    let seconds = shanghaiMillisecondOfDay / 1000
    let two: (Int) -> String = { $0 < 10 ? "0\($0)" : "\($0)" }
    let date = shanghaiDate
    let year = String(repeating: "0", count: max(0, 4 - "\(date.year)".count)) + "\(date.year)"
    return "\(year)-\(two(date.month))-\(two(date.day))"
      + "T\(two(seconds / 3600)):\(two(seconds / 60 % 60)):\(two(seconds % 60))+08:00"
  }
}
