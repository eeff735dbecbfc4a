import Glibc

/// A prompt that is pleasant to type at: editing, recall, searching, completing, pasting.
///
/// It owns the terminal from its making to its end: nothing is echoed between two lines, and what is
/// typed meanwhile waits for the next prompt. Make one, on the main thread; keep it to the end.
public final class LineEditor {
  /// How reading a line ended.
  public enum Outcome: Hashable, Sendable {
    /// A line, code point by code point as it was typed, without its newline.
    case line(String)
    /// Ctrl-C: the line is cleared; `wasEmpty` when there was nothing to clear.
    case interrupted(wasEmpty: Bool)
    /// Ctrl-D on an empty line, or the terminal is gone.
    case endOfInput
    /// Reading failed.
    case failed
  }

  /// What a key of ours does once libedit runs our command.
  enum Action {
    case none
    case moveToEnd
    case join(Unicode.Scalar)
    case complete
    case search
  }

  /// libedit; nil when the terminal or the character set is below it, and lines are read plainly.
  let editline: Editline?
  var keyboard = Keyboard(descriptor: STDIN_FILENO)
  var standIns = StandIns()
  var action = Action.none
  /// Why this read is to end at the next newline, when it is not for a line.
  var ending: Outcome?
  var completions: (String) -> [String] = { _ in [] }
  /// Lines remembered, oldest first: what Ctrl-R searches.
  var remembered: [String] = []
  let searchLabel: String
  /// Whether the terminal obeys cursor sequences: then we draw, else libedit does, with blanks.
  let isSmart: Bool
  var painter = LinePainter()
  private var half: [UInt8] = []
  private var isBroken = false
  private var rings = false

  /// Nil unless standard input and output are terminals.
  ///
  /// - Parameters:
  ///   - name: the program's name.
  ///   - searchLabel: what the prompt of Ctrl-R begins with.
  ///   - environment: the value of a variable, nil when it is not set.
  public init?(
    name: String, searchLabel: String = "(reverse-i-search)",
    environment: (String) -> String? = Screen.variable
  ) {
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else { return nil }
    guard TerminalAsFound.remember() else { return nil }
    let terminal = environment("TERM") ?? ""
    isSmart = !["", "dumb", "emacs"].contains(terminal)
    self.searchLabel = searchLabel
    // TERM=emacs switches libedit's editing off, half of it: better none.
    let canEdit = TextLocale.settle() && terminal != "emacs"
    editline = canEdit ? Editline(name: name, linesKept: Int32(HistoryFile.most)) : nil
    editline?.owner = self
    if editline == nil { PlainLine.install() } else { Arrivals.install() }
  }

  deinit {
    if editline != nil { Arrivals.uninstall() }
    TerminalAsFound.restore()
  }

  /// Reads one line. The cursor must stand at the beginning of a screen line.
  ///
  /// - Parameters:
  ///   - prompt: shown before the line; one line, without escapes.
  ///   - completions: what Tab offers for the text before the cursor, and then for its last word.
  public func readLine(
    prompt: String, completions: @escaping (String) -> [String] = { _ in [] }
  ) -> Outcome {
    guard let editline else { return PlainLine.read(prompt: prompt) }
    self.completions = completions
    ending = nil
    action = .none
    editline.prompt = standIns.cells(of: prompt)
    painter.begin()
    bracketPastes(true)
    let read = Arrivals.held { editline.read() }
    editline.flush()
    if isSmart { send(painter.leave()) }
    bracketPastes(false)
    if isBroken { return .failed }
    if let ending { return ending }
    switch read {
    case .line(let cells): return .line(standIns.text(of: cells))
    case .nothing: return .endOfInput
    }
  }

  /// Lets a line be recalled by the arrow keys and found by Ctrl-R, in this process.
  public func remember(_ line: String) {
    guard !line.isEmpty, remembered.last != line else { return }
    remembered.append(line)
    if remembered.count > HistoryFile.most { remembered.removeFirst() }
    editline?.remember(standIns.cells(of: line))
  }

  /// Whether the terminal is asked to say where a paste begins and ends.
  func bracketPastes(_ on: Bool) {
    guard isSmart else { return }
    TerminalAsFound.note(pastesAreBracketed: on)
    send(on ? "\u{1B}[?2004h" : "\u{1B}[?2004l")
  }

  /// Sends `text` to the terminal, after what libedit still holds.
  func send(_ text: String) {
    editline?.flush()
    if Bytes.write(Array(text.utf8), to: STDOUT_FILENO) != 0 { isBroken = true }
  }
}

extension LineEditor: EditlineOwner {
  func draw(_ bytes: UnsafeBufferPointer<UInt8>) {
    if isSmart {
      // Only the bell of what libedit would draw.
      if bytes.contains(0x07) { rings = true }
      return
    }
    half.append(contentsOf: bytes)
    let (drawn, rest) = Drawing.replacingStandIns(in: half) { standIns.text(drawnFor: $0) }
    half = rest
    if Bytes.write(drawn, to: STDOUT_FILENO) != 0 { isBroken = true }
  }

  func nextKey() -> UInt32? {
    // A newline that a half-typed escape sequence swallowed is given again.
    if let ending { return close(ending) }
    while !isBroken {
      if !keyboard.hasMore { paint() }
      switch keyboard.next() {
      case .woken: attend(Arrivals.take())
      case .end: return nil
      case .failed:
        isBroken = true
      case .scalar(let scalar):
        if let key = key(for: scalar) { return key }
      }
    }
    return nil
  }

  func command(key: UInt32) -> Editline.After {
    guard key == Editline.commandKey else { return paste() }
    defer { action = .none }
    switch action {
    case .none: return .nothing
    case .moveToEnd:
      editline?.moveToEnd()
      return .refresh
    case .join(let scalar):
      guard let editline, let before = editline.cellBeforeCursor else { return .nothing }
      guard let cell = standIns.cell(for: standIns.scalars(of: before) + [scalar]) else {
        return .refuse
      }
      editline.replace(before: 1, with: [cell])
      return .refresh
    case .complete: return complete()
    case .search: return search()
    }
  }

  /// Shows the line as it is by now, and rings if something asked for it.
  func paint() {
    guard isSmart, let editline else { return }
    let (line, cursor) = editline.line
    let cells = editline.prompt + line
    var drawn = painter.paint(
      cells, cursor: editline.prompt.count + cursor, in: LineEditor.window
    ) { standIns.glyph(of: $0) }
    if rings { drawn += "\u{7}" }
    rings = false
    if !drawn.isEmpty { send(drawn) }
  }

  private static var window: LinePainter.Size {
    var size = winsize()
    let known = ioctl(STDIN_FILENO, UInt(TIOCGWINSZ), &size) == 0
    return LinePainter.Size(
      rows: known && size.ws_row > 0 ? Int(size.ws_row) : 24,
      columns: known && size.ws_col > 1 ? Int(size.ws_col) : 80)
  }
}
