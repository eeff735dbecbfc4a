import Glibc
import Session

/// Shows for a moment that somebody types, as a person at the other end would; any key ends it at once.
///
/// A blank or Return only ends it; any other key begins the next line as well.
struct TypingLine {
  /// The screen it is shown on.
  let screen: Screen
  /// Whoever reads the next line.
  let editor: LineEditor

  /// Nil where a line cannot be taken away again, or should not be: a plain terminal, ACCESSIBLE=1.
  init?(screen: Screen, editor: LineEditor) {
    guard editor.isSmart, editor.editline != nil, !screen.isAccessible,
      isatty(screen.descriptor) == 1
    else { return nil }
    (self.screen, self.editor) = (screen, editor)
  }

  /// Milliseconds that a reply of so many characters takes: some, but nobody is kept waiting.
  static func milliseconds(for characters: Int) -> Int32 {
    Int32(min(1_200, 300 + characters * 8))
  }

  /// Shows `line` while a reply of `characters` is typed, and takes it away again.
  func show(_ line: StyledLine, characters: Int) throws(Screen.Failure) {
    // Typed ahead: whoever does not wait is not kept waiting.
    if editor.keyboard.hasMore { return }
    try screen.write(raw: String(screen.rendered(line).dropLast()))
    waitForKey(TypingLine.milliseconds(for: characters))
    // To the beginning of the line, and all of it away.
    try screen.write(raw: "\r\u{1B}[K")
  }

  /// Waits until a key is pressed, a signal comes or the time is over.
  private func waitForKey(_ milliseconds: Int32) {
    let descriptor = editor.keyboard.descriptor
    var found = termios()
    guard tcgetattr(descriptor, &found) == 0 else { return }
    var single = found
    single.c_lflag &= ~tcflag_t(ICANON | ECHO)
    tcsetattr(descriptor, TCSANOW, &single)
    defer { tcsetattr(descriptor, TCSANOW, &found) }
    var ready = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    guard poll(&ready, 1, milliseconds) > 0 else { return }
    guard case .scalar(let key) = editor.keyboard.next() else { return }
    if ![" ", "\r", "\n"].contains(key) { editor.keyboard.pushBack(key) }
  }
}
