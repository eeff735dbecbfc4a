/// Chains rows by hashes: each holds BLAKE2b of the one before and of what it says, so that a flipped bit,
/// a row that is gone and rows that changed places are noticed. It is no signature: whoever can write the
/// file can chain it anew.
enum Chain {
  /// What stands before the first row.
  static let start = Sodium.hash(Array("xiaoer journal".utf8))

  /// The hash of the row that follows the one with `previous`.
  static func link(_ previous: [UInt8], _ parts: [[UInt8]]) -> [UInt8] {
    Sodium.hash(joined([previous] + parts))
  }

  /// `parts` one after the other, each behind its length: no two lists give the same bytes.
  static func joined(_ parts: [[UInt8]]) -> [UInt8] {
    var bytes: [UInt8] = []
    for part in parts {
      bytes += self.bytes(part.count)
      bytes += part
    }
    return bytes
  }

  /// A number in eight bytes, the least first.
  static func bytes(_ number: Int) -> [UInt8] {
    withUnsafeBytes(of: Int64(number).littleEndian) { Array($0) }
  }
}
