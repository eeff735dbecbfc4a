/// Ctrl-R.
///
/// Our own, because libedit's looks up a wide character by its lowest byte: typing 怎 could run a command.
extension LineEditor {
  /// Searches the remembered lines, newest first, while a pattern is typed.
  ///
  /// Ctrl-R again goes to an older one; Backspace shortens the pattern; Enter sends what was found;
  /// Ctrl-G goes back to the line as it was; any other control key takes the line for editing.
  func search() -> Editline.After {
    guard let editline else { return .nothing }
    let (original, prompt) = (editline.line, editline.prompt)
    defer { editline.prompt = prompt }
    var pattern = ""
    var place = remembered.count
    looking: while true {
      editline.prompt = standIns.cells(of: "\(searchLabel) \(pattern): ")
      showSearch()
      switch keyboard.next() {
      case .woken: attend(Arrivals.take())
      case .end, .failed: break looking
      case .scalar(let key):
        switch key.value {
        case 0x12: find(pattern, before: place, &place)
        case 0x08, 0x7F:
          pattern = String(pattern.dropLast())
          find(pattern, before: remembered.count, &place)
        case 0x07:
          put(original.cells)
          break looking
        case ..<0x20:
          keyboard.pushBack(key)
          break looking
        default:
          pattern.unicodeScalars.append(key)
          find(pattern, before: place + 1, &place)
        }
      }
    }
    editline.prompt = prompt
    showSearch()
    return .nothing
  }

  private func find(_ pattern: String, before end: Int, _ place: inout Int) {
    guard !pattern.isEmpty else { return }
    let older = remembered.prefix(max(0, end))
    guard let found = older.lastIndex(where: { $0.contains(pattern) }) else { return send("\u{7}") }
    place = found
    put(standIns.cells(of: remembered[found]))
  }

  private func showSearch() {
    if isSmart { return paint() }
    send("\r\n")
    redraw()
  }

  private func put(_ cells: [UInt32]) {
    editline?.moveToEnd()
    editline?.replace(before: editline?.line.cells.count ?? 0, with: cells)
  }
}
