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
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    return lines.enumerated()
      .flatMap { index, line in replaced[index + 1] ?? [line] }
      .joined(separator: "\n")
  }
}
