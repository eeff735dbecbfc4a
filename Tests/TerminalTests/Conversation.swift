import CPty
import Glibc
import Testing

/// A program on a pseudo-terminal, and the one who types at it.
final class Conversation {
  /// How long to wait for what must come, in seconds: only a failing test waits so long.
  static let patience = 20.0

  let process: pid_t
  private(set) var screen: VirtualScreen
  /// All that came so far.
  private(set) var heard: [UInt8] = []
  private var seen = 0
  private let master: Int32
  private var isOver = false
  private var isClosed = false

  /// Runs the probe, or `program`, with `arguments`.
  init(
    _ arguments: [String] = ["lines"], program: String? = nil,
    environment: [String: String] = [:], rows: Int = 24, columns: Int = 80,
    joining: VirtualScreen.Joining = .characters
  ) throws {
    let path = program ?? Conversation.probe
    var variables = [
      "TERM": "xterm-256color", "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin", "HOME": "/nonexistent",
      "SWIFT_BACKTRACE": "enable=no",
    ]
    variables.merge(environment) { $1 }
    var argv: [UnsafeMutablePointer<CChar>?] = ([path] + arguments).map { strdup($0) } + [nil]
    var envp: [UnsafeMutablePointer<CChar>?] =
      variables.map { strdup("\($0.key)=\($0.value)") } + [nil]
    let all = argv + envp
    defer { for text in all { free(text) } }
    var master: Int32 = -1
    process = cpty_spawn(path, &argv, &envp, Int32(rows), Int32(columns), &master)
    self.master = master
    screen = VirtualScreen(rows: rows, columns: columns, joining: joining)
    try #require(process > 0)
  }

  deinit {
    close(master)
    if !isOver {
      kill(process, SIGKILL)
      waitpid(process, nil, 0)
    }
  }

  /// The probe stands beside the test's own program.
  static var probe: String {
    var buffer = [CChar](repeating: 0, count: 4_096)
    let count = readlink("/proc/self/exe", &buffer, buffer.count)
    let bytes = buffer.prefix(max(0, count)).map { UInt8(bitPattern: $0) }
    let own = String(decoding: bytes, as: UTF8.self)
    return own.split(separator: "/").dropLast().map { "/" + $0 }.joined() + "/TerminalProbe"
  }

  /// Types `keys`.
  func type(_ keys: String) { type(bytes: Array(keys.utf8)) }

  /// Types bytes that may be no text. What comes meanwhile is read, so that neither side waits forever.
  func type(bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
      var ready = pollfd(fd: master, events: Int16(POLLIN | POLLOUT), revents: 0)
      guard poll(&ready, 1, Int32(Conversation.patience * 1_000)) > 0 else { return }
      if ready.revents & Int16(POLLIN) != 0 { _ = read() }
      guard ready.revents & Int16(POLLOUT) != 0 else { continue }
      let piece = Array(rest.prefix(512))
      let count = write(master, piece, piece.count)
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }

  /// Waits until `text` has come, after what was expected before.
  func expect(_ text: String, _ where: SourceLocation = #_sourceLocation) throws {
    let wanted = Array(text.utf8)
    let came = waitUntil {
      guard let end = self.find(wanted) else { return false }
      self.seen = end
      return true
    }
    try #require(came, "no \(text.debugDescription) in \(tail)", sourceLocation: `where`)
  }

  /// Waits until all that was typed is drawn: Ctrl-V does nothing but ring.
  func settle(_ where: SourceLocation = #_sourceLocation) throws {
    let before = screen.bells
    type("\u{16}")
    let rang = waitUntil { self.screen.bells > before }
    try #require(rang, "no bell in \(tail)", sourceLocation: `where`)
  }

  /// Waits until `condition` holds; it is looked at whenever something came.
  func waitUntil(_ condition: () -> Bool) -> Bool {
    let end = Conversation.now + Conversation.patience
    while !condition() {
      guard Conversation.now < end, read(until: end) else { return condition() }
    }
    return true
  }

  /// Waits for the program to end; its status as `waitpid` gives it.
  func end() -> Int32 {
    if !waitUntil({ self.isClosed }) { kill(process, SIGKILL) }
    var status: Int32 = 0
    waitpid(process, &status, 0)
    isOver = true
    return status
  }

  /// The window gets another width.
  func resize(columns: Int) {
    cpty_resize(master, Int32(screen.rows.count), Int32(columns))
    screen.resize(columns: columns)
  }

  /// Whether the terminal echoes and hands over whole lines.
  var isAsFound: Bool {
    var modes = termios()
    guard tcgetattr(master, &modes) == 0 else { return false }
    return modes.c_lflag & tcflag_t(ECHO) != 0 && modes.c_lflag & tcflag_t(ICANON) != 0
      && modes.c_lflag & tcflag_t(ISIG) != 0 && modes.c_cc.0 == 3
  }

  private var tail: String { String(decoding: heard.suffix(600), as: UTF8.self).debugDescription }

  private func find(_ wanted: [UInt8]) -> Int? {
    guard heard.count >= seen + wanted.count else { return nil }
    for start in seen...(heard.count - wanted.count)
    where heard[start..<start + wanted.count].elementsEqual(wanted) {
      return start + wanted.count
    }
    return nil
  }

  /// Reads what is there, waiting for it; false at the end, or when the time is over.
  private func read(until end: Double = Conversation.now + Conversation.patience) -> Bool {
    var ready = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    let left = max(0, end - Conversation.now)
    guard poll(&ready, 1, Int32(left * 1_000)) > 0 else { return false }
    var piece = [UInt8](repeating: 0, count: 4_096)
    let count = Glibc.read(master, &piece, piece.count)
    guard count > 0 else {
      isClosed = true
      return false
    }
    heard.append(contentsOf: piece.prefix(count))
    screen.feed(piece.prefix(count))
    return true
  }

  private static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
