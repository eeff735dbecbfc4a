import Testing

@testable import Casework

/// What a licence's file has to be: simulated rules, judged by the bytes and not by the name.
@Suite struct LicenceFileTests {
  typealias Specimen = LicenceSpecimen

  // MARK: What is accepted

  @Test(arguments: [
    (LicenceSpecimen.jpeg(), LicenceFile.Kind.jpeg), (LicenceSpecimen.jpeg(marker: 0xC2), .jpeg),
    (LicenceSpecimen.png(), .png),
  ])
  func `an image is taken with its size`(bytes: [UInt8], kind: LicenceFile.Kind) throws {
    let file = try Specimen.inspect(bytes, named: "执照.\(kind.extensions[0])").get()
    #expect(file.kind == kind)
    #expect(file.extent == .pixels(width: 1200, height: 900))
    #expect(file.size == bytes.count)
    #expect(file.sha256 == Specimen.hash)
    #expect(file.warnings == [])
  }

  @Test(arguments: 1...3)
  func `a PDF is taken with its pages`(pages: Int) throws {
    let file = try Specimen.inspect(Specimen.pdf(pages: pages), named: "a.PDF").get()
    #expect(file.kind == .pdf)
    #expect(file.extent == .pages(pages))
    #expect(file.warnings == [])
  }

  @Test func `pages in compressed object streams are counted`() throws {
    #expect(try Specimen.inspect(Specimen.objectStream).get().extent == .pages(2))
  }

  // MARK: Size

  @Test func `5 MiB are allowed, one byte more is not`() throws {
    let limit = 5_242_880
    for size in [limit - 1, limit] {
      _ = try Specimen.inspect(Specimen.jpeg(size: size)).get()
    }
    #expect(
      Specimen.inspect(Specimen.jpeg(size: limit + 1))
        == .failure(.tooLarge(found: limit + 1, limit: limit)))
    let head = Array(Specimen.png(size: limit + 9).prefix(limit + 1))
    #expect(
      LicenceFile.inspect(bytes: head, size: 90_000_000, named: "a.png", sha256: "")
        == .failure(.tooLarge(found: 90_000_000, limit: limit)))
  }

  @Test func `nothing is empty, and part of a file is not the file`() {
    #expect(Specimen.inspect([]) == .failure(.empty))
    let bytes = Specimen.png()
    #expect(
      LicenceFile.inspect(bytes: bytes, size: bytes.count + 1, named: "a.png", sha256: "")
        == .failure(.incomplete(found: bytes.count, size: bytes.count + 1)))
  }

  @Test(arguments: [(10_239, true), (10_240, false), (10_241, false)])
  func `below 10 KiB it may be a thumbnail`(size: Int, warns: Bool) throws {
    for bytes in [Specimen.jpeg(size: size), Specimen.png(size: size)] {
      let file = try Specimen.inspect(bytes).get()
      #expect(file.size == size)
      #expect(file.warnings == (warns ? [.thumbnail(size: size, least: 10_240)] : []))
    }
  }

  @Test(arguments: [
    ("执照.png", "png" as String?), ("/tmp/a.PDF", "pdf"), ("a.txt", "txt"), ("a.jpg", nil),
    ("a.JPEG", nil), ("a", nil), ("a.b/c", nil), (".png", nil), ("执照.副本", nil), ("a.", nil),
  ])
  func `a name that says otherwise is only a warning`(name: String, said: String?) throws {
    let file = try Specimen.inspect(Specimen.jpeg(), named: name).get()
    #expect(file.warnings == (said.map { [.extensionDiffers(said: $0, kind: .jpeg)] } ?? []))
  }

  // MARK: Pixels

  @Test(arguments: [(599, 2000, false), (600, 2000, true), (601, 600, true), (2000, 599, false)])
  func `the shorter side has 600 pixels at least`(width: Int, height: Int, passes: Bool) {
    for bytes in [Specimen.jpeg(width, height), Specimen.png(width, height)] {
      let file = Specimen.inspect(bytes).map(\.extent)
      #expect(
        file
          == (passes
            ? .success(.pixels(width: width, height: height))
            : .failure(.tooFewPixels(shorter: 599, least: 600))))
    }
  }

  @Test(arguments: [
    (30_000, 30_000, false), (65_535, 65_535, false), (12_000, 10_000, true),
    (10_000, 12_000, true),
    (12_000, 10_001, false),
  ])
  func `a header that states too many pixels is refused`(width: Int, height: Int, passes: Bool) {
    for bytes in [Specimen.jpeg(width, height), Specimen.png(width, height)] {
      let refusal = LicenceFileRefusal.tooManyPixels(
        width: width, height: height, most: 120_000_000)
      #expect(
        Specimen.inspect(bytes).map(\.extent)
          == (passes ? .success(.pixels(width: width, height: height)) : .failure(refusal)))
    }
  }

  @Test func `the largest header a PNG can have is refused like any other`() {
    let most = 0x7FFF_FFFF
    #expect(
      Specimen.inspect(Specimen.png(most, most))
        == .failure(.tooManyPixels(width: most, height: most, most: 120_000_000)))
    #expect(Specimen.inspect(Specimen.png(most + 1, 900)) == .failure(.damaged(.png)))
  }

  // MARK: Other formats

  static func brand(_ brands: String) -> [UInt8] {
    LicenceSpecimen.number(brands.utf8.count + 8, bytes: 4) + LicenceSpecimen.text("ftyp" + brands)
      + [UInt8](repeating: 1, count: 99)
  }

  static let foreign: [([UInt8], ForeignFormat)] = [
    (brand("heic\0\0\0\0mif1heic"), .heic), (brand("heix\0\0\0\0"), .heic),
    (brand("mif1\0\0\0\0mif1heic"), .heic), (brand("msf1\0\0\0\0"), .heic),
    (brand("avif\0\0\0\0mif1"), .avif), (brand("mif1\0\0\0\0avif"), .avif),
    (brand("isom\0\0\0\0mp42"), .video), (brand("qt  \0\0\0\0"), .video),
    (LicenceSpecimen.text("RIFF\u{1}\u{1}\u{1}\u{1}WEBPVP8 "), .webp),
    (LicenceSpecimen.text("RIFF\u{1}\u{1}\u{1}\u{1}AVI "), .video),
    (LicenceSpecimen.text("GIF89a"), .gif), (LicenceSpecimen.text("GIF87a"), .gif),
    (LicenceSpecimen.text("BM1234\0\0\0\0\u{36}\0\0\0\u{28}\0\0\0"), .bmp),
    (LicenceSpecimen.text("II*\0"), .tiff), (LicenceSpecimen.text("MM\0*"), .tiff),
    (LicenceSpecimen.zip("[Content_Types].xml"), .office),
    (LicenceSpecimen.zip("word/a.xml"), .office),
    (LicenceSpecimen.zip("OFD.xml"), .ofd), (LicenceSpecimen.zip("a.jpg"), .zip),
    (LicenceSpecimen.zipEnd, .zip), ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], .office),
    (LicenceSpecimen.text("Rar!\u{1A}"), .archive), ([0x1F, 0x8B, 8], .archive),
    (LicenceSpecimen.text("<!DOCTYPE html><html><body>登录"), .html),
    (LicenceSpecimen.text("\u{FEFF}\r\n <HTML>"), .html), (LicenceSpecimen.text("<p>x"), .html),
    (LicenceSpecimen.text("<?xml version=\"1.0\"?><svg width=\"900\">"), .svg),
    (LicenceSpecimen.text("#!/bin/sh\n%PDF-1.4\n%%EOF"), .program),
    (LicenceSpecimen.text("MZ\u{1}\u{1}"), .program), (LicenceSpecimen.text("营业执照"), .unknown),
    ([0], .unknown), ([0xFF, 0xD8], .unknown), (LicenceSpecimen.text("BMW 的照片"), .unknown),
    (LicenceSpecimen.text("%PD"), .unknown), ([UInt8](repeating: 0, count: 9_000), .unknown),
  ]

  @Test(arguments: foreign)
  func `every other format has its own refusal, whatever its name`(
    bytes: [UInt8], format: ForeignFormat
  ) {
    let refusal = LicenceFileRefusal.foreign(format)
    #expect(Specimen.inspect(bytes, named: "执照.jpg") == .failure(refusal))
    #expect(refusal.key == format.rawValue)
  }

  // MARK: Two formats in one

  @Test func `a file that is two at once is refused`() {
    let script = Specimen.segment(0xFE, Specimen.text("<SCRIPT>alert(1)</script>"))
    let comment = Specimen.segment(0xFE, Specimen.text("%PDF-1.4 1 0 obj"))
    let cases: [([UInt8], ForeignFormat)] = [
      (Specimen.jpeg() + Specimen.zip("a.jpg"), .zip), (Specimen.png() + Specimen.zipEnd, .zip),
      (Specimen.pdf(pages: 1) + Specimen.zipEnd, .zip),
      ([0xFF, 0xD8] + comment + Specimen.jpeg().dropFirst(2), .pdf),
      ([0xFF, 0xD8] + script + Specimen.jpeg().dropFirst(2), .html),
      (
        Specimen.png().dropLast(12) + Specimen.chunk("tEXt", Specimen.text("a\0<?php x"))
          + Specimen.chunk("IEND", []), .html
      ),
    ]
    for (bytes, second) in cases {
      #expect(Specimen.inspect(bytes) == .failure(.polyglot(second)))
    }
  }

  // MARK: Ends

  @Test func `what is cut off is refused wherever it was cut`() {
    for (bytes, kind) in [
      (Specimen.jpeg(size: 700), LicenceFile.Kind.jpeg),
      (Specimen.jpeg(marker: 0xC2, size: 700), .jpeg),
      (Specimen.png(size: 700), .png),
    ] {
      for length in 33..<bytes.count {
        #expect(Specimen.inspect(Array(bytes.prefix(length))) == .failure(.truncated(kind)))
      }
    }
    let pdf = Specimen.pdf(pages: 1)
    #expect(Specimen.inspect(Array(pdf.dropLast(7))) == .failure(.truncated(.pdf)))
    #expect(Specimen.inspect(Array(pdf.prefix(300))) == .failure(.truncated(.pdf)))
  }

  @Test func `padding behind the end is no matter, other bytes are`() throws {
    let padding: [UInt8] = [0, 0, 0xFF, 0x0A, 0x0D, 0x20]
    for bytes in [Specimen.jpeg(), Specimen.png(), Specimen.pdf(pages: 1)] {
      _ = try Specimen.inspect(bytes + padding).get()
    }
    #expect(Specimen.inspect(Specimen.jpeg() + [0, 1, 2]) == .failure(.trailingBytes(3)))
    #expect(Specimen.inspect(Specimen.png() + [1]) == .failure(.trailingBytes(1)))
    #expect(Specimen.inspect(Specimen.png() + Specimen.jpeg()) == .failure(.trailingBytes(20_000)))
    let pdf = Specimen.pdf(pages: 1)
    _ = try Specimen.inspect(pdf + [UInt8](repeating: 0, count: 1018)).get()
    #expect(
      Specimen.inspect(pdf + [UInt8](repeating: 0, count: 1020)) == .failure(.truncated(.pdf)))
  }

  @Test func `what cameras put behind the image belongs to it`() throws {
    let film = Specimen.number(24, bytes: 4) + Specimen.text("ftypmp42") + [9, 9, 9]
    let samsung = Specimen.text("\u{1}MotionPhoto_Data") + [7, 7] + Specimen.text("SEFT")
    for tail in [Specimen.jpeg(size: 900), [0, 0] + Specimen.jpeg(size: 900), film, samsung] {
      _ = try Specimen.inspect(Specimen.jpeg() + tail).get()
    }
  }

  @Test func `what contradicts its own format is damaged`() {
    let noFrame: [UInt8] = [0xFF, 0xD8] + Specimen.segment(0xDA, [0]) + [0xFF, 0xD9]
    let noScan: [UInt8] = [0xFF, 0xD8] + Specimen.frame(0xC0, 900, 900) + [0xFF, 0xD9]
    let flat = Specimen.jpeg(900, 0)
    let shortLength: [UInt8] = [0xFF, 0xD8, 0xFF, 0xE0, 0, 1, 0, 0]
    for bytes in [noFrame, noScan, flat, shortLength] {
      #expect(Specimen.inspect(bytes) == .failure(.damaged(.jpeg)))
    }
    let end = Specimen.chunk("IEND", [])
    var wrongSum = Specimen.png()
    wrongSum[19] ^= 1
    for bytes in [
      PNGReader.signature + Specimen.chunk("IDAT", [1]) + end, wrongSum, Specimen.png(0, 900),
      PNGReader.signature + Specimen.header(900, 900) + end,
      PNGReader.signature + Specimen.header(900, 900) + Specimen.header(900, 900) + end,
    ] {
      #expect(Specimen.inspect(bytes) == .failure(.damaged(.png)))
    }
  }

  @Test func `every refusal has its key`() {
    let refusals: [LicenceFileRefusal] = [
      .empty, .tooLarge(found: 2, limit: 1), .incomplete(found: 1, size: 2), .polyglot(.zip),
      .truncated(.png), .damaged(.pdf), .trailingBytes(1), .tooFewPixels(shorter: 1, least: 2),
      .tooManyPixels(width: 1, height: 1, most: 0), .encrypted, .pages(found: 4, most: 3),
    ]
    let keys = refusals.map(\.key) + ForeignFormat.allCases.map(\.rawValue)
    #expect(Set(keys) == Set(LicenceFileRefusal.keys))
    #expect(Set(keys).count == LicenceFileRefusal.keys.count)
  }
}
