/// What is wrong with the bytes of a compiled pack.
public struct ArchiveError: Error, Equatable, Sendable {
  /// The offset of the byte at which reading stopped.
  public let offset: Int
  /// What stood there, or should have.
  public let reason: String
}

/// Reads what an `ArchiveWriter` wrote. Damaged bytes are an error, never a crash.
struct ArchiveReader {
  private let bytes: UnsafeRawBufferPointer
  private var offset = 0

  /// A reader at the start of `bytes`, which it borrows.
  init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  /// Whether everything has been read.
  var isAtEnd: Bool { offset == bytes.count }

  /// The error that `reason` is, here.
  func error(_ reason: String) -> ArchiveError {
    ArchiveError(offset: offset, reason: reason)
  }

  /// Reads a number.
  mutating func number() throws(ArchiveError) -> Int {
    var value: UInt = 0
    var shift: UInt = 0
    while true {
      guard offset < bytes.count else { throw error("a number is cut off") }
      let byte = bytes[offset]
      offset += 1
      value |= UInt(byte & 0x7F) << shift
      if byte < 0x80 { break }
      shift += 7
      guard shift < 56 else { throw error("a number is too large") }
    }
    return Int(value)
  }

  /// Reads raw bytes, where they lie.
  mutating func raw() throws(ArchiveError) -> UnsafeRawBufferPointer {
    let count = try number()
    while offset % ArchiveWriter.alignment != 0 {
      guard offset < bytes.count, bytes[offset] == 0 else { throw error("no zero in between") }
      offset += 1
    }
    guard count <= bytes.count - offset else { throw error("bytes are cut off") }
    defer { offset += count }
    return UnsafeRawBufferPointer(rebasing: bytes[offset..<(offset + count)])
  }

  /// Reads a text.
  mutating func text() throws(ArchiveError) -> String {
    let range = try span()
    return String(decoding: bytes[range], as: UTF8.self)
  }

  /// Reads a value.
  mutating func value<Value: Archivable>(
    _ type: Value.Type = Value.self
  ) throws(ArchiveError) -> Value {
    try Value(from: &self)
  }

  /// Reads a list.
  mutating func list<Value: Archivable>(
    of type: Value.Type = Value.self
  ) throws(ArchiveError) -> [Value] {
    let count = try number()
    guard count <= bytes.count - offset else { throw error("a list is longer than the rest") }
    var values: [Value] = []
    values.reserveCapacity(count)
    for _ in 0..<count { values.append(try Value(from: &self)) }
    return values
  }

  /// Reads a value that may be missing.
  mutating func optional<Value: Archivable>(
    _ type: Value.Type = Value.self
  ) throws(ArchiveError) -> Value? {
    switch try number() {
    case 0: return nil
    case 1: return try Value(from: &self)
    case _: throw error("neither there nor missing")
    }
  }

  private mutating func span() throws(ArchiveError) -> Range<Int> {
    let count = try number()
    guard count <= bytes.count - offset else { throw error("bytes are cut off") }
    defer { offset += count }
    return offset..<(offset + count)
  }
}
