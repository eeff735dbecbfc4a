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
    let leads =
      pack.lexicon.written(.valueLead, in: .zh) + pack.lexicon.written(.valueLead, in: .en)
    for lead in leads.sorted(by: { $0.count > $1.count }) where lower.hasPrefix(lead) {
      let rest = text.dropFirst(lead.count)
      let isWord = lead.unicodeScalars.allSatisfy(\.isASCII)
      if isWord, rest.first?.isWhitespace != true { continue }
      let value = rest.drop { $0.isWhitespace || $0 == ":" || $0 == "：" }
      if !value.isEmpty { return String(value) }
    }
    return number(in: text, for: script)
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
