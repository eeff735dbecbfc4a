/// Where bytes come from, a chunk at a time.
public protocol ByteSource {
  /// The next bytes; empty at the end of input.
  mutating func next() throws -> [UInt8]
}

/// Cuts bytes into lines without ever holding more than one line and one chunk.
///
/// LF and CRLF end a line; a byte order mark at the very start is dropped; a line over the limit is
/// reported once and skipped to its end.
public struct LineSplitter<Source: ByteSource> {
  private var source: Source
  private var chunk: [UInt8] = []
  private var position = 0
  private var number = 0
  private var isAtStart = true

  /// The lines of `source`.
  public init(_ source: Source) { self.source = source }

  /// The next line; nil at the end of input. A last line without an end counts.
  public mutating func next() throws -> Line? {
    var line: [UInt8] = []
    var isTooLong = false
    var isEmpty = true
    while true {
      if position == chunk.count {
        chunk = try source.next()
        position = 0
        if chunk.isEmpty {
          if isEmpty { return nil }
          break
        }
      }
      isEmpty = false
      let end = chunk[position...].firstIndex(of: UInt8(ascii: "\n"))
      let piece = chunk[position..<(end ?? chunk.count)]
      if line.count + piece.count > Line.limit + 4 {
        isTooLong = true
        line.removeAll()
      } else if !isTooLong {
        line.append(contentsOf: piece)
      }
      position = end.map { $0 + 1 } ?? chunk.count
      if end != nil { break }
    }
    number += 1
    return Line(number: number, content: isTooLong ? .tooLong : content(of: &line))
  }

  private mutating func content(of line: inout [UInt8]) -> Line.Content {
    if isAtStart, line.starts(with: [0xEF, 0xBB, 0xBF]) { line.removeFirst(3) }
    isAtStart = false
    if line.last == UInt8(ascii: "\r") { line.removeLast() }
    if line.count > Line.limit { return .tooLong }
    return String(validating: line, as: UTF8.self).map { .text($0) } ?? .notUTF8
  }
}
