import Testing

@testable import Casework

/// Promises R9 and S6: no file makes the rules trap, or takes long.
@Suite struct LicenceFuzzTests {
  typealias Specimen = LicenceSpecimen

  static let seeds: [[UInt8]] = [
    Specimen.jpeg(size: 700), Specimen.jpeg(marker: 0xC2, size: 700) + Specimen.jpeg(size: 400),
    Specimen.png(size: 500), Specimen.objectStream,
    Specimen.pdf(
      objects: [
        "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/A(a\\)b)/B<6162>/C[1 2.5[(x)]<</D/E>>]>>",
      ], filling: 40), Specimen.zip("word/document.xml"),
    LicenceFileTests.brand("mif1\0\0\0\0heic"),
    Specimen.text("<html><head>"),
  ]

  /// 20 × 1,000 mutations, each judged without a trap and with a key of the list.
  @Test(arguments: 1...20)
  func `20,000 mutations never trap`(seed: Int) {
    var random = Mutation(seed: seed)
    let keys = Set(LicenceFileRefusal.keys)
    var wrong = 0
    for turn in 0..<1_000 {
      var bytes = random.change(Self.seeds[turn % Self.seeds.count])
      if random.below(4) == 0 { bytes += Self.seeds[random.below(Self.seeds.count)] }
      switch Specimen.inspect(bytes) {
      case .success(let file): wrong += file.size == bytes.count ? 0 : 1
      case .failure(let refusal): wrong += keys.contains(refusal.key) ? 0 : 1
      }
    }
    #expect(wrong == 0)
  }

  @Test(arguments: 1...4)
  func `no compressed data makes the inflater trap`(seed: Int) {
    var random = Mutation(seed: seed)
    let data = Array(Specimen.objectStream[76...])
    for _ in 0..<500 {
      let changed = random.change(data)
      // The head is kept, so that the rest is reached.
      _ = Inflater.inflate(zlib: ([0x78, 0xDA] + changed.dropFirst(2))[...], limit: 4_096)
      let noise = (0..<64).map { _ in UInt8(random.below(256)) }
      _ = Inflater.inflate(zlib: ([0x78, 0xDA] + noise)[...], limit: 4_096)
    }
  }

  /// What is made to be read again and again, by what it is full of.
  static let slow: [String: [UInt8]] = [
    "markers": [0xFF, 0xD8] + repeated([0xFF, 0xE0, 0, 2]),
    "fill bytes": [0xFF, 0xD8] + repeated([0xFF]),
    "chunks": PNGReader.signature + Specimen.header(900, 900)
      + repeated(Specimen.chunk("tEXt", [])),
    "brackets": pdf("["), "dictionaries": pdf("1 0 obj<<"), "strings": pdf("("),
    "numbers": pdf("1 0 "), "names": pdf("/#4"), "streams": pdf("stream\nendstrea"),
    "object streams": pdf("<</Type/ObjStm/N 9/First 3>>stream\n1 0\nendstream\n"),
    "kids": pdf("1 0 R ", head: "1 0 obj<</Type/Pages/Kids["), "less-than signs": pdf("<!"),
  ]

  static func repeated(_ bytes: [UInt8]) -> [UInt8] {
    Array([[UInt8]](repeating: bytes, count: (1 << 18) / bytes.count).joined())
  }

  static func pdf(_ text: String, head: String = "") -> [UInt8] {
    Specimen.text("%PDF-1.4\n" + head) + repeated(Specimen.text(text)) + Specimen.text("\n%%EOF")
  }

  @Test(arguments: slow.keys.sorted())
  func `what is made to take long does not`(name: String) throws {
    let bytes = try #require(Self.slow[name])
    let taken = ContinuousClock().measure { _ = Specimen.inspect(bytes) }
    // A quadratic reader takes minutes; this one, unoptimised, a fraction of a second.
    #expect(taken < .seconds(10))
  }
}
