import Session

/// Tab.
extension LineEditor {
  /// More candidates than this are counted, not shown.
  static let mostShown = 40

  /// Completes the text before the cursor, or else its last word; shows the choice when there is one.
  func complete() -> Editline.After {
    guard let editline else { return .nothing }
    let (cells, cursor) = editline.line
    let before = standIns.text(of: cells[..<cursor])
    var typed = before
    var offered = completions(before)
    if offered.isEmpty, let space = before.lastIndex(where: \.isWhitespace) {
      typed = String(before[before.index(after: space)...])
      if !typed.isEmpty { offered = completions(typed) }
    }
    guard let first = offered.first else { return .refuse }
    let shared = offered.count == 1 ? first : Completion.sharedPrefix(of: offered)
    // Candidates found by pinyin do not begin with what was typed: one is taken, several are shown.
    if offered.count == 1 || (shared.hasPrefix(typed) && shared != typed) {
      editline.replace(before: standIns.cells(of: typed).count, with: standIns.cells(of: shared))
      return .refresh
    }
    show(offered)
    return .nothing
  }

  private func show(_ offered: [String]) {
    goBelow()
    let shown = offered.prefix(LineEditor.mostShown).map { Visible.filter($0) }
    let more = offered.count - shown.count
    let lines = shown.map { "  " + $0 } + (more > 0 ? ["  … +\(more)"] : [])
    send(lines.map { $0 + "\r\n" }.joined())
    redraw()
  }
}
