import CEditline
import Glibc

/// Keys that libedit would not get right, and what happens to the window and the process.
extension LineEditor {
  /// What libedit is given for a code point, nil when it is dealt with.
  func key(for scalar: Unicode.Scalar) -> UInt32? {
    guard let editline else { return nil }
    switch scalar.value {
    case 0x03:
      ending = .interrupted(wasEmpty: editline.line.cells.isEmpty)
      return announce(.moveToEnd)
    case 0x04 where editline.line.cells.isEmpty:
      ending = .endOfInput
      return close(.endOfInput)
    case 0x09: return announce(.complete)
    case 0x12: return announce(.search)
    case 0x1A:
      suspend()
      return nil
    case 0x1C:
      raise(SIGQUIT)
      return nil
    case ..<0x20, 0x7F: return scalar.value
    default: break
    }
    let (cells, cursor) = editline.line
    if cursor > 0, standIns.joins(scalar, to: cells[cursor - 1]) {
      return announce(.join(scalar))
    }
    return standIns.cell(for: [scalar]) ?? 0xFFFD
  }

  /// Ends the read as `outcome`: libedit goes below what is drawn and starts a new screen line.
  func close(_ outcome: Outcome) -> UInt32 {
    if case .interrupted = outcome { send("^C") }
    return 0x0A
  }

  /// Answers what has come while waiting.
  func attend(_ seen: Arrivals.Seen) {
    if seen.resized { editline?.resize() }
    if seen.stopped { return suspend() }
    if seen.continued {
      editline?.resume()
      bracketPastes(true)
    }
    if seen.resized || seen.continued { repaint() }
  }

  /// Draws prompt and line anew in their place.
  ///
  /// After a resize the place is reckoned by the new width, as terminals that reflow show it; on one
  /// that does not, a part of the old line stays above.
  /// - Parameter drawn: the prompt that stands on the screen, when it is about to be another.
  func repaint(from drawn: [UInt32]? = nil) {
    let up = layout(prompt: drawn).cursorRow
    if isSmart {
      send("\r" + (up > 0 ? "\u{1B}[\(up)A" : "") + "\u{1B}[J")
    } else {
      send("\r\n")
    }
    editline?.redraw()
  }

  /// Goes to a new screen line below all that is drawn.
  func goBelow() {
    let rows = layout()
    send(String(repeating: "\r\n", count: rows.lastRow - rows.cursorRow + 1))
  }

  private func announce(_ next: Action) -> UInt32 {
    action = next
    return Editline.commandKey
  }

  /// Ctrl-Z: gives the terminal back as it was found, stops with the whole job, and takes it up again.
  private func suspend() {
    goBelow()
    bracketPastes(false)
    editline?.rest()
    TerminalAsFound.restore()
    signal(SIGTSTP, SIG_DFL)
    var stop = sigset_t()
    sigemptyset(&stop)
    sigaddset(&stop, SIGTSTP)
    // Delivered, and obeyed, before this returns.
    kill(0, SIGTSTP)
    pthread_sigmask(SIG_UNBLOCK, &stop, nil)
    pthread_sigmask(SIG_BLOCK, &stop, nil)
    Arrivals.install()
    editline?.resume()
    editline?.resize()
    bracketPastes(true)
    editline?.redraw()
  }

  /// The screen rows, from the prompt's, of the cursor and of the last cell.
  private func layout(prompt drawn: [UInt32]? = nil) -> (cursorRow: Int, lastRow: Int) {
    guard let editline else { return (0, 0) }
    let prompt = drawn ?? editline.prompt
    var size = winsize()
    let known = ioctl(STDIN_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 1
    let width = known ? Int(size.ws_col) : 80
    let (cells, cursor) = editline.line
    var (row, column, cursorRow) = (0, 0, 0)
    for (index, cell) in (prompt + cells + [0x20]).enumerated() {
      let columns = max(1, Editline.columns(of: cell))
      if column + columns > width { (row, column) = (row + 1, 0) }
      if index == prompt.count + cursor { cursorRow = row }
      if index == prompt.count + cells.count { break }
      column += columns
      if column >= width { (row, column) = (row + 1, 0) }
    }
    return (cursorRow, row)
  }
}
