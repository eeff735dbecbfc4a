import Testing

@testable import Casework

/// Pages and encryption of a PDF (ISO 32000-1), without a PDF library.
@Suite struct LicencePDFTests {
  typealias Specimen = LicenceSpecimen

  static let catalogue = "<</Type/Catalog/Pages 2 0 R>>"
  static let page = "<</Type/Page/Parent 2 0 R>>"

  static func extent(
    _ objects: [String], trailer: String = "", head: String = "%PDF-1.4\n"
  ) -> Result<LicenceFile.Extent, LicenceFileRefusal> {
    Specimen.inspect(Specimen.pdf(objects: objects, trailer: trailer, head: head)).map(\.extent)
  }

  @Test(arguments: [4, 5, 200])
  func `more than three pages are refused`(pages: Int) {
    #expect(
      Specimen.inspect(Specimen.pdf(pages: pages)) == .failure(.pages(found: pages, most: 3)))
  }

  @Test func `no page at all is refused too`() {
    #expect(Specimen.inspect(Specimen.pdf(pages: 0)) == .failure(.pages(found: 0, most: 3)))
  }

  @Test func `a tree of trees is walked, and its nodes are no pages`() {
    let objects = [
      Self.catalogue, "<</Type/Pages/Kids[3 0 R 4 0 R]/Count 2>>",
      "<</Type /Pages /Parent 2 0 R /Kids [5 0 R] /Count 1>>", Self.page, Self.page,
    ]
    #expect(Self.extent(objects) == .success(.pages(2)))
  }

  @Test func `a tree that hangs on itself has an end`() {
    let objects = [
      Self.catalogue, "<</Type/Pages/Kids[2 0 R 3 0 R 2 0 R]/Count 9>>", Self.page,
    ]
    #expect(Self.extent(objects) == .success(.pages(1)))
  }

  @Test func `pages that were deleted or replaced by an update do not count`() {
    let orphan = [Self.catalogue, "<</Type/Pages/Kids[3 0 R]/Count 1>>"]
    #expect(
      Self.extent(orphan + [String](repeating: Self.page, count: 5)) == .success(.pages(1)))
    let update = "\n3 0 obj\n\(Self.page)\nendobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
    let updated = Specimen.pdf(pages: 3) + Specimen.text(update)
    #expect(Specimen.inspect(updated).map(\.extent) == .success(.pages(3)))
  }

  @Test func `pages without a tree are counted one by one`() {
    let page = "<</Type/#50age/Parent 50 0 R>>"
    #expect(
      Self.extent(["<<>>", page, Self.page, "<</Type/Pages /Parent 9 0 R>>"]) == .success(.pages(2))
    )
    // The kids stand in an object of their own, which is not followed.
    let indirect = [Self.catalogue, "<</Type/Pages/Kids 3 0 R/Count 7>>", "[4 0 R]", Self.page]
    #expect(Self.extent(indirect) == .success(.pages(1)))
  }

  @Test func `a count is believed only when the pages cannot be seen`() {
    let hidden = "<</Type/ObjStm/N 1/First 4/Filter/LZWDecode/Length 1>>\nstream\nx\nendstream"
    let tree = "<</Type/Pages/Kids[30 0 R 31 0 R]/Count 2>>"
    #expect(Self.extent([Self.catalogue, tree, hidden]) == .success(.pages(2)))
    #expect(
      Self.extent([Self.catalogue, "<</Type/Pages/Kids[30 0 R]/Count 8>>", hidden])
        == .failure(.pages(found: 8, most: 3)))
    let linearised = "%PDF-1.5\n90 0 obj\n<</Linearized 1/L 9/N 3>>\nendobj\n"
    #expect(Self.extent([hidden], head: linearised) == .success(.pages(3)))
  }

  @Test func `pages that cannot be counted are a warning`() throws {
    let hidden = "<</Type/ObjStm/N 1/First 4/Filter/LZWDecode/Length 1>>\nstream\nx\nendstream"
    let file = try Specimen.inspect(Specimen.pdf(objects: [hidden]), named: "a.pdf").get()
    #expect(file.extent == .unknownPages)
    #expect(file.warnings == [.pagesUnknown])
  }

  @Test func `a PDF of nothing is damaged`() {
    for text in ["%PDF-1.4\n%%EOF", "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n%%EOF"] {
      #expect(Specimen.inspect(Specimen.text(text)) == .failure(.damaged(.pdf)))
    }
  }

  @Test func `an object stream that lies does no harm`() {
    for lie in [
      "/N 4/First 99999", "/N 4", "/N 99999999/First 20", "/N 0/First 0",
      "/First 999999999999999999",
    ] {
      let text = String(decoding: Specimen.objectStream.prefix(60), as: UTF8.self)
      let head = text.replacing("/N 4/First 20", with: lie)
      let bytes =
        Specimen.text(String(head.prefix(head.count - 10))) + Specimen.objectStream.dropFirst(50)
      _ = Specimen.inspect(bytes)
    }
  }

  @Test(arguments: ["/Encrypt 9 0 R", "/Encrypt<</Filter/Standard>>", "/Enc#72ypt 9 0 R"])
  func `an encrypted one is refused`(entry: String) {
    #expect(Specimen.inspect(Specimen.pdf(pages: 1, trailer: entry)) == .failure(.encrypted))
  }

  @Test func `a word that only looks like encryption is none`() {
    for entry in [
      "/EncryptMetadata true", "/Info(/Encrypt 9 0 R)", "/Encrypt null", "%/Encrypt 9 0 R\n",
    ] {
      #expect(
        Specimen.inspect(Specimen.pdf(pages: 1, trailer: entry)).map(\.extent)
          == .success(.pages(1)))
    }
    let stream = "<</Length 30>>\nstream\n<</Encrypt 9 0 R>> /Type /Page\nendstream"
    let objects = [Self.catalogue, "<</Type/Pages/Kids[3 0 R]/Count 1>>", Self.page, stream]
    #expect(Self.extent(objects) == .success(.pages(1)))
  }

  @Test(arguments: [(0, true), (1019, true), (1020, false)])
  func `it begins within 1024 bytes`(junk: Int, passes: Bool) {
    let bytes = [UInt8](repeating: 0x20, count: junk) + Specimen.pdf(pages: 1)
    #expect(
      Specimen.inspect(bytes).map(\.extent)
        == (passes ? .success(.pages(1)) : .failure(.foreign(.unknown))))
  }

  // MARK: Inflating

  @Test func `what zlib deflated is inflated: stored, with the fixed and with its own codes`() {
    let squares = (0..<120).map { String($0 * $0) }.joined()
    let own = Specimen.hex(
      """
      78da1d91c101c43008c356c26008ecbfd8a9f74a0b8d116ac8a7c9aef18d578a504ab6e67493d9d9937b95ae9123e878\
      dd79fd867bf3e6e5bda5a68bb82121add8937ac47d25c522cd5c6db28711c3a437d632fd6a32f2dfc98ccb0aa7a1e888\
      1ccec7fb5287b3f8ae0883e60ae482b8c8ab97aab5ebe60c8499ebeab1f73c693fd8c1eb0081a15df05364b5eec749fa\
      c47e9f6a589286d8cbb37b2f5892bc47f8ebb9f788bbd4a26a7349c31bf67659123e5a7f080229c667948523bf27333f\
      260e3ffa9b6a29f18a1b7c0d42b498c9ff5f288cb0863180bdbc4fe3e7b3dc9f500cd7c10bb17ee3365c10
      """)
    #expect(Inflater.inflate(zlib: own[...], limit: 10_000) == Specimen.text(squares))
    let fixed = Specimen.hex(
      """
      78017b3161e9931db39e752e7fdeba5c21a9b438332fb5b85821273339352f3955e10505b28949a9598555d915b929e5\
      45f979f945e529b915d9558559a949434b06007f8f82de
      """)
    let letters = (0..<200).map { String(UnicodeScalar(UInt8(97 + $0 * $0 % 26))) }.joined()
    let text = String(repeating: "营业执照 business licence ", count: 3) + letters
    #expect(Inflater.inflate(zlib: fixed[...], limit: 10_000) == Specimen.text(text))
    let stored: [UInt8] = [0x78, 0x01, 0x01, 3, 0, 0xFC, 0xFF] + Specimen.text("abc")
    #expect(Inflater.inflate(zlib: stored[...], limit: 10_000) == Specimen.text("abc"))
  }

  @Test func `what would become too large, or is cut off, is not inflated`() {
    // 258 equal bytes for every 13 bits or so.
    let bomb = Specimen.hex("78daedc1010d000000c2a0f74f6d0e37a0000000000000000080770340000")
    #expect(Inflater.inflate(zlib: bomb[...], limit: 600) == nil)
    let data = LicenceSpecimen.objectStream[76...]
    for length in 0..<60 {
      #expect(Inflater.inflate(zlib: data.prefix(length), limit: 9_000) == nil)
    }
  }
}
