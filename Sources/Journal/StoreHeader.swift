import Glibc
import Session

/// The first hundred bytes of a store (SQLite's file format, section 1.3).
struct StoreHeader {
  private let bytes: [UInt8]

  /// Reads them; fewer when the file is shorter.
  init(of path: String) throws(StoreError) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw .cannotOpen("\(path): \(reason())") }
    defer { close(descriptor) }
    var count = 0
    bytes = [UInt8](unsafeUninitializedCapacity: 100) { buffer, length in
      count = read(descriptor, buffer.baseAddress, 100)
      length = max(0, count)
    }
    guard count >= 0 else { throw .cannotOpen("\(path): \(reason())") }
  }

  /// Refuses what is no store of this program (`damaged`) or one of a newer version (`newer`).
  func check(path: String, newest: Int) throws(StoreError) {
    guard bytes.count == 100, Array(bytes[..<16]) == Array("SQLite format 3".utf8) + [0] else {
      throw .damaged("\(path) is no store: its first bytes are others")
    }
    let program = number(at: 68)
    let version = number(at: 60)
    // All of a store that was just begun may still stand in the log ahead.
    let isBegun = program == 0 && version == 0 && number(at: 28) <= 1
    guard program == Schema.applicationID || isBegun else {
      throw .damaged("\(path) is the database of another program")
    }
    guard version <= newest else {
      throw .newer("\(path) was written by a newer version (\(version), this one knows \(newest))")
    }
    // Greater numbers would make SQLite take the file for one that it may only read.
    guard (1...2).contains(bytes[18]), (1...2).contains(bytes[19]) else {
      throw .damaged("\(path): its header is damaged")
    }
  }

  private func number(at offset: Int) -> Int {
    bytes[offset..<(offset + 4)].reduce(0) { $0 << 8 | Int($1) }
  }
}
