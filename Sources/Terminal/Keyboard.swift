import Glibc

/// The characters that come from a terminal, one by one, and what else may wake a prompt.
struct Keyboard {
  /// What a wait can end with.
  enum Stroke: Equatable {
    /// A code point. A byte that is no UTF-8 comes as U+FFFD: shown, not dropped.
    case scalar(Unicode.Scalar)
    /// A signal came: see `Arrivals`.
    case woken
    /// There will be no more: the other side is closed.
    case end
    /// The system's `errno`.
    case failed(Int32)
  }

  /// The file descriptor read from.
  let descriptor: Int32
  private var ahead: [Unicode.Scalar] = []
  private var bytes: [UInt8] = []
  private var position = 0

  /// A keyboard on `descriptor`.
  init(descriptor: Int32) { self.descriptor = descriptor }

  /// The next stroke is `scalar`, before anything else.
  mutating func pushBack(_ scalar: Unicode.Scalar) { ahead.append(scalar) }

  /// Whether a stroke is there already: what was typed is drawn once it is all read.
  var hasMore: Bool {
    if !ahead.isEmpty || position < bytes.count { return true }
    var ready = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&ready, 1, 0) > 0 && ready.revents & Int16(POLLIN) != 0
  }

  /// Waits for the next stroke.
  ///
  /// One byte is read at a time, so that what is typed ahead stays with the terminal, for the shell to
  /// read after Ctrl-Z or the end. Only `inPaste` reads whole pieces.
  mutating func next(inPaste: Bool = false) -> Stroke {
    if let scalar = ahead.popLast() { return .scalar(scalar) }
    switch nextByte(inPaste) {
    case .success(let first): return decode(first, inPaste)
    case .failure(let stop): return stop.stroke
    }
  }

  private struct Stop: Error { let stroke: Stroke }

  private mutating func decode(_ first: UInt8, _ inPaste: Bool) -> Stroke {
    if first < 0x80 { return .scalar(Unicode.Scalar(first)) }
    let length: Int
    switch first {
    case 0xC2...0xDF: length = 2
    case 0xE0...0xEF: length = 3
    case 0xF0...0xF4: length = 4
    default: return .scalar("\u{FFFD}")
    }
    var sequence = [first]
    while sequence.count < length {
      switch nextByte(inPaste) {
      case .success(let byte) where (0x80...0xBF).contains(byte): sequence.append(byte)
      case .success(let byte):
        position -= 1
        bytes[position] = byte
        return .scalar("\u{FFFD}")
      // The rest of a character follows at once; a signal in between is looked at after it.
      case .failure(let stop) where stop.stroke == .woken: continue
      case .failure: return .scalar("\u{FFFD}")
      }
    }
    let scalars = Array(String(decoding: sequence, as: UTF8.self).unicodeScalars)
    return .scalar(scalars.count == 1 ? scalars[0] : "\u{FFFD}")
  }

  private mutating func nextByte(_ inPaste: Bool) -> Result<UInt8, Stop> {
    if position >= bytes.count {
      guard Arrivals.wait(for: descriptor) else { return .failure(Stop(stroke: .woken)) }
      var piece = [UInt8](repeating: 0, count: inPaste ? 4_096 : 1)
      let count = read(descriptor, &piece, piece.count)
      if count == 0 { return .failure(Stop(stroke: .end)) }
      if count < 0 {
        switch errno {
        case EINTR, EAGAIN: return .failure(Stop(stroke: .woken))
        // A terminal that was hung up.
        case EIO: return .failure(Stop(stroke: .end))
        default: return .failure(Stop(stroke: .failed(errno)))
        }
      }
      bytes = Array(piece.prefix(count))
      position = 0
    }
    defer { position += 1 }
    return .success(bytes[position])
  }
}
