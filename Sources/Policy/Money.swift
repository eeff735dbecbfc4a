/// An amount of Chinese yuan, in whole fen (1/100 CNY): money is never a floating-point number.
public struct Money: Hashable, Comparable, Sendable {
  /// The amount in fen, more than zero.
  public let fen: Int

  /// Throws `PolicyError.badAmount` unless `fen` is 1…10¹².
  public init(fen: Int) throws(PolicyError) {
    guard (1...1_000_000_000_000).contains(fen) else { throw .badAmount(fen) }
    self.fen = fen
  }

  /// An amount that is known to be in range: the result of arithmetic on one that is.
  init(derived fen: Int) { self.fen = fen }

  /// Less before more.
  public static func < (left: Money, right: Money) -> Bool { left.fen < right.fen }
}
