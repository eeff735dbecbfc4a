/// Writes lists of numbers as bytes, little end first, each behind its count.
struct ByteWriter {
  var bytes: [UInt8] = []

  private mutating func count(_ count: Int) {
    withUnsafeBytes(of: UInt32(count).littleEndian) { bytes += $0 }
  }

  /// Writes numbers.
  mutating func numbers<Number: FixedWidthInteger>(_ numbers: [Number]) {
    count(numbers.count)
    bytes.reserveCapacity(bytes.count + numbers.count * MemoryLayout<Number>.size)
    for number in numbers { withUnsafeBytes(of: number.littleEndian) { bytes += $0 } }
  }

  /// Writes texts without line ends in them.
  mutating func texts(_ texts: [String]) {
    numbers(Array(texts.joined(separator: "\n").utf8))
  }

  /// Writes ascending runs as differences, seven bits a byte.
  mutating func ascents(_ values: [Int32], _ bounds: [Int32]) {
    var packed: [UInt8] = []
    for (start, end) in zip(bounds, bounds.dropFirst()) {
      var previous: Int32 = 0
      for value in values[Int(start)..<Int(end)] {
        var rest = UInt32(bitPattern: value - previous)
        while rest >= 128 {
          packed.append(UInt8(rest & 127 | 128))
          rest >>= 7
        }
        packed.append(UInt8(rest))
        previous = value
      }
    }
    numbers(packed)
  }
}

/// Reads what a `ByteWriter` wrote; what is damaged throws, and is never trusted.
struct ByteReader {
  let bytes: [UInt8]
  var place: Int

  /// Reads numbers.
  mutating func numbers<Number: FixedWidthInteger & BitwiseCopyable>(
    _ type: Number.Type
  ) throws(ModelError) -> [Number] {
    guard place + 4 <= bytes.count else { throw .damaged }
    let count = bytes.withUnsafeBytes {
      Int(UInt32(littleEndian: $0.loadUnaligned(fromByteOffset: place, as: UInt32.self)))
    }
    place += 4
    let size = count * MemoryLayout<Number>.size
    guard place + size <= bytes.count else { throw .damaged }
    let start = place
    place += size
    return [Number](unsafeUninitializedCapacity: count) { buffer, filled in
      bytes.withUnsafeBytes { source in
        UnsafeMutableRawBufferPointer(buffer).copyMemory(
          from: UnsafeRawBufferPointer(rebasing: source[start..<(start + size)]))
      }
      if Number(littleEndian: 1) != 1 {
        for index in 0..<count { buffer[index] = Number(littleEndian: buffer[index]) }
      }
      filled = count
    }
  }

  /// Reads texts.
  mutating func texts() throws(ModelError) -> [String] {
    let bytes = try numbers(UInt8.self)
    if bytes.isEmpty { return [] }
    return bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
  }

  /// Reads ascending runs.
  ///
  /// - Parameters:
  ///   - bounds: where they begin and end.
  ///   - limit: no value reaches it.
  mutating func ascents(_ bounds: [Int32], below limit: Int) throws(ModelError) -> [Int32] {
    let packed = try numbers(UInt8.self)
    var values: [Int32] = []
    values.reserveCapacity(Int(max(0, bounds.last ?? 0)))
    guard bounds.first == 0 else { throw .damaged }
    var place = 0
    for (start, end) in zip(bounds, bounds.dropFirst()) {
      guard start <= end, Int(end) - Int(start) <= packed.count else { throw .damaged }
      var value: UInt32 = 0
      for _ in start..<end {
        var shift: UInt32 = 0
        var more = true
        while more {
          guard place < packed.count, shift < 32 else { throw .damaged }
          value &+= UInt32(packed[place] & 127) << shift
          more = packed[place] >= 128
          shift += 7
          place += 1
        }
        guard value < UInt32(limit) else { throw .damaged }
        values.append(Int32(value))
      }
    }
    return values
  }
}
