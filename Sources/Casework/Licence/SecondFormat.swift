/// Finds a second file inside of an accepted one: what is an image here may be an archive or a page
/// elsewhere.
enum SecondFormat {
  /// The other format that `bytes` are; nil when they are what `kind` says and nothing else.
  static func find(in bytes: [UInt8], kind: LicenceFile.Kind) -> ForeignFormat? {
    if endsAsZIP(bytes) { return .zip }
    switch kind {
    case .pdf: return nil
    case .jpeg, .png:
      if PDFReader.hasHeader(bytes) { return .pdf }
      return hasScript(bytes) ? .html : nil
    }
  }

  /// Whether an end-of-central-directory record stands where readers of ZIP look for it: its comment
  /// reaches to the last byte (APPNOTE.TXT section 4.3.16).
  private static func endsAsZIP(_ bytes: [UInt8]) -> Bool {
    let length = 22
    guard bytes.count >= length else { return false }
    let first = max(0, bytes.count - length - 0xFFFF)
    return (first...bytes.count - length).contains { place in
      bytes[place] == 0x50 && bytes[place + 1] == 0x4B && bytes[place + 2] == 5
        && bytes[place + 3] == 6
        && Int(bytes[place + 20]) | Int(bytes[place + 21]) << 8 == bytes.count - place - length
    }
  }

  /// Whether an image holds what a browser or a server would run.
  private static func hasScript(_ bytes: [UInt8]) -> Bool {
    let signs = ["<script", "<?php", "<html", "<svg"].map { ($0, $0.utf8.count) }
    let seconds = Array("sS?hH".utf8)
    var place = bytes.startIndex
    while let next = bytes[place...].firstIndex(of: UInt8(ascii: "<")) {
      place = next + 1
      // Most `<` are followed by something else, and need no comparing.
      guard place < bytes.count, seconds.contains(bytes[place]) else { continue }
      if signs.contains(where: { bytes[next...].prefix($1).contains(text: $0) }) { return true }
    }
    return false
  }
}
