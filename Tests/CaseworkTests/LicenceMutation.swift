/// Small changes by chance, the same ones for the same seed.
struct Mutation {
  private var state: UInt64

  init(seed: Int) { state = UInt64(seed) &* 6_364_136_223_846_793_005 &+ 1 }

  /// A number in 0..<`limit`.
  mutating func below(_ limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % max(limit, 1)
  }

  /// `bytes` with one to eight of them changed, inserted, removed, doubled or cut off.
  mutating func change(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    let odd: [UInt8] = [0x00, 0xFF, 0x7F, 0x80, 0x28, 0x3C, 0x2F, 0x25]
    for _ in 0...below(8) where !bytes.isEmpty {
      let place = below(bytes.count)
      switch below(8) {
      case 0: bytes[place] = UInt8(below(256))
      case 1: bytes[place] ^= 1 << UInt8(below(8))
      case 2: bytes[place] = odd[below(odd.count)]
      case 3: bytes.insert(UInt8(below(256)), at: place)
      case 4: bytes.remove(at: place)
      case 5: bytes.removeLast(below(bytes.count))
      case 6: bytes.replaceSubrange(place..<place, with: bytes[place...].prefix(below(64)))
      case _: bytes.removeSubrange(place..<min(bytes.count, place + below(64)))
      }
    }
    return bytes
  }
}
