import Dialogue
import Fixtures
import Policy
import Session
import Testing

@Suite struct PackArchiveTests {
  /// Small, so that ten thousand of it can be read: most of a pack's bytes are its policy.
  private static let archive: [UInt8] = {
    var pack = TinyPack.pack
    let policy = pack.policy
    pack.policy =
      (try? PolicyModel(
        name: policy.name, source: policy.source, clauses: Array(policy.clauses.prefix(12)),
        silent: [])) ?? policy
    return pack.archived()
  }()

  @Test func `A pack comes back from its archive as it was`() throws {
    let bytes = House.pack.archived()
    let back = try Pack(archive: bytes)
    #expect(back.hash == House.pack.hash)
    #expect(back.intents == House.pack.intents)
    #expect(back.phrases == House.pack.phrases)
    #expect(back.lexicon == House.pack.lexicon)
    #expect(back.specimens == House.pack.specimens)
    #expect(back.examples == House.pack.examples)
    #expect(back.tests == House.pack.tests)
    #expect(back.scripts == House.pack.scripts)
    #expect(back.policy.clauses == House.pack.policy.clauses)
    #expect(back.policy.silent.map(\.id) == House.pack.policy.silent.map(\.id))
    #expect(back.archived() == bytes)
  }

  @Test func `A pack from its archive answers alike`() throws {
    var before = Talk(House.assistant)
    var after = Talk(Assistant(pack: try Pack(archive: House.pack.archived())))
    for test in House.pack.tests.prefix(100) {
      #expect(
        before.say(test.text).json(pack: House.pack) == after.say(test.text).json(pack: House.pack))
    }
  }

  @Test func `A truncated archive is an error at every length`() {
    for length in stride(from: 0, to: Self.archive.count, by: 97) {
      #expect(throws: ArchiveError.self) { try Pack(archive: Array(Self.archive.prefix(length))) }
    }
    #expect(throws: ArchiveError.self) { try Pack(archive: Self.archive.dropLast()) }
  }

  @Test func `Bytes left over are an error`() {
    #expect(throws: ArchiveError.self) { try Pack(archive: Self.archive + [0]) }
  }

  @Test(
    arguments: [[], [0], [255, 255, 255, 255, 255, 255, 255, 255, 255, 255], Array("xiaoer".utf8)]
      as [[UInt8]])
  func `What is no archive is an error`(_ bytes: [UInt8]) {
    #expect(throws: ArchiveError.self) { try Pack(archive: bytes) }
  }

  /// Flips of one to three bits: either an error, or a pack that can be talked to.
  @Test func `A damaged archive never crashes`() {
    var lot = ByteLot(seed: 20)
    var refused = 0
    for _ in 0..<2_000 {
      var bytes = Self.archive
      for _ in 0...lot.draw(below: 3) {
        bytes[lot.draw(below: bytes.count)] ^= UInt8(1) << UInt8(lot.draw(below: 8))
      }
      guard let pack = try? Pack(archive: bytes) else {
        refused += 1
        continue
      }
      guard lot.draw(below: 100) == 0 else { continue }
      var talk = Talk(Assistant(pack: pack))
      for message in ["蓝V多少钱", "能退吗", "/why", "1"] {
        #expect(!talk.say(message).json(pack: pack).isEmpty)
      }
    }
    #expect(refused > 200)
  }

  /// The head of the archive holds what steers the reading: every bit of it is tried.
  @Test func `A damaged head never crashes`() {
    for place in 0..<100 {
      for bit in UInt8(0)..<8 {
        var bytes = Self.archive
        bytes[place] ^= 1 << bit
        _ = try? Pack(archive: bytes)
      }
    }
  }
}

/// Draws numbers, the same ones at each run (SplitMix64).
struct ByteLot {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func draw(below limit: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((value ^ (value >> 31)) % UInt64(limit))
  }
}
