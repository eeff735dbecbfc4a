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
  let isSmart: Bool
  private var half: [UInt8] = []
  private var isBroken = false

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
    if editline != nil { Arrivals.install() }
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
    bracketPastes(true)
    let read = Arrivals.held { editline.read() }
    editline.flush()
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
    half.append(contentsOf: bytes)
    let (drawn, rest) = Drawing.replacingStandIns(in: half) { standIns.drawing(of: $0) }
    half = rest
    if Bytes.write(drawn, to: STDOUT_FILENO) != 0 { isBroken = true }
  }

  func nextKey() -> UInt32? {
    // A newline that a half-typed escape sequence swallowed is given again.
    if let ending { return close(ending) }
    while !isBroken {
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
      guard let editline, editline.line.cursor > 0 else { return .nothing }
      let (cells, cursor) = editline.line
      let joined = standIns.scalars(of: cells[cursor - 1]) + [scalar]
      guard let cell = standIns.cell(for: joined) else { return .refuse }
      editline.replace(before: 1, with: [cell])
      return .refresh
    case .complete: return complete()
    case .search: return search()
    }
  }
}
