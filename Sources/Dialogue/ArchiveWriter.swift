/// Writes values in the compact form in which a compiled pack travels inside the binary.
///
/// Integers are unsigned LEB128, texts their length and their UTF-8.
struct ArchiveWriter: Sendable {
  /// Where raw bytes may begin.
  static let alignment = 64

  /// What has been written so far.
  private(set) var bytes: [UInt8] = []

  /// A writer that has written nothing.
  init() {}

  /// Appends a number, which must not be negative.
  mutating func write(_ number: Int) {
    precondition(number >= 0)
    var rest = UInt(number)
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  /// Appends raw bytes, their count first, and so many zeros in between that they begin at a multiple of
  /// `alignment`.
  mutating func write(_ raw: [UInt8]) {
    write(raw.count)
    while bytes.count % Self.alignment != 0 { bytes.append(0) }
    bytes.append(contentsOf: raw)
  }

  /// Appends a text.
  mutating func write(_ text: String) {
    let utf8 = text.utf8
    write(utf8.count)
    bytes.append(contentsOf: utf8)
  }

  /// Appends a value.
  mutating func write(_ value: some Archivable) { value.archive(into: &self) }

  /// Appends a list, its count first.
  mutating func write(_ values: [some Archivable]) {
    write(values.count)
    for value in values { value.archive(into: &self) }
  }

  /// Appends a value that may be missing.
  mutating func write(_ value: (some Archivable)?) {
    write(value == nil ? 0 : 1)
    if let value { value.archive(into: &self) }
  }
}

/// A value that a compiled pack can carry.
protocol Archivable {
  /// Writes the value; `init(from:)` reads it back.
  func archive(into writer: inout ArchiveWriter)
  /// Reads the value that `archive(into:)` wrote.
  init(from reader: inout ArchiveReader) throws(ArchiveError)
}

extension String: Archivable {
  func archive(into writer: inout ArchiveWriter) { writer.write(self) }
  init(from reader: inout ArchiveReader) throws(ArchiveError) { self = try reader.text() }
}
