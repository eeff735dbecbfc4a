/// Reads a JPEG by its markers (ITU-T T.81, annex B) as far as its size and its end.
///
/// Segments are skipped by their length, so the thumbnail that EXIF carries inside of one is never
/// taken for the image.
enum JPEGReader {
  /// The size of the image whose bytes begin with FF D8.
  ///
  /// Behind its end only padding may stand, or what cameras put there: further images (CIPA DC-007),
  /// a film of the moment, Samsung's own block.
  static func read(_ bytes: [UInt8]) -> Result<ImageSize, LicenceFileRefusal> {
    var place = 2
    var size: ImageSize?
    var hasScan = false
    while let marker = nextMarker(in: bytes, from: &place) {
      switch marker {
      case 0x00, 0x01, 0xD0...0xD7: continue
      case 0xD8: return .failure(.damaged(.jpeg))
      case 0xD9:
        guard let size, hasScan else { return .failure(.damaged(.jpeg)) }
        if let count = strayBytes(in: bytes, from: place) { return .failure(.trailingBytes(count)) }
        return .success(size)
      case _:
        guard let length = number(in: bytes, at: place) else { return .failure(.truncated(.jpeg)) }
        guard length >= 2 else { return .failure(.damaged(.jpeg)) }
        guard place + length <= bytes.count else { return .failure(.truncated(.jpeg)) }
        if isFrame(marker), size == nil {
          guard length >= 8, let frame = frameSize(in: bytes, at: place) else {
            return .failure(.damaged(.jpeg))
          }
          size = frame
        }
        if marker == 0xDA {
          guard size != nil else { return .failure(.damaged(.jpeg)) }
          hasScan = true
        }
        // The coded data behind a scan's header has no FF but a stuffed one (FF 00) and restarts.
        place += length
      }
    }
    return .failure(.truncated(.jpeg))
  }

  /// The next marker at or behind `place`, which then stands behind it; nil at the end. Bytes that
  /// are no marker are passed over, as every decoder does.
  private static func nextMarker(in bytes: [UInt8], from place: inout Int) -> UInt8? {
    while place < bytes.count {
      let byte = bytes[place]
      place += 1
      guard byte == 0xFF else { continue }
      while place < bytes.count, bytes[place] == 0xFF { place += 1 }
      guard place < bytes.count else { return nil }
      place += 1
      return bytes[place - 1]
    }
    return nil
  }

  /// The start-of-frame markers, progressive and arithmetic ones included; C4, C8 and CC are others.
  private static func isFrame(_ marker: UInt8) -> Bool {
    (0xC0...0xCF).contains(marker) && ![0xC4, 0xC8, 0xCC].contains(marker)
  }

  /// The size in a frame header; nil when a side is 0 (a height that only a later DNL segment would
  /// state is written by no camera).
  private static func frameSize(in bytes: [UInt8], at place: Int) -> ImageSize? {
    guard let height = number(in: bytes, at: place + 3),
      let width = number(in: bytes, at: place + 5), width > 0, height > 0
    else { return nil }
    return ImageSize(width: width, height: height)
  }

  /// How many bytes that belong to no camera's image stand behind its end; nil: none.
  private static func strayBytes(in bytes: [UInt8], from end: Int) -> Int? {
    let rest = bytes[end...].drop { Padding.holds($0) }
    guard !rest.isEmpty else { return nil }
    // The FF of an image's head and the zeros of a film's first length were passed over as padding.
    let isImage = rest.starts(with: [0xD8, 0xFF])
    let isFilm = rest.prefix(5).contains(text: "ftyp")
    let isSamsung = bytes.suffix(4).elementsEqual(Array("SEFT".utf8))
    return isImage || isFilm || isSamsung ? nil : bytes.count - end
  }

  /// The two bytes at `place` as a number; nil outside the file.
  private static func number(in bytes: [UInt8], at place: Int) -> Int? {
    place + 1 < bytes.count ? Int(bytes[place]) << 8 | Int(bytes[place + 1]) : nil
  }
}
