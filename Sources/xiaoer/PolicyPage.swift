import Dialogue
import Policy
import Session

/// Lays the policy out for reading.
struct PolicyPage {
  let pack: Pack
  let tongue: Tongue
  let asOf: Moment

  /// Every clause and silent item, a line each.
  func all(json: Bool) -> String {
    if json {
      var writer = JSONWriter()
      writer.object { writer in
        writer.member("name", pack.policy.name)
        writer.member("as_of", asOf.iso8601)
        writer.name("clauses")
        writer.array(pack.policy.clauses) { write($1, into: &$0) }
        writer.name("silent")
        writer.array(pack.policy.silent) { write($1, into: &$0) }
      }
      return String(decoding: writer.bytes, as: UTF8.self)
    }
    let clauses = pack.policy.clauses.map { "\($0.id)  \($0.title[tongue]) · \(state(of: $0))" }
    let silent = pack.policy.silent.map { "\($0.id)  \($0.question[tongue])" }
    return (clauses + ["", say(.policySilent)] + silent).joined(separator: "\n")
  }

  /// The clause or silent item called `id`; nil when there is none.
  func one(_ id: String, json: Bool) -> String? {
    if let clause = ClauseID(id).flatMap({ pack.policy[$0] }) {
      return json ? object { write(clause, into: &$0) } : text(of: clause)
    }
    guard let item = SilentID(id).flatMap({ pack.policy[$0] }) else { return nil }
    return json ? object { write(item, into: &$0) } : text(of: item)
  }

  /// The clauses, and the intents answered from them, that differ between two instants.
  func diff(from: Moment, to: Moment) -> String {
    let diff = pack.policy.diff(from: from, to: to)
    var lines = diff.began.map { "+ \($0.id)  \($0.title[tongue])" }
    lines += diff.ended.map { "- \($0.id)  \($0.title[tongue])" }
    let changed = Set((diff.began + diff.ended).map(\.id))
    for intent in pack.intents {
      guard let answer = intent.answer, !changed.isDisjoint(with: answer.cite) else { continue }
      lines.append("~ \(intent.id)  \(intent.title[tongue])")
    }
    return lines.joined(separator: "\n")
  }

  // MARK: - Text

  private func say(_ key: PhraseKey, _ arguments: KeyValuePairs<String, String> = [:]) -> String {
    pack.phrases.say(key, in: tongue, arguments)
  }

  private func state(of clause: Clause) -> String {
    guard let effective = clause.effective ?? clause.until else { return say(.policyUndated) }
    if clause.isInForce(at: asOf) { return say(.policyInForce) }
    return clause.effective != nil && asOf < effective.moment
      ? say(.policyNotInForce) : say(.policyEnded)
  }

  private func text(of clause: Clause) -> String {
    var lines = ["\(clause.id)  \(clause.title[tongue])"]
    lines += clause.quotes.map { "  「\($0)」" }
    lines.append("  " + clause.meaning[tongue])
    if let date = clause.effective {
      lines.append("  " + say(.policyFrom, ["date": date.moment.iso8601]))
    }
    if let date = clause.until {
      lines.append("  " + say(.policyUntil, ["date": date.moment.iso8601]))
    }
    lines.append("  " + state(of: clause))
    for name in clause.valueNames {
      if let value = try? pack.policy.render("\(clause.id).\(name)", in: tongue) {
        lines.append("  \(clause.id).\(name) = \(value)")
      }
    }
    let users = pack.intents.filter { $0.answer?.cite.contains(clause.id) == true }.map(\.id)
    if !users.isEmpty { lines.append("  → " + users.joined(separator: " ")) }
    lines.append("  " + pack.policy.source[tongue])
    return lines.joined(separator: "\n")
  }

  private func text(of item: SilentItem) -> String {
    var lines = ["\(item.id)  \(item.question[tongue])"]
    if !item.known.isEmpty {
      lines.append("  " + item.known.map(\.description).joined(separator: " "))
    }
    let users = pack.intents.filter { $0.answer?.silent.contains(item.id.description) == true }
    if !users.isEmpty { lines.append("  → " + users.map(\.id).joined(separator: " ")) }
    return lines.joined(separator: "\n")
  }

  // MARK: - JSON

  private func object(_ body: (inout JSONWriter) -> Void) -> String {
    var writer = JSONWriter()
    body(&writer)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  private func write(_ clause: Clause, into writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("clause", clause.id.description)
      writer.member("title", clause.title[tongue])
      writer.name("quotes")
      writer.array(clause.quotes) { $0.value($1) }
      writer.member("meaning", clause.meaning[tongue])
      writer.member("effective", clause.effective?.moment.iso8601)
      writer.member("until", clause.until?.moment.iso8601)
      writer.member("in_force", clause.isInForce(at: asOf))
      writer.member("source", pack.policy.source[tongue])
    }
  }

  private func write(_ item: SilentItem, into writer: inout JSONWriter) {
    writer.object {
      $0.member("silent", item.id.description)
      $0.member("question", item.question[tongue])
    }
  }
}
