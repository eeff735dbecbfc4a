/// A `.chat` script: a conversation with what is expected of it.
public struct ChatScript: Sendable, Equatable {
  /// A line of the script that is done or checked, with its 1-based number.
  public struct Item: Sendable, Equatable {
    /// What the line says.
    public enum Content: Sendable, Equatable {
      /// `@name argument`.
      case directive(name: String, argument: String)
      /// `> message`.
      case message(String)
      /// `< line` of the reply.
      case expected(String)
      /// `= what …`.
      case assertion(Assertion)
    }

    /// The 1-based number of the line.
    public var line: Int
    /// What it says.
    public var content: Content
  }

  /// A line that cannot be read.
  public struct Mistake: Error, Sendable, Equatable {
    /// 1-based.
    public var line: Int
    /// 1-based.
    public var column: Int
    /// One English sentence without a full stop.
    public var message: String
  }

  /// The first comment.
  public var name: String?
  /// The lines that count, in order.
  public var items: [Item] = []
  /// The lines that cannot be read.
  public var mistakes: [Mistake] = []

  /// The directives that a script may use.
  static let directives = [
    "clock", "seed", "lang", "as-of", "merchant", "store", "restart", "include", "pay", "review",
    "query",
  ]

  /// Reads a script; what is wrong with it stands in `mistakes`.
  public init(_ text: String) {
    var hasMessage = false
    for (index, raw) in ChatScript.lines(of: text).enumerated() {
      let line = raw.last == "\r" ? raw.dropLast() : raw[...]
      if line.allSatisfy(\.isWhitespace) { continue }
      let rest = String(line.dropFirst())
      let body = rest.hasPrefix(" ") ? String(rest.dropFirst()) : rest
      switch line.first {
      case "#": if name == nil, items.isEmpty { name = ChatScript.trimmed(rest) }
      case "@": readDirective(rest, line: index + 1)
      case ">":
        hasMessage = true
        add(.message(body), index + 1)
      case "<":
        hasMessage
          ? add(.expected(body), index + 1)
          : complain(index + 1, "a reply before the first message")
      case "=":
        switch Assertion.read(body) {
        case .success(let assertion):
          hasMessage
            ? add(.assertion(assertion), index + 1)
            : complain(index + 1, "an assertion before the first message")
        case .failure(let problem): complain(index + 1, problem.message, column: 3)
        }
      case _: complain(index + 1, "a line begins with one of > < = @ #")
      }
    }
  }

  /// The lines of `text` without their LF. A mark at the start is left out, a CR stays: to Swift,
  /// CR and LF are one character, at which no text can be split.
  static func lines(of text: String) -> [String] {
    let scalars = text.unicodeScalars
    let rest = scalars.first == "\u{FEFF}" ? scalars.dropFirst() : scalars[...]
    return rest.split(separator: "\n", omittingEmptySubsequences: false).map { String($0) }
  }

  private mutating func readDirective(_ text: String, line: Int) {
    let parts = text.split(maxSplits: 1, whereSeparator: \.isWhitespace).map(String.init)
    guard let name = parts.first, ChatScript.directives.contains(name) else {
      return complain(
        line,
        "unknown directive `@\(parts.first ?? "")`; known: "
          + ChatScript.directives.joined(separator: " "))
    }
    let argument = parts.count > 1 ? ChatScript.trimmed(parts[1]) : ""
    if argument.isEmpty, name != "restart" {
      return complain(line, "`@\(name)` needs an argument", column: 1)
    }
    add(.directive(name: name, argument: argument), line)
  }

  private mutating func add(_ content: Item.Content, _ line: Int) {
    items.append(Item(line: line, content: content))
  }

  private mutating func complain(_ line: Int, _ message: String, column: Int = 1) {
    mistakes.append(Mistake(line: line, column: column, message: message))
  }

  private static func trimmed(_ text: String) -> String {
    let start = text.drop(while: \.isWhitespace)
    return String(start.reversed().drop(while: \.isWhitespace).reversed())
  }
}
