public import Dialogue
import Policy
import Understanding

/// A proposal of an intent for a group of questions that were not understood: lint accepts it, and a person
/// finishes it.
public struct GapDraft: Sendable {
  /// Its id, `bluev.gap_1`; the file has to be called so.
  public let id: String
  /// The YAML.
  public let text: String

  /// A proposal for `group`, the `number`th. Nil when nothing of it is new to `pack`, or the policy and not the
  /// pack leaves it open.
  public init?(_ group: Gaps.Group, number: Int, pack: Pack) {
    guard group.kind != "silent" else { return nil }
    let known = Set((pack.examples + pack.tests).map { GapDraft.folded($0.text) })
    var seen: Set<String> = []
    let fresh = group.wordings.filter { wording in
      let folded = GapDraft.folded(wording)
      return !folded.isEmpty && !known.contains(folded) && seen.insert(folded).inserted
    }
    guard !fresh.isEmpty else { return nil }
    let nearest = group.nearest.flatMap { id in pack.intents.first { $0.id == id } }
    let answer = nearest.flatMap { [.answer, .silent].contains($0.kind) ? $0.answer : nil }
    let folder = answer == nil ? "oos" : String((nearest?.id ?? "oos").prefix { $0 != "." })
    id = "\(folder).gap_\(number)"
    text = GapDraft.lines(id, fresh, group, answer).joined(separator: "\n") + "\n"
  }

  private static func lines(
    _ id: String, _ wordings: [String], _ group: Gaps.Group, _ answer: Intent.Answer?
  ) -> [String] {
    let name = String(id.drop { $0 != "." }.dropFirst()).replacing("_", with: " ")
    var lines = [
      "# A proposal: asked \(group.count) times by \(group.merchants.count) merchants, not understood."
        + " Nearest: \(group.nearest ?? "none").",
      "# Give it a name of its own (file and id), finish what says TODO, and move one wording to tests.",
      "id: \(id)",
      "title: {zh: \(quoted("待定名：" + (wordings.first ?? ""))), en: \(quoted("TODO " + name))}",
      "ask:",
    ]
    for tongue in Tongue.allCases {
      let own = wordings.filter { isChinese($0) == (tongue == .zh) }.prefix(30)
      let filler = tongue == .zh ? "待补中文问法 \(id)" : "TODO say it in English \(id)"
      let said = own.isEmpty ? [filler] : Array(own)
      lines.append("  \(tongue.rawValue): [\(said.map(quoted).joined(separator: ", "))]")
    }
    guard let answer else { return lines }
    lines.append("answer:")
    if !answer.cite.isEmpty {
      lines.append("  cite: [\(answer.cite.map(\.description).joined(separator: ", "))]")
    }
    if !answer.silent.isEmpty {
      lines.append("  silent: [\(answer.silent.joined(separator: ", "))]")
    }
    return lines + ["  zh: 待写。", "  en: TODO."]
  }

  /// A YAML scalar in double quotes.
  private static func quoted(_ text: String) -> String {
    var out = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": out += "\\" + String(scalar)
      case "{", "}": out += scalar == "{" ? "（" : "）"
      case _ where scalar.properties.generalCategory == .control: out += " "
      case _: out.unicodeScalars.append(scalar)
      }
    }
    return out + "\""
  }

  private static func isChinese(_ text: String) -> Bool {
    text.unicodeScalars.contains { (0x3400..<0xA000).contains($0.value) }
  }

  /// As lint compares two messages, and a little more strictly.
  private static func folded(_ text: String) -> String {
    var folded = ""
    for scalar in Normaliser().normalise(text).unicodeScalars
    where scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
      folded.unicodeScalars.append(scalar)
    }
    return folded
  }
}
