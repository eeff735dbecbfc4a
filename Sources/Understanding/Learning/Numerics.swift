/// Elementary functions that give the same bits on any machine: only +, −, × and ÷, in one order.
enum Numerics {
  /// The natural logarithm of a positive normal number.
  static func ln(_ value: Double) -> Double {
    var exponent = Double(value.exponent)
    var mantissa = value.significand
    if mantissa > 1.414_213_562_373_095_1 {
      mantissa /= 2
      exponent += 1
    }
    // ln m = 2 artanh((m − 1) / (m + 1)); the argument is at most 0.172, so twelve terms suffice.
    let ratio = (mantissa - 1) / (mantissa + 1)
    let square = ratio * ratio
    var sum = 0.0
    for odd in stride(from: 23.0, through: 1.0, by: -2.0) { sum = sum * square + 1 / odd }
    return 2 * ratio * sum + exponent * 0.693_147_180_559_945_3
  }

  /// The exponential function; 0 below −87 and of what is no number, and held at 88.
  static func exp(_ value: Float) -> Float {
    guard value >= -87 else { return 0 }
    let scaled = Swift.min(value, 88) * 1.442_695
    let whole = scaled.rounded(.down)
    let rest = (scaled - whole) * 0.693_147_2
    var sum: Float = 1.0 / 5040
    sum = sum * rest + 1.0 / 720
    sum = sum * rest + 1.0 / 120
    sum = sum * rest + 1.0 / 24
    sum = sum * rest + 1.0 / 6
    sum = sum * rest + 0.5
    sum = sum * rest + 1
    sum = sum * rest + 1
    return sum * Float(bitPattern: UInt32(Int32(whole) + 127) << 23)
  }

  /// 1.5 × 2^23: added to a number within ±2^22 it rounds it to a whole one, which then stands in the low
  /// bits.
  static let rounder: Float = 12_582_912

  /// The nearest whole numbers, an even one of two as near, and 0 for those that are nearer to 0 than
  /// `least`; the numbers must lie within ±30,000.
  @inline(__always)
  static func rounded(_ values: SIMD16<Float>, least: Float) -> SIMD16<Int16> {
    // Compared in floating point: whole numbers of sixteen bits would be compared lane by lane.
    let whole = (values + rounder) - rounder
    let shifted =
      SIMD16.zero.replacing(with: whole, where: whole .>= least)
      .replacing(with: whole, where: whole .<= -least) + rounder
    return SIMD16<Int16>(truncatingIfNeeded: unsafeBitCast(shifted, to: SIMD16<Int32>.self))
  }

  /// The exponential function of numbers that are not positive; what is below −80 counts as −80.
  @inline(__always)
  static func exp(_ values: SIMD8<Float>) -> SIMD8<Float> {
    let scaled = values.replacing(with: -80, where: values .< -80) * 1.442_695
    let shifted = scaled + rounder
    let rest = (scaled - (shifted - rounder)) * 0.693_147_2
    var sum = SIMD8<Float>(repeating: 1.0 / 720)
    sum = sum * rest + 1.0 / 120
    sum = sum * rest + 1.0 / 24
    sum = sum * rest + 1.0 / 6
    sum = sum * rest + 0.5
    sum = sum * rest + 1
    sum = sum * rest + 1
    let exponent = unsafeBitCast(shifted, to: SIMD8<UInt32>.self) &+ 127
    return sum * unsafeBitCast(exponent &<< 23, to: SIMD8<Float>.self)
  }
}
