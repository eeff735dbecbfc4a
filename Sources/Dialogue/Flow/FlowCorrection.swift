import Casework
import Policy

extension FlowTurn {
  /// Takes "the representative is wrong" or "change the phone to …"; false when the message is none.
  mutating func correct(_ text: String, in open: Case) -> Bool {
    guard text.utf8.count <= 200, open.hasConsent else { return false }
    let folded = FoldedText(text)
    guard pack.lexicon.stands(.change, in: folded),
      let field = namedField(folded, in: open),
      let script = script(of: .field(field), in: open.kind)
    else { return false }
    if asks(text), isAskedOfPolicy(text) { return false }
    let value = newValue(in: text, for: field, script)
    if open.state == .awaitingPayment {
      edit(field, in: open)
      return true
    }
    let isOpen = open.step == .field(field)
    if isOpen, value == nil, !open.given.contains(field) { return false }
    if !isOpen { happen(.revisited(open.id, field)) }
    if let value { return accept(value, as: field, in: open, note: nil, script) }
    askForChange(of: field, in: open)
    return true
  }

  /// Whether `text` alone is a question about the policy, which only sounds like a correction.
  private func isAskedOfPolicy(_ text: String) -> Bool {
    let heard = decider.listener.single(text, after: nil, leaning: false)
    guard let index = heard.intent, (heard.score ?? 0) >= 0.5 else { return false }
    switch pack.intents[index].kind {
    case .answer, .silent: return true
    case .flow, .agent, .social, .command, .outOfScope, .privacy: return false
    }
  }

  /// The field with a value whose name stands in `folded`, the longest name first.
  private func namedField(_ folded: FoldedText, in open: Case) -> Field? {
    var best: (field: Field, length: Int)?
    for field in open.kind.fields where open.given.contains(field) || open.step == .field(field) {
      guard let script = script(of: .field(field), in: open.kind) else { continue }
      for word in script.words {
        guard folded.holds(word), word.scalars.count > (best?.length ?? 0) else { continue }
        best = (field, word.scalars.count)
      }
    }
    return best?.field
  }

  /// The value after 「改成」, 「是」, "to"; nil when none stands there that the field would take.
  private mutating func newValue(
    in text: String, for field: Field, _ script: StepScript
  ) -> String? {
    for mark in ["改成", "改为", "换成", "应该是", "应为", "是", " to ", " is "] {
      guard let range = text.ranges(of: mark).last else { continue }
      let rest = String(Substring(text[range.upperBound...]).trimmed)
      guard !rest.isEmpty,
        case .value(let value, _) = reader.read(rest, as: field, script, given: [:])
      else { continue }
      hide(rest, as: field)
      return value
    }
    // 「改手机 159…」: behind the name of the field.
    for name in script.names {
      guard let range = text.ranges(of: name).last else { continue }
      let rest = String(Substring(text[range.upperBound...]).trimmed)
      guard FieldReader.digits(in: rest) >= 5,
        case .value(let value, _) = reader.read(rest, as: field, script, given: [:])
      else { continue }
      hide(rest, as: field)
      return value
    }
    return nil
  }
}
