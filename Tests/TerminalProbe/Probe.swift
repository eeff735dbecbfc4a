import Glibc
import Terminal

/// A program for the tests: it says `[line]` for each line it reads, and `<how>` for another outcome.
///
/// `TerminalProbe lines` reads with `LineEditor`; `TerminalProbe loop` talks with `PromptLoop`.
@main
enum Probe {
  /// The questions that Tab offers.
  static let offered = ["营业执照怎么传", "营业执照多久审完", "蓝V多少钱", "/help", "/history"]

  static func main() {
    FatalSignals.install()
    guard let editor = LineEditor(name: "probe") else {
      print("<no terminal>")
      exit(1)
    }
    if CommandLine.arguments.dropFirst().first == "loop" {
      let path = Screen.variable("PROBE_HISTORY")
      var loop = PromptLoop(
        with: Echo(), editor: editor, screen: Screen(descriptor: STDOUT_FILENO),
        history: path.map { HistoryFile(path: $0) })
      say("<\(loop.run())>")
    } else {
      while read(with: editor) {}
    }
  }

  private static func read(with editor: LineEditor) -> Bool {
    switch editor.readLine(prompt: "商家> ", completions: complete) {
    case .line("exit"): exit(0)
    case .line("trap"): fatalError("asked for")
    case .line("overflow"): say("\(deep(1))")
    case .line("codes"): say("<ready>")
    case .line(let line):
      editor.remember(line)
      say("[\(line)]")
    case .interrupted(let wasEmpty): say(wasEmpty ? "<interrupted, empty>" : "<interrupted>")
    case .endOfInput:
      say("<end>")
      return false
    case .failed:
      say("<failed>")
      return false
    }
    return true
  }

  @inline(never) private static func deep(_ depth: Int) -> Int {
    depth < 0 ? 0 : deep(depth + 1) &+ deep(depth + 2)
  }

  private static func complete(_ prefix: String) -> [String] {
    prefix == "zhizhao" ? ["营业执照"] : offered.filter { $0.hasPrefix(prefix) && !prefix.isEmpty }
  }

  private static func say(_ text: String) {
    var bytes = Array((text + "\n").utf8)
    while !bytes.isEmpty {
      let count = write(STDOUT_FILENO, bytes, bytes.count)
      guard count > 0 else { exit(74) }
      bytes.removeFirst(count)
    }
  }
}
