/// A format of which merchants have files, and which is not accepted; the raw value is its key.
public enum ForeignFormat: String, Hashable, Sendable, CaseIterable {
  /// HEIC or HEIF: how an iPhone keeps its photographs unless told otherwise.
  case heic
  /// AVIF.
  case avif
  /// A film: MP4, MOV, 3GP, AVI.
  case video
  /// WebP.
  case webp
  /// GIF.
  case gif
  /// BMP.
  case bmp
  /// TIFF.
  case tiff
  /// SVG.
  case svg
  /// OFD (GB/T 33190-2016): how some registries hand out the electronic licence.
  case ofd
  /// A document of Word, Excel, PowerPoint or WPS, old or new.
  case office
  /// A ZIP of anything else.
  case zip
  /// RAR, 7z, gzip, xz or bzip2.
  case archive
  /// A page of the web, saved under whatever name: often a login page instead of a download.
  case html
  /// A PDF: only ever inside of something else.
  case pdf
  /// A program or a script.
  case program
  /// None that is known here.
  case unknown

  /// The format whose head stands at the front of `bytes`; nil when it is none of these, so that it
  /// may be a JPEG, a PNG or a PDF. Looks at the first 64 KiB at most.
  static func of(_ bytes: [UInt8]) -> ForeignFormat? {
    if let brand = ofBrand(bytes) { return brand }
    for (head, format) in heads where bytes.starts(with: head) { return format }
    if bytes.starts(with: Array("RIFF".utf8)), bytes.count >= 12 {
      switch String(decoding: bytes[8..<12], as: UTF8.self) {
      case "WEBP": return .webp
      case "AVI ": return .video
      case _: return .unknown
      }
    }
    if isBMP(bytes) { return .bmp }
    if bytes.starts(with: Array("PK".utf8)), bytes.count >= 4, bytes[2] < 8, bytes[3] < 9 {
      return ofZIP(bytes.prefix(1 << 16))
    }
    return ofMarkup(bytes.prefix(1024))
  }

  private static let heads: [([UInt8], ForeignFormat)] = [
    (Array("GIF87a".utf8), .gif), (Array("GIF89a".utf8), .gif),
    ([0x49, 0x49, 0x2A, 0x00], .tiff), ([0x4D, 0x4D, 0x00, 0x2A], .tiff),
    ([0x49, 0x49, 0x2B, 0x00], .tiff), ([0x4D, 0x4D, 0x00, 0x2B], .tiff),
    ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], .office), (Array("{\\rtf".utf8), .office),
    (Array("Rar!".utf8), .archive), ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], .archive),
    ([0x1F, 0x8B], .archive), ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], .archive),
    (Array("BZh".utf8), .archive), ([0x7F, 0x45, 0x4C, 0x46], .program),
    (Array("MZ".utf8), .program),
    (Array("#!".utf8), .program),
  ]

  /// By the brands of an ISO base media file (ISO/IEC 14496-12 section 4.3): its own, then the
  /// compatible ones, of which a HEIC calls itself `mif1` first as often as not.
  private static func ofBrand(_ bytes: [UInt8]) -> ForeignFormat? {
    guard bytes.count >= 12, bytes[4..<8].elementsEqual(Array("ftyp".utf8)) else { return nil }
    var formats: [ForeignFormat] = []
    for start in stride(from: 8, to: min(bytes.count - 3, 8 + 4 * 32), by: 4) where start != 12 {
      switch String(decoding: bytes[start..<start + 4], as: UTF8.self) {
      case "avif", "avis": formats.append(.avif)
      case "heic", "heix", "heim", "heis", "hevc", "hevx", "hevm", "hevs", "mif1", "mif2", "msf1":
        formats.append(.heic)
      case _: break
      }
      if start + 4 >= Int(bytes[3]) + Int(bytes[2]) << 8 { break }
    }
    if formats.contains(.avif) { return .avif }
    return formats.contains(.heic) ? .heic : .video
  }

  /// "BM", two reserved words of zero, and the size of a header that exists.
  private static func isBMP(_ bytes: [UInt8]) -> Bool {
    guard bytes.starts(with: Array("BM".utf8)), bytes.count >= 18 else { return false }
    let sizes: [UInt8] = [12, 16, 40, 52, 56, 64, 108, 124]
    return bytes[6..<10].allSatisfy { $0 == 0 } && sizes.contains(bytes[14])
      && bytes[15..<18].allSatisfy { $0 == 0 }
  }

  private static func ofZIP(_ head: ArraySlice<UInt8>) -> ForeignFormat {
    if head.contains(text: "OFD.xml") { return .ofd }
    let office = ["[Content_Types].xml", "word/", "xl/", "ppt/", "opendocument"]
    return office.contains(where: head.contains(text:)) ? .office : .zip
  }

  private static func ofMarkup(_ head: ArraySlice<UInt8>) -> ForeignFormat? {
    let blanks: [UInt8] = [0x09, 0x0A, 0x0C, 0x0D, 0x20, 0xEF, 0xBB, 0xBF]
    let text = head.drop { blanks.contains($0) }
    guard text.first == UInt8(ascii: "<") else { return nil }
    if text.contains(text: "<svg") { return .svg }
    // Any other markup is as little an image; a page of the web is what it will be.
    return .html
  }
}

extension ArraySlice<UInt8> {
  /// Whether the ASCII `text` stands in it, whatever the case of its letters.
  func contains(text: String) -> Bool { place(ofText: text) != nil }

  /// Where the ASCII `text` first stands in it, whatever the case of its letters.
  func place(ofText text: String) -> Int? {
    let wanted = text.utf8.map(\.smallASCII)
    guard let first = wanted.first, count >= wanted.count else { return nil }
    return indices.dropLast(wanted.count - 1).first { start in
      self[start].smallASCII == first
        && zip(self[start...], wanted).allSatisfy { $0.smallASCII == $1 }
    }
  }
}

extension UInt8 {
  /// The small form of an ASCII letter; every other byte is itself.
  fileprivate var smallASCII: UInt8 { (0x41...0x5A).contains(self) ? self + 0x20 : self }
}
