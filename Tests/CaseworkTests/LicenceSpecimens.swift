@testable import Casework

/// Made-up files: heads and ends as they must be, and nothing to be seen on them.
enum LicenceSpecimen {
  /// Judged as the whole file that it is.
  static func inspect(
    _ bytes: [UInt8], named name: String = "a"
  ) -> Result<LicenceFile, LicenceFileRefusal> {
    LicenceFile.inspect(
      bytes: Array(bytes.prefix(LicenceFile.sizeLimit + 1)), size: bytes.count, named: name,
      sha256: hash)
  }

  static let hash = String(repeating: "0a", count: 32)

  static func text(_ text: String) -> [UInt8] { Array(text.utf8) }

  static func number(_ value: Int, bytes count: Int) -> [UInt8] {
    (0..<count).reversed().map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }

  // MARK: JPEG

  /// A segment: marker, length, content.
  static func segment(_ marker: UInt8, _ content: [UInt8]) -> [UInt8] {
    [0xFF, marker] + number(content.count + 2, bytes: 2) + content
  }

  static func frame(_ marker: UInt8, _ width: Int, _ height: Int) -> [UInt8] {
    segment(marker, [8] + number(height, bytes: 2) + number(width, bytes: 2) + [1, 1, 0x11, 0])
  }

  /// A JPEG of so many pixels, with an EXIF thumbnail of 160 × 120, filled up with coded data to
  /// `size` bytes if that is more than it needs.
  static func jpeg(
    _ width: Int = 1200, _ height: Int = 900, marker: UInt8 = 0xC0, size: Int = 20_000
  ) -> [UInt8] {
    let thumbnail =
      [0xFF, 0xD8] + frame(0xC0, 160, 120) + segment(0xDA, [1, 1, 0, 0, 63, 0]) + [
        1, 2, 0xFF, 0xD9,
      ]
    let head =
      [0xFF, 0xD8] + segment(0xE1, text("Exif\0\0") + thumbnail) + segment(0xDB, [0])
      + frame(marker, width, height) + segment(0xC4, [0]) + segment(0xDA, [1, 1, 0, 0, 63, 0])
    // Stuffed bytes, restarts and, in a progressive one, further scans.
    var scan: [UInt8] = [1, 0xFF, 0x00, 0xFF, 0xD0, 7]
    if marker == 0xC2 { scan += segment(0xDA, [1, 1, 0, 0, 63, 0]) + [3, 0xFF, 0x00] }
    let room = max(0, size - head.count - scan.count - 2)
    return head + scan + [UInt8](repeating: 0x5A, count: room) + [0xFF, 0xD9]
  }

  // MARK: PNG

  static func chunk(_ name: String, _ content: [UInt8]) -> [UInt8] {
    let body = text(name) + content
    return number(content.count, bytes: 4) + body
      + number(PNGReader.checkSum(of: body[...]), bytes: 4)
  }

  static func header(_ width: Int, _ height: Int) -> [UInt8] {
    chunk("IHDR", number(width, bytes: 4) + number(height, bytes: 4) + [8, 2, 0, 0, 0])
  }

  static func png(_ width: Int = 1200, _ height: Int = 900, size: Int = 20_000) -> [UInt8] {
    let head = PNGReader.signature + header(width, height)
    let end = chunk("IEND", [])
    return head + chunk("IDAT", [UInt8](repeating: 0x5A, count: max(1, size - head.count - 24)))
      + end
  }

  // MARK: PDF

  /// A PDF of these objects, numbered from 1, with `trailer` in its trailer.
  static func pdf(
    objects: [String], trailer: String = "", head: String = "%PDF-1.4\n", filling: Int = 12_000
  ) -> [UInt8] {
    var file = head + "%âãÏÓ\n"
    for (index, object) in objects.enumerated() {
      file += "\(index + 1) 0 obj\n\(object)\nendobj\n"
    }
    file += "999 0 obj\n<</Length \(filling)>>\nstream\n"
    file += String(repeating: "q Q\n", count: filling / 4) + "\nendstream\nendobj\n"
    return text(
      file + "trailer\n<</Root 1 0 R\(trailer)>>\nstartxref\n0\n%%EOF\n")
  }

  /// A PDF of so many pages.
  static func pdf(pages: Int, trailer: String = "") -> [UInt8] {
    let kids = (0..<pages).map { "\($0 + 3) 0 R" }.joined(separator: " ")
    let page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << >> >>"
    return pdf(
      objects: [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [\(kids)] /Count \(pages) >>",
      ] + [String](repeating: page, count: pages), trailer: trailer)
  }

  /// A PDF whose catalogue, page tree and two pages stand in one object stream, as zlib made it.
  static let objectStream: [UInt8] = {
    let data = hex(
      """
      78da3354305030523036503056303752305130343252b0b1d10fa92c48d5774e2c49ccc94fd70f484c4f2d06aa3250\
      08b2b383cb8245f5bd33538aa38d415240cd403256df39bf34af44c1084d2590284a05898314e9fba6a664263ae557\
      441b00b9a696a60a162646b164e900008de934c7
      """)
    return text("%PDF-1.5\n5 0 obj\n<</Type/ObjStm/N 4/First 20/Filter/FlateDecode/Length ")
      + text("\(data.count)>>\nstream\n") + data + text("\nendstream\nendobj\n%%EOF")
  }()

  /// The bytes that hexadecimal digits stand for.
  static func hex(_ digits: String) -> [UInt8] {
    let values = digits.compactMap(\.hexDigitValue)
    return stride(from: 0, to: values.count - 1, by: 2).map {
      UInt8(values[$0] << 4 | values[$0 + 1])
    }
  }

  // MARK: ZIP

  /// An empty archive: nothing but the end of its directory.
  static let zipEnd: [UInt8] = text("PK") + [5, 6] + [UInt8](repeating: 0, count: 18)

  /// The head of an archive whose first file has this name.
  static func zip(_ name: String) -> [UInt8] {
    text("PK") + [3, 4] + [UInt8](repeating: 0, count: 26) + text(name) + zipEnd
  }
}
