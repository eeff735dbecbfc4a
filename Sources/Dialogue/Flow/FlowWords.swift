import Casework
import Policy

/// The small words of a merchant's answers.
extension FlowTurn {
  /// Whether `folded` is a word of `list`, with at most some padding around it: 「付款吧，谢谢」.
  func means(_ folded: FoldedText, _ list: WordList) -> Bool {
    if pack.lexicon.holds(folded, in: list) { return true }
    var rest = folded
    for _ in 0..<4 {
      guard let shorter = withoutPadding(rest) else { return false }
      rest = shorter
      if pack.lexicon.holds(rest, in: list) { return true }
    }
    return false
  }

  /// `folded` without the longest padding at one of its ends; nil when there is none.
  private func withoutPadding(_ folded: FoldedText) -> FoldedText? {
    for word in pack.lexicon.words(.padding) {
      if let rest = folded.rest(after: word) ?? folded.rest(before: word) { return rest }
    }
    return nil
  }

  /// A full yes: what costs money or sends data is not done for a nod. After something else was talked
  /// about only a word that names the deed will do.
  func agrees(_ folded: FoldedText) -> Bool {
    if focus?.isInterrupted == true { return means(folded, .confirmWord) }
    return pack.lexicon.holds(folded, in: .fullYes) || means(folded, .confirmWord)
  }

  /// A full yes to a question that was just put.
  func agreesNow(_ folded: FoldedText) -> Bool {
    pack.lexicon.holds(folded, in: .fullYes) || means(folded, .confirmWord)
  }

  /// Any yes.
  func isYes(_ folded: FoldedText) -> Bool {
    pack.lexicon.holds(folded, in: .yes) || agreesNow(folded)
  }

  /// Any no.
  func isNo(_ folded: FoldedText) -> Bool {
    pack.lexicon.holds(folded, in: .no) || pack.lexicon.holds(folded, in: .refuse)
      || pack.lexicon.holds(folded, in: .putOff)
  }

  /// `text` without the words that only lead to a value, or with which the field is called: 「我叫林小满」. Nil
  /// when none stands in front.
  func withoutLead(_ text: String, _ script: StepScript) -> String? {
    if let rest = labelled(text, script) { return rest }
    let lower = text.lowercased()
    let leads = pack.lexicon.written(.valueLead).filter { lower.hasPrefix($0) }
    for lead in leads.sorted(by: { $0.count > $1.count }) {
      let rest = text.dropFirst(lead.count)
      let isWord = lead.unicodeScalars.allSatisfy(\.isASCII)
      if isWord, rest.first?.isWhitespace != true { continue }
      let value = rest.drop { $0.isWhitespace || $0 == ":" || $0 == "：" }
      if !value.isEmpty { return String(value) }
    }
    return number(in: text, for: script)
  }

  /// Masks, in what is kept of the message, the names that were given; and at a step that asks for one, what
  /// may be a name among other words.
  mutating func hideNames() {
    for values in situation.particulars.values {
      for field in [Field.name, .legalName] {
        guard let name = values[field], decision.heard.contains(name) else { continue }
        let mask = FlowTurn.masked(name, of: field, today: now.shanghaiDate)
        decision.heard = decision.heard.replacing(name, with: mask)
      }
    }
    guard case .field(let field)? = open?.step, field == .name || field == .legalName,
      !asks(decision.heard)
    else { return }
    decision.heard = withoutNames(decision.heard)
  }

  /// `text` with two stars for what follows a surname at the beginning of a run of Chinese, a lead aside.
  private func withoutNames(_ text: String) -> String {
    let isHan = { (scalar: Unicode.Scalar) in (0x3400..<0xA000).contains(scalar.value) }
    let leads = pack.lexicon.written(.valueLead, in: .zh).sorted { $0.count > $1.count }
    let surnames = pack.lexicon.written(.surname, in: .zh).sorted { $0.count > $1.count }
    var out = ""
    var rest = Substring(text)
    while let first = rest.first {
      let run = rest.prefix { $0.unicodeScalars.allSatisfy(isHan) }
      guard !run.isEmpty else {
        out.append(first)
        rest = rest.dropFirst()
        continue
      }
      let lead = leads.first { run.hasPrefix($0) } ?? ""
      let body = run.dropFirst(lead.count)
      if let surname = surnames.first(where: { body.hasPrefix($0) }), body.count > surname.count {
        let hidden = min(2, body.count - surname.count)
        out += lead + surname.prefix(1) + "**" + body.dropFirst(surname.count + hidden)
      } else {
        out += run
      }
      rest = rest.dropFirst(run.count)
    }
    return out
  }

  /// The one number in `text` that the shape of the step's field can be: 「他的身份证号是…」. Nil in a question.
  private func number(in text: String, for script: StepScript) -> String? {
    guard case .field(let field) = script.step, !asks(text) else { return nil }
    let found = PersonalData.find(in: text).filter { number in
      switch field {
      case .idNumber, .legalID: number.kind == .residentID
      case .mobile, .contact: number.kind == .mobileNumber
      case _: false
      }
    }
    guard found.count == 1, let only = found.first else { return nil }
    return String(text[only.range])
  }
}
