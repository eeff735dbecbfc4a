import CEditline
import Glibc

/// What libedit asks of the one who uses it.
protocol EditlineOwner: AnyObject {
  /// The next key, nil at the end of input.
  func nextKey() -> UInt32?
  /// Does what `nextKey` announced by `Editline.commandKey`; another `key` ends a bound sequence.
  func command(key: UInt32) -> Editline.After
  /// Sends to the terminal what libedit drew.
  func draw(_ bytes: UnsafeBufferPointer<UInt8>)
}

/// libedit's handles, and every call of it in this program.
final class Editline {
  /// What libedit does once a command has run.
  enum After {
    /// Nothing.
    case nothing
    /// Draw what has changed.
    case refresh
    /// Sound the bell.
    case refuse
  }

  /// How a read ended.
  enum Read {
    /// With the cells of a line, its newline left out.
    case line([UInt32])
    /// With nothing, since no more keys came.
    case nothing
  }

  /// What the C callbacks are given: it outlives every one of them.
  private final class Link {
    weak var owner: (any EditlineOwner)?
    var prompt = Editline.copy([])
  }

  /// The key that runs `EditlineOwner.command`: a C1 control, which no keyboard sends.
  static let commandKey: UInt32 = 0x9D
  /// A longer line is not recalled: libedit would cut it at the size of its first buffer.
  static let longestRecalled = 1_000

  private let handle: OpaquePointer
  private let past: OpaquePointer
  private let stream: UnsafeMutablePointer<FILE>
  private let silence: UnsafeMutablePointer<FILE>
  private let link: Unmanaged<Link>

  /// Nil when libedit cannot be set up on standard input and output.
  init?(name: String, linesKept: Int32) {
    let link = Unmanaged.passRetained(Link())
    // libedit would tell the user on its error stream that it knows no such TERM: nobody asked.
    guard let silence = fopen("/dev/null", "w"), let past = history_winit(),
      let stream = xiaoer_open_stream(link.toOpaque(), Editline.onDraw),
      let handle = xiaoer_el_open(name, stream, silence)
    else {
      link.release()
      return nil
    }
    (self.handle, self.past, self.stream, self.silence) = (handle, past, stream, silence)
    self.link = link
    _ = xiaoer_history_set_size(past, linesKept)
    _ = xiaoer_history_set_unique(past, 1)
    _ = xiaoer_el_set_owner(handle, link.toOpaque())
    _ = xiaoer_el_set_prompt(handle, Editline.onPrompt)
    _ = xiaoer_el_set_reader(handle, Editline.onKey)
    _ = xiaoer_el_set_signals(handle, 0)
    _ = xiaoer_el_set_history(handle, past)
    bindKeys()
    prepareModes()
  }

  deinit {
    // el_end would throw away what is typed ahead for the shell; it cannot, on what is no terminal.
    rest()
    _ = xiaoer_el_set_input(handle, silence)
    el_end(handle)
    history_wend(past)
    fclose(stream)
    fclose(silence)
    link.takeUnretainedValue().prompt.deallocate()
    link.release()
  }

  /// Who is asked for keys and drawing.
  var owner: (any EditlineOwner)? {
    get { link.takeUnretainedValue().owner }
    set { link.takeUnretainedValue().owner = newValue }
  }

  /// What is drawn before the line.
  var prompt: [UInt32] = [] {
    didSet {
      let link = link.takeUnretainedValue()
      link.prompt.deallocate()
      link.prompt = Editline.copy(prompt)
    }
  }

  // MARK: The line

  /// Reads one line, drawing prompt and line.
  func read() -> Read {
    var count: Int32 = 0
    guard let line = el_wgets(handle, &count), count > 0 else { return .nothing }
    var cells = (0..<Int(count)).map { UInt32(bitPattern: line[$0]) }
    if cells.last == 0x0A || cells.last == 0x0D { cells.removeLast() }
    return .line(cells)
  }

  /// The line so far, and how many of its cells stand before the cursor.
  var line: (cells: [UInt32], cursor: Int) {
    guard let now = el_wline(handle)?.pointee, let start = now.buffer else { return ([], 0) }
    let cells = (0..<(now.lastchar - start)).map { UInt32(bitPattern: start[$0]) }
    return (cells, now.cursor - start)
  }

  /// The cell before the cursor, nil at the beginning.
  var cellBeforeCursor: UInt32? {
    guard let now = el_wline(handle)?.pointee, let start = now.buffer, let cursor = now.cursor,
      cursor > start
    else { return nil }
    return UInt32(bitPattern: cursor[-1])
  }

  /// Whether nothing is typed yet.
  var isEmpty: Bool {
    guard let now = el_wline(handle)?.pointee else { return true }
    return now.buffer == now.lastchar
  }

  /// Moves the cursor to the end.
  func moveToEnd() { _ = el_cursor(handle, Int32(line.cells.count - line.cursor)) }

  /// Puts `cells` in the place of the `count` cells before the cursor.
  func replace(before count: Int, with cells: [UInt32]) {
    el_deletestr(handle, Int32(count))
    guard !cells.isEmpty else { return }
    _ = el_winsertstr(handle, cells.map { wchar_t(bitPattern: $0) } + [0])
  }

  /// Enters a line that the arrow keys then recall.
  func remember(_ cells: [UInt32]) {
    guard !cells.isEmpty, cells.count <= Editline.longestRecalled else { return }
    _ = xiaoer_history_enter(past, cells.map { wchar_t(bitPattern: $0) } + [0])
  }

  /// The columns that libedit counts a cell as, -1 for one that it would not draw as itself.
  static func columns(of cell: UInt32) -> Int { Int(xiaoer_columns(wchar_t(bitPattern: cell))) }

  // MARK: The terminal

  /// Draws prompt and line anew from where the cursor stands.
  func redraw() { _ = xiaoer_el_refresh(handle) }
  /// Sends on what libedit has drawn but still holds.
  func flush() { fflush(stream) }
  /// Takes the window's size anew.
  func resize() { el_resize(handle) }
  /// Leaves the modes for editing.
  func rest() { _ = xiaoer_el_prepare(handle, 0) }
  /// Takes up the modes for editing again, whatever happened to the terminal meanwhile.
  func resume() {
    _ = xiaoer_el_prepare(handle, 0)
    prepareModes()
    _ = xiaoer_el_prepare(handle, 1)
  }

  /// While editing, Ctrl-C, Ctrl-Z and Ctrl-\ are keys, in their order among the others. Between two
  /// lines nothing is echoed over an answer, and a Ctrl-C typed then waits for the next prompt; only
  /// Ctrl-\ ends a program that hangs.
  private func prepareModes() {
    _ = xiaoer_el_set_mode(handle, wide("-d"), wide("-isig"))
    for mode in ["-icanon", "-echo", "intr=", "susp="] {
      _ = xiaoer_el_set_mode(handle, wide("-x"), wide(mode))
    }
  }

  private func bindKeys() {
    _ = xiaoer_el_set_editor(handle, wide("emacs"))
    // Else the cursor is a column off after editing within wide characters: libedit counts a wide
    // character as one column when it lets the terminal insert or delete.
    for name in ["ic", "IC", "im", "ei", "dc", "DC"] {
      _ = xiaoer_el_set_capability(handle, wide(name), wide(""))
    }
    _ = xiaoer_el_add_command(handle, Editline.onCommand)
    for (key, command) in Editline.bindings {
      _ = xiaoer_el_bind(handle, wide(key), wide(command))
    }
  }

  private static let onPrompt: xiaoer_prompt = { handle in
    Editline.link(of: handle).prompt
  }

  private static let onKey: el_rfunc_t = { handle, key in
    guard let next = Editline.link(of: handle).owner?.nextKey() else { return 0 }
    key?.pointee = wchar_t(bitPattern: next)
    return 1
  }

  private static let onCommand: xiaoer_command = { handle, key in
    switch Editline.link(of: handle).owner?.command(key: key) ?? .nothing {
    case .nothing: UInt8(CC_NORM)
    case .refresh: UInt8(CC_REFRESH)
    case .refuse: UInt8(CC_REFRESH_BEEP)
    }
  }

  private static let onDraw: xiaoer_write = { cookie, bytes, count in
    guard let cookie, let bytes else { return count }
    bytes.withMemoryRebound(to: UInt8.self, capacity: count) {
      Unmanaged<Link>.fromOpaque(cookie).takeUnretainedValue().owner?
        .draw(UnsafeBufferPointer(start: $0, count: count))
    }
    return count
  }

  private static func link(of handle: OpaquePointer?) -> Link {
    guard let cookie = xiaoer_el_owner(handle) else { return Link() }
    return Unmanaged<Link>.fromOpaque(cookie).takeUnretainedValue()
  }

  private static func copy(_ cells: [UInt32]) -> UnsafeMutablePointer<wchar_t> {
    let place = UnsafeMutablePointer<wchar_t>.allocate(capacity: cells.count + 1)
    for (index, cell) in cells.enumerated() { place[index] = wchar_t(bitPattern: cell) }
    place[cells.count] = 0
    return place
  }

  private func wide(_ text: String) -> [wchar_t] {
    text.unicodeScalars.map { wchar_t(bitPattern: $0.value) } + [0]
  }
}
