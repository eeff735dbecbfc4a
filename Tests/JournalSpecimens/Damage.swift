import Foundation
import Journal
import Session

/// Damages copies of a store, one byte or one cut at a time, and watches what is made of them.
public struct Damage {
  /// How often what happened.
  public struct Tally: Equatable, Sendable {
    /// Nothing was noticed, and nothing was different: the byte is not in use.
    public var harmless = 0
    /// Refused as damaged, newer, or with another key.
    public var noticed = 0
    /// Other content was given out as if it were right: must be 0.
    public var missed = 0
    /// The file was other after it had been refused: must be 0.
    public var overwritten = 0
  }

  private let original: Data
  private let account: String
  private let copy: String
  private let key: String
  private var random: UInt64

  /// Damages copies of the closed store at `path`, which stand in `folder`.
  public init(path: String, key: String, folder: String, seed: UInt64) throws {
    original = try Data(contentsOf: URL(fileURLWithPath: path))
    account = try Specimen.account(try SQLiteStore(path: path, keyFile: key))
    copy = folder + "/damaged.db"
    self.key = key
    random = seed
  }

  /// Changes one bit-pattern of one byte, `count` times anew.
  public mutating func flips(_ count: Int) throws -> Tally {
    var tally = Tally()
    for _ in 0..<count {
      var bytes = original
      let place = Int(next() % UInt64(bytes.count))
      bytes[place] ^= UInt8(truncatingIfNeeded: next() % 255 + 1)
      try look(at: bytes, &tally)
    }
    return tally
  }

  /// Cuts the file, `count` times anew, to 1…size−1 bytes.
  public mutating func cuts(_ count: Int) throws -> Tally {
    var tally = Tally()
    for _ in 0..<count {
      try look(at: original.prefix(Int(next() % UInt64(original.count - 1)) + 1), &tally)
    }
    return tally
  }

  private func look(at bytes: Data, _ tally: inout Tally) throws {
    for suffix in ["", "-wal", "-shm"] {
      try? FileManager.default.removeItem(atPath: copy + suffix)
    }
    try bytes.write(to: URL(fileURLWithPath: copy))
    do throws(StoreError) {
      let found = try Specimen.account(try SQLiteStore(path: copy, keyFile: key))
      if found == account { tally.harmless += 1 } else { tally.missed += 1 }
    } catch { tally.noticed += 1 }
    if try Data(contentsOf: URL(fileURLWithPath: copy)) != bytes { tally.overwritten += 1 }
  }

  /// xorshift64*: the same seed damages the same places.
  private mutating func next() -> UInt64 {
    random ^= random >> 12
    random ^= random << 25
    random ^= random >> 27
    return random &* 0x2545_F491_4F6C_DD1D >> 16
  }
}
