/// Rewrites the `<` lines of a script that differ; `#`, `@` and `=` lines are never touched.
public enum ScriptUpdate {
  /// `text` with each reworded reply in the place of the lines that expected it.
  public static func apply(
    _ rewordings: [(lines: [Int], reply: [String])], to text: String
  ) -> String {
    var replaced: [Int: [String]] = [:]
    for rewording in rewordings {
      guard let first = rewording.lines.first else { continue }
      for line in rewording.lines { replaced[line] = [] }
      replaced[first] = rewording.reply.map { "< " + $0 }
    }
    let start = text.unicodeScalars.first == "\u{FEFF}" ? "\u{FEFF}" : ""
    let lines = ChatScript.lines(of: text).enumerated().flatMap { index, line in
      let end = line.last == "\r" ? "\r" : ""
      return replaced[index + 1].map { $0.map { $0 + end } } ?? [line]
    }
    return start + lines.joined(separator: "\n")
  }
}
