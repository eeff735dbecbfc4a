import Casework
import Dialogue
import Policy

/// Writes a conversation as a `.chat` script: what `/save` and `--echo` give.
public struct ScriptText: Sendable {
  /// The script so far.
  public private(set) var text: String

  /// A script that begins with what makes the conversation repeatable.
  public init(settings: Settings) {
    text = "@clock \(settings.clock.now().iso8601)\n@seed \(settings.seed)\n"
    text += "@merchant \(settings.merchant)\n"
    if let language = settings.language { text += "@lang \(language.rawValue)\n" }
    if let asOf = settings.asOf { text += "@as-of \(asOf.iso8601)\n" }
  }

  /// Appends a message and its reply.
  public mutating func append(text message: String, reply: [String]) {
    text += "\n" + ScriptText.turn(message, reply)
  }

  /// A message and its reply as lines of a script, each with its end.
  public static func turn(_ message: String, _ reply: [String]) -> String {
    let message = message.split(separator: "\n", omittingEmptySubsequences: false)
    return "> " + message.joined(separator: " ") + "\n" + reply.map { "< \($0)\n" }.joined()
  }
}

extension Assistant {
  /// `text` with the name of a specimen, `{sample.mobile.1}`, in the place of every personal number:
  /// a script holds none, and says the same. Nil when the pack has no specimen of a kind.
  func named(_ text: String) -> String? {
    let numbers = PersonalData.find(in: text)
    if numbers.isEmpty { return text }
    var named = ""
    var start = text.startIndex
    var used: [PersonalData.Kind: Int] = [:]
    for number in numbers {
      let name = Assistant.specimen(of: number.kind)
      let count = pack.specimens.first { $0.kind == name }?.values.count ?? 0
      guard count > 0 else { return nil }
      named += text[start..<number.range.lowerBound]
      named += "{sample.\(name).\(used[number.kind, default: 0] % count + 1)}"
      used[number.kind, default: 0] += 1
      start = number.range.upperBound
    }
    return named + text[start...]
  }

  /// The name of the specimen that `text` is, `{sample.name.1}`; nil when it is none.
  func specimen(for text: String) -> String? {
    for specimen in pack.specimens {
      guard let index = specimen.values.firstIndex(of: text) else { continue }
      return "{sample.\(specimen.kind).\(index + 1)}"
    }
    return nil
  }

  private static func specimen(of kind: PersonalData.Kind) -> String {
    switch kind {
    case .residentID: "id_number"
    case .mobileNumber: "mobile"
    case .bankCard: "bank_card"
    }
  }
}
