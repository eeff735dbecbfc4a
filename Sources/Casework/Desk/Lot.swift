/// Draws by lot, the same on every machine: never Swift's `Hasher`, which is seeded anew in each process.
public enum Lot {
  /// FNV-1a, 64 bits, over the UTF-8 of `text`.
  public static func hash(_ text: String) -> UInt64 {
    text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }

  /// A number in 0..<`count` that `seed` and `salt` decide; 0 when there is nothing to choose from.
  public static func draw(_ count: Int, seed: UInt64, salt: UInt64) -> Int {
    guard count > 1 else { return 0 }
    // The finaliser of SplitMix64.
    var mixed = seed &+ salt &* 0x9E37_79B9_7F4A_7C15
    mixed = (mixed ^ (mixed &>> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed &>> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed &>> 31)) % UInt64(count))
  }
}
