/// How a model lies in memory, in a file and in the program: a mark, where its parts are, and the
/// parts, each at a multiple of `alignment` and as it is read from, so that nothing has to be unpacked.
/// All numbers have their little end first.
struct Layout {
  /// The parts, in their order.
  enum Part: Int, CaseIterable {
    /// One byte: whether any example is Chinese.
    case script
    /// Texts, one a line.
    case labels, words
    /// Numbers: where each word begins, and the slots of `Spelling`.
    case wordStarts, spellings
    /// Labels.
    case rejects
    /// Numbers in floating point.
    case units, lengths, biases, calibration
    /// The tables of `Index`.
    case bits, slots
    /// The cells of `Rows`.
    case cells
    /// The tables of `Neighbours`.
    case inverse, sources, bounds, features, holders
  }

  static let mark = Array("xiaoer-model-6\n\0".utf8)
  static let alignment = Memory.alignment
  /// Where the parts begin.
  static let front = (mark.count + Part.allCases.count * 8 + alignment - 1) / alignment * alignment

  let bytes: UnsafeRawBufferPointer

  /// Where numbers begin; `bytes` are never empty.
  @inline(__always)
  static func pointer<Number: BitwiseCopyable>(
    _ bytes: UnsafeRawBufferPointer, _ offset: Int
  ) -> UnsafePointer<Number> {
    let base = bytes.baseAddress ?? UnsafeRawPointer(bitPattern: Memory.alignment)
    guard let base else { preconditionFailure("a model lies somewhere") }
    return (base + offset).assumingMemoryBound(to: Number.self)
  }

  /// Where a part lies.
  func range(_ part: Part) -> Range<Int> {
    let entry: UnsafePointer<UInt32> = Self.pointer(bytes, Self.mark.count + part.rawValue * 8)
    return Int(entry[0])..<(Int(entry[0]) + Int(entry[1]))
  }

  /// The numbers of a part.
  func numbers<Number: BitwiseCopyable>(
    _ part: Part, _ type: Number.Type = Number.self
  ) -> UnsafeBufferPointer<Number> {
    let range = range(part)
    return UnsafeBufferPointer(
      start: Self.pointer(bytes, range.lowerBound), count: range.count / MemoryLayout<Number>.size)
  }

  /// The texts of a part.
  func texts(_ part: Part) -> [String] {
    let bytes = numbers(part, UInt8.self)
    if bytes.isEmpty { return [] }
    return bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
  }

  /// Whether the parts lie behind each other, as they are written, and fill the bytes.
  func isSound() -> Bool {
    guard bytes.count >= Self.front else { return false }
    var end = Self.front
    for part in Part.allCases {
      let range = range(part)
      guard range.lowerBound == end, range.upperBound <= bytes.count else { return false }
      end = (range.upperBound + Self.alignment - 1) / Self.alignment * Self.alignment
    }
    return end == bytes.count
  }
}

/// Writes the parts of a model.
struct LayoutWriter {
  private var parts = [[UInt8]](repeating: [], count: Layout.Part.allCases.count)

  /// Writes numbers.
  mutating func numbers<Number: FixedWidthInteger>(_ part: Layout.Part, _ numbers: [Number]) {
    parts[part.rawValue] = numbers.map(\.littleEndian).withUnsafeBytes { Array($0) }
  }

  /// Writes numbers in floating point.
  mutating func floats(_ part: Layout.Part, _ values: [Float]) {
    numbers(part, values.map(\.bitPattern))
  }

  /// Writes texts without line ends in them.
  mutating func texts(_ part: Layout.Part, _ texts: [String]) {
    parts[part.rawValue] = Array(texts.joined(separator: "\n").utf8)
  }

  /// Everything that was written.
  func bytes() -> [UInt8] {
    var bytes = Layout.mark
    var offset = Layout.front
    for part in parts {
      withUnsafeBytes(of: UInt32(offset).littleEndian) { bytes += $0 }
      withUnsafeBytes(of: UInt32(part.count).littleEndian) { bytes += $0 }
      offset += (part.count + Layout.alignment - 1) / Layout.alignment * Layout.alignment
    }
    bytes.reserveCapacity(offset)
    Self.align(&bytes)
    for part in parts {
      bytes += part
      Self.align(&bytes)
    }
    return bytes
  }

  private static func align(_ bytes: inout [UInt8]) {
    while bytes.count % Layout.alignment != 0 { bytes.append(0) }
  }
}
