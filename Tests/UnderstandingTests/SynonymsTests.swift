import Testing

@testable import Understanding

@Suite struct SynonymsTests {
  private static func stem(_ word: String) -> UInt64 {
    Stem.hash(word.unicodeScalars.map(\.value)[...])
  }

  @Test(arguments: [
    ("bought", "purchase"), ("paid", "paying"), ("pics", "photo"), ("cancelled", "cancel"),
  ])
  func `Words of one meaning have one stem`(_ one: String, _ other: String) {
    #expect(Self.stem(one) == Self.stem(other))
  }

  @Test(arguments: [
    ("buy", "sell"), ("increase", "reduce"), ("open", "close"), ("lantern", "photo"),
  ])
  func `Words of other meanings have another`(_ one: String, _ other: String) {
    #expect(Self.stem(one) != Self.stem(other))
  }
}
