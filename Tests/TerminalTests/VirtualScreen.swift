import Terminal

/// A terminal of the usual kind, as far as the prompt uses one: what stands where, and the cursor.
struct VirtualScreen {
  /// How a character of several code points is drawn.
  enum Joining {
    /// As one, in at most two columns: kitty, WezTerm, Ghostty.
    case characters
    /// Each code point by its own width: VTE, xterm.
    case codePoints
  }

  /// The cells of each row; "" is the right half of a wide character.
  private(set) var rows: [[String]]
  private(set) var row = 0
  private(set) var column = 0
  private(set) var bells = 0
  private let joining: Joining
  private var width: Int
  private var isWrapping = false
  private var saved = (row: 0, column: 0, isWrapping: false)
  private var escape: [UInt8]?
  private var half: [UInt8] = []
  /// Where the last character was drawn, if the cursor has not moved since.
  private var last: (row: Int, column: Int)?

  init(rows: Int, columns: Int, joining: Joining = .characters) {
    self.rows = Array(repeating: Array(repeating: " ", count: columns), count: rows)
    self.joining = joining
    width = columns
  }

  /// The text of a row, without the blanks at its end.
  func text(of row: Int) -> String {
    var text = rows[row].joined()
    while text.last == " " { text.removeLast() }
    return text
  }

  /// All rows as far as the last one that is not blank.
  var text: String {
    var lines = rows.indices.map { text(of: $0) }
    while lines.last == "" { lines.removeLast() }
    return lines.joined(separator: "\n")
  }

  mutating func resize(columns: Int) {
    width = columns
    rows = rows.map { Array(($0 + Array(repeating: " ", count: columns)).prefix(columns)) }
    column = min(column, columns - 1)
  }

  mutating func feed(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { feed(byte) }
  }

  private mutating func feed(_ byte: UInt8) {
    if escape != nil { return continueEscape(byte) }
    if byte >= 0x80 {
      half.append(byte)
      let length = half[0] < 0xE0 ? 2 : half[0] < 0xF0 ? 3 : 4
      guard half.count == length else { return }
      let scalars = String(decoding: half, as: UTF8.self).unicodeScalars
      half = []
      for scalar in scalars { put(scalar) }
      return
    }
    if byte >= 0x20, byte < 0x7F { return put(Unicode.Scalar(byte)) }
    last = nil
    switch byte {
    case 0x07: bells += 1
    case 0x08: (column, isWrapping) = (max(0, column - 1), false)
    case 0x09: (column, isWrapping) = (min(width - 1, (column / 8 + 1) * 8), false)
    case 0x0A: lineFeed()
    case 0x0D: (column, isWrapping) = (0, false)
    case 0x1B: escape = []
    default: break
    }
  }

  private mutating func lineFeed() {
    isWrapping = false
    if row + 1 < rows.count {
      row += 1
    } else {
      rows.removeFirst()
      rows.append(Array(repeating: " ", count: width))
    }
  }

  private mutating func put(_ scalar: Unicode.Scalar) {
    let own = EastAsianWidth.columns(of: Character(scalar))
    if let last, joins(scalar, at: last, own) {
      let before = rows[last.row][last.column]
      rows[last.row][last.column] = before + String(scalar)
      let now = EastAsianWidth.columns(of: rows[last.row][last.column])
      if now > EastAsianWidth.columns(of: before), joining == .characters {
        // It has become an emoji: one column more.
        rows[row][column] = ""
        advance(1)
      }
      return
    }
    guard own > 0 else { return }
    if isWrapping || column + own > width {
      column = 0
      lineFeed()
    }
    clearHalves(at: column, own)
    rows[row][column] = String(scalar)
    if own == 2 { rows[row][column + 1] = "" }
    last = (row, column)
    advance(own)
  }

  private func joins(
    _ scalar: Unicode.Scalar, at place: (row: Int, column: Int), _ own: Int
  ) -> Bool {
    switch joining {
    case .codePoints: return own == 0
    case .characters: return (rows[place.row][place.column] + String(scalar)).count == 1
    }
  }

  /// What is overwritten by half goes whole.
  private mutating func clearHalves(at start: Int, _ columns: Int) {
    if rows[row][start] == "", start > 0 { rows[row][start - 1] = " " }
    let end = start + columns
    if end < width, rows[row][end] == "" { rows[row][end] = " " }
  }

  private mutating func advance(_ columns: Int) {
    column += columns
    if column >= width { (column, isWrapping) = (width - 1, true) }
  }

  private mutating func continueEscape(_ byte: UInt8) {
    let soFar = escape ?? []
    if soFar.isEmpty, byte == UInt8(ascii: "[") || byte == UInt8(ascii: "(") {
      escape = [byte]
    } else if soFar.first == UInt8(ascii: "["), !(0x40...0x7E).contains(byte) {
      escape = soFar + [byte]
    } else {
      escape = nil
      last = nil
      obey(String(decoding: soFar, as: UTF8.self), byte)
    }
  }

  private mutating func obey(_ start: String, _ final: UInt8) {
    let numbers = start.dropFirst().split(separator: ";").map { Int($0) ?? 0 }
    let count = max(1, numbers.first ?? 1)
    switch (start.first, Character(Unicode.Scalar(final))) {
    case (nil, "7"): saved = (row, column, isWrapping)
    case (nil, "8"): (row, column, isWrapping) = saved
    case ("[", "A"): (row, isWrapping) = (max(0, row - count), false)
    case ("[", "B"): (row, isWrapping) = (min(rows.count - 1, row + count), false)
    case ("[", "C"): (column, isWrapping) = (min(width - 1, column + count), false)
    case ("[", "D"): (column, isWrapping) = (max(0, column - count), false)
    case ("[", "G"): (column, isWrapping) = (min(width, count) - 1, false)
    case ("[", "H"):
      (row, column) = (count - 1, max(1, numbers.dropFirst().first ?? 1) - 1)
      isWrapping = false
    case ("[", "J"): erase(to: numbers.first ?? 0)
    case ("[", "K"): for index in column..<width { rows[row][index] = " " }
    default: break
    }
  }

  private mutating func erase(to mode: Int) {
    let blank = Array(repeating: " ", count: width)
    if mode == 2 { return rows = rows.map { _ in blank } }
    for index in column..<width { rows[row][index] = " " }
    for index in rows.indices where index > row { rows[index] = blank }
  }
}
