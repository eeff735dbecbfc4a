import Session

/// A conversation at a terminal: prompt, line, reply, until one of the two ends it.
public struct PromptLoop<Other: Counterpart> {
  /// How a conversation ended.
  public enum Ending: Hashable, Sendable {
    /// By `CounterpartReply.ended`.
    case closed
    /// By Ctrl-D, or the terminal is gone: an open flow is to be saved as at `/quit`.
    case left
    /// The terminal could not be read or written.
    case failed
  }

  /// The one at the other end, as the conversation left it.
  public private(set) var other: Other
  private let editor: LineEditor
  private let screen: Screen
  private let history: HistoryFile?
  private var emptyInterrupts = 0

  /// A conversation with `other`; nil for `history` keeps nothing.
  public init(with other: Other, editor: LineEditor, screen: Screen, history: HistoryFile?) {
    self.other = other
    self.editor = editor
    self.screen = screen
    self.history = history
  }

  /// Talks until the end. Nothing stands on the screen line that the cursor is left on.
  public mutating func run() -> Ending {
    for line in history?.lines() ?? [] { editor.remember(line) }
    do throws(Screen.Failure) {
      try screen.write(other.welcome())
      while true {
        if let ending = try turn() { return ending }
      }
    } catch {
      return .failed
    }
  }

  private mutating func turn() throws(Screen.Failure) -> Ending? {
    let asked = other
    let outcome = editor.readLine(prompt: Visible.filter(other.prompt)) {
      asked.completions(of: $0)
    }
    switch outcome {
    case .line(let line):
      emptyInterrupts = 0
      // As in a scripted session: white space only is no message.
      guard line.contains(where: { !$0.isWhitespace }) else { return nil }
      keep(line)
      let reply = other.reply(to: line)
      if let typing = reply.typing {
        let characters = reply.lines.reduce(0) { $0 + $1.text.count }
        try TypingLine(screen: screen, editor: editor)?.show(typing, characters: characters)
      }
      try screen.write(reply.lines)
      return reply.ended ? .closed : nil
    case .interrupted(let wasEmpty):
      emptyInterrupts = wasEmpty ? emptyInterrupts + 1 : 0
      if emptyInterrupts == 2 {
        emptyInterrupts = 0
        try screen.write([StyledLine(other.leaveHint, style: .dim)])
      }
      return nil
    case .endOfInput: return .left
    case .failed: return .failed
    }
  }

  /// Recalls a line in this session and the next, unless it says what is nobody else's.
  private func keep(_ line: String) {
    guard HistoryFile.keeps(line), !other.isSensitive(line) else { return }
    editor.remember(line)
    // A history that cannot be written is no reason to stop talking; the store says when a disk is full.
    try? history?.append(line)
  }
}
