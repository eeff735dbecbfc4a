import Policy

/// A command inside a conversation: a line that begins with `/`.
enum Command: Sendable, Equatable {
  case help(topic: String?)
  case why
  case language(LanguageChoice?)
  case history
  case save(file: String?)
  case reload
  case new
  case secret
  case forget
  case clock(String)
  case control(intent: String)
  /// Arms the simulator: the command and what follows it.
  case simulator(name: String, String)
  case quit
  case unknown(name: String, nearest: String)

  /// What `/lang` sets.
  enum LanguageChoice: Sendable, Equatable {
    case one(Tongue)
    case ofTheMessage
  }

  /// The names, as they are typed.
  static let names = [
    "/help", "/why", "/lang", "/status", "/cancel", "/pause", "/back", "/resume", "/agent", "/save",
    "/reload", "/history", "/private", "/new", "/forget", "/quit", "/clock", "/pay", "/query",
    "/review",
  ]

  /// Nil when `line` is no command: it does not begin with `/`.
  init?(_ line: String) {
    guard line.utf8.first == UInt8(ascii: "/") else { return nil }
    let words = line.split(whereSeparator: \.isWhitespace).map(String.init)
    let name = words.first.map { $0.lowercased() } ?? "/"
    let rest = words.dropFirst().joined(separator: " ")
    switch name {
    case "/help": self = .help(topic: rest.isEmpty ? nil : rest)
    case "/why": self = .why
    case "/lang": self = .language(Command.choice(rest))
    case "/history": self = .history
    case "/save": self = .save(file: rest.isEmpty ? nil : rest)
    case "/reload": self = .reload
    case "/new": self = .new
    case "/private": self = .secret
    case "/forget": self = .forget
    case "/clock": self = .clock(rest)
    case "/quit": self = .quit
    case "/status", "/cancel", "/pause", "/back", "/resume":
      self = .control(intent: "control." + name.dropFirst())
    case "/agent": self = .control(intent: "agent.request")
    case "/pay", "/query", "/review": self = .simulator(name: name, rest)
    case _: self = .unknown(name: name, nearest: Command.nearest(to: name))
    }
  }

  private static func choice(_ word: String) -> LanguageChoice? {
    word == "auto" ? .ofTheMessage : Tongue(rawValue: word).map { .one($0) }
  }

  /// The known name that takes the fewest changes; the first of equals.
  private static func nearest(to name: String) -> String {
    names.min { distance($0, name) < distance($1, name) } ?? "/help"
  }

  /// How many letters have to be put in, left out or changed to make one word of the other.
  private static func distance(_ left: String, _ right: String) -> Int {
    let right = Array(right.unicodeScalars.prefix(32))
    var row = Array(0...right.count)
    for (i, scalar) in left.unicodeScalars.enumerated() {
      var corner = row[0]
      row[0] = i + 1
      for j in right.indices {
        let change = corner + (scalar == right[j] ? 0 : 1)
        corner = row[j + 1]
        row[j + 1] = min(change, corner + 1, row[j] + 1)
      }
    }
    return row[right.count]
  }
}
