/// Writes numbers with a fixed number of decimals, the same on every machine.
public enum Fixed {
  /// Rounded half away from zero to two decimals: `0.97`.
  public static func hundredths(_ value: Double) -> String {
    decimal(Int64((value * 100).rounded()), 2)
  }

  /// Rounded half away from zero to four decimals: `0.9712`.
  public static func tenThousandths(_ value: Double) -> String {
    decimal(Int64((value * 10_000).rounded()), 4)
  }

  /// `count` millionths, all six decimals: `-0.001200`.
  public static func millionths(_ count: Int64) -> String { decimal(count, 6) }

  private static func decimal(_ count: Int64, _ places: Int) -> String {
    let digits = String(count.magnitude)
    let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
    return (count < 0 ? "-" : "") + padded.dropLast(places) + "." + padded.suffix(places)
  }
}
