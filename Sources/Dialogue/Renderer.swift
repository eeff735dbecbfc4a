public import Policy
import Understanding

/// Puts planned replies into words.
public struct Renderer: Sendable {
  private let pack: Pack
  /// The clauses' numbers and titles, by the number of the clause.
  private let names: [Int: Bilingual]

  /// A renderer with the words of `pack`.
  public init(pack: Pack) {
    self.pack = pack
    names = Dictionary(
      pack.policy.clauses.map { clause in
        let (zh, en) = ("\(clause.id) \(clause.title.zh)", "\(clause.id) \(clause.title.en)")
        return (clause.id.number, (try? Bilingual(zh: zh, en: en)) ?? clause.title)
      }, uniquingKeysWith: { first, _ in first })
  }

  /// `planned` in the words of `tongue`.
  public func render(_ planned: PlannedReply, in tongue: Tongue) -> Reply {
    let texts = planned.pieces.map { words(of: $0, in: tongue) }
    var reply = Reply(
      kind: planned.kind, intent: planned.intent.map { pack.intents[$0].id },
      score: planned.score.map { Double(pack.model.confidence(of: Float($0))) },
      text: Renderer.joined(texts, in: tongue))
    reply.cite = planned.cite
    reply.silent = planned.silent
    reply.simulated = planned.simulated || Renderer.saysSimulated(reply)
    return reply
  }

  /// The source line under an answer that cites `clauses`; nil when it cites none.
  public func sourceLine(of clauses: [ClauseID], in tongue: Tongue) -> String? {
    guard !clauses.isEmpty else { return nil }
    let names = clauses.map { self.names[$0.number]?[tongue] ?? "\($0)" }
    let separator = tongue == .zh ? "、" : ", "
    return pack.phrases.say(
      .sourceLine, in: tongue,
      ["clauses": names.joined(separator: separator), "source": pack.policy.source[tongue]])
  }

  /// Whether the bytes of `word` stand in `text`; the capital of an ASCII letter counts as the small one.
  private static func holds(_ word: StaticString, in text: String) -> Bool {
    let count = word.utf8CodeUnitCount
    var text = text
    return text.withUTF8 { bytes in
      guard bytes.count >= count else { return false }
      for start in 0...(bytes.count - count) {
        var place = 0
        while place < count, bytes[start + place] | 0x20 == word.utf8Start[place] | 0x20 {
          place += 1
        }
        if place == count { return true }
      }
      return false
    }
  }

  /// Whether a reply of a flow or of the desk names a rule of the product's own as simulated: what the
  /// text says and what the record says are one thing.
  private static func saysSimulated(_ reply: Reply) -> Bool {
    switch reply.kind {
    case .flow, .agent, .command, .silent:
      holds("模拟", in: reply.text) || holds("simulated", in: reply.text)
    case .answer, .notInForce, .clarify, .notUnderstood, .outOfScope, .social, .error: false
    }
  }

  private func words(of piece: PlannedReply.Piece, in tongue: Tongue) -> String {
    switch piece {
    case .answer(let index): return pack.intents[index].answer?.text[tongue] ?? ""
    case .notYet(let index, let clause):
      let start = pack.policy[clause]?.effective?.moment
      return pack.phrases.say(
        .notInForce, in: tongue,
        [
          "title": pack.intents[index].title[tongue],
          "start": start?.rendered(in: tongue) ?? "",
          "answer": pack.intents[index].answer?.text[tongue] ?? "",
        ])
    case .phrase(let key, let arguments):
      return fill(pack.phrases.words(of: key), arguments, in: tongue)
    case .words(let words, let arguments): return fill(words, arguments, in: tongue)
    case .verbatim(let text): return text
    }
  }

  private func fill(
    _ words: Bilingual, _ arguments: [PlannedReply.Argument], in tongue: Tongue
  ) -> String {
    Phrasebook.fill(words[tongue]) { name in
      arguments.first { $0.name == name }.map { text(of: $0.value, in: tongue) }
    }
  }

  private func text(of value: PlannedReply.Value, in tongue: Tongue) -> String {
    switch value {
    case .text(let text): text
    case .both(let text): text[tongue]
    case .phrase(let key): pack.phrases.words(of: key)[tongue]
    case .phrases(let keys):
      keys.map { pack.phrases.words(of: $0)[tongue] }
        .joined(separator: tongue == .zh ? "、" : " and ")
    case .moment(let moment): moment.rendered(in: tongue)
    case .day(let day): day.rendered(in: tongue)
    }
  }

  /// Sentences one after the other: English ones with a blank between them; a table or a list on lines of its own.
  private static func joined(_ texts: [String], in tongue: Tongue) -> String {
    var out = ""
    for text in texts where !text.isEmpty {
      if text == "\n", out.isEmpty || out.hasSuffix("\n") { continue }
      if !out.isEmpty, !out.hasSuffix("\n"), !text.hasPrefix("\n"), tongue == .en { out += " " }
      out += text
    }
    return out
  }
}
