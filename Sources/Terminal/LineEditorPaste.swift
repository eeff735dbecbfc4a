/// What a terminal says was pasted: one message, whatever lines it has.
extension LineEditor {
  /// A paste beyond this many code points is cut, with a bell: no message is as long.
  static let longestPaste = 1 << 17

  /// Takes everything up to the end of the paste into the line.
  ///
  /// A newline becomes a space, and is shown as one; every other character stays itself.
  func paste() -> Editline.After {
    var text: [Unicode.Scalar] = []
    var matched = 0
    while matched < LineEditor.pasteEnd.count {
      switch keyboard.next(inPaste: true) {
      case .woken: continue
      case .end, .failed: return .nothing
      case .scalar(let scalar):
        // The mark begins with escape and has no other: a mismatch can only be a new beginning.
        matched =
          scalar == LineEditor.pasteEnd[matched] ? matched + 1 : scalar == "\u{1B}" ? 1 : 0
        if text.count < LineEditor.longestPaste + LineEditor.pasteEnd.count { text.append(scalar) }
      }
    }
    let isCut = text.count == LineEditor.longestPaste + LineEditor.pasteEnd.count
    text.removeLast(LineEditor.pasteEnd.count)
    editline?.replace(before: 0, with: standIns.cells(of: LineEditor.oneLine(text)))
    return isCut ? .refuse : .refresh
  }

  private static let pasteEnd: [Unicode.Scalar] = Array("\u{1B}[201~".unicodeScalars)

  /// `text` with each line end (CR, LF or both) as one space; one at the very end is dropped.
  static func oneLine(_ text: [Unicode.Scalar]) -> String {
    var line = String.UnicodeScalarView()
    var before: Unicode.Scalar?
    for scalar in text {
      defer { before = scalar }
      guard scalar == "\r" || scalar == "\n" else {
        line.append(scalar)
        continue
      }
      // The terminal turns CR into LF and LF into CR, so a pair may come in either order.
      if let last = before, last == "\r" || last == "\n", last != scalar {
        before = nil
        continue
      }
      line.append(" ")
    }
    if let last = text.last, last == "\r" || last == "\n", line.last == " " { line.removeLast() }
    return String(line)
  }
}
