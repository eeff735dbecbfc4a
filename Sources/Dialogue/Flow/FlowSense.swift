import Casework
import Policy
import Understanding

extension FlowTurn {
  /// What a message is that could be the value of a field.
  enum Sense {
    /// The value: a shop may really be called 「多少钱服饰店」 (N12).
    case value
    /// A question or an order, to be answered before the field is asked again (N11).
    case question
    /// Either: the merchant is asked.
    case doubtful
  }

  /// Whether `text`, which `field` would take, is meant as its value.
  func sense(of text: String, as field: Field) -> Sense {
    takesWords(field) && isSideQuestion(text) ? .question : sense(ofWords: text, as: field)
  }

  private func sense(ofWords text: String, as field: Field) -> Sense {
    switch field {
    case .idNumber, .legalID, .mobile, .contact, .creditCode, .licenceFile: .value
    case .name, .legalName: senseOfName(text)
    case .companyName: senseOfCompany(text)
    case .traffic, .discount, .highlights: senseOfText(text)
    case .entityKind, .feeKind: senseOfChoice(text, of: field)
    case .licenceValid, .amount: asks(text) && isSaid(text, 0.3) ? .question : .value
    case .paidAt:
      PaymentClaim.read(text, today: now.shanghaiDate) == nil
        && (isStray(text, 0.5) || asks(text) && isMet(text, 0.6)) ? .question : .value
    }
  }

  /// Whether `field` takes words of any kind, so that a short question could pass for its value.
  private func takesWords(_ field: Field) -> Bool {
    switch field {
    case .name, .legalName, .companyName, .traffic, .discount, .highlights: true
    case .idNumber, .legalID, .mobile, .contact, .creditCode, .licenceValid, .licenceFile,
      .entityKind, .feeKind, .paidAt, .amount:
      false
    }
  }

  /// Whether `text` has the form of a question.
  func asks(_ text: String) -> Bool {
    if let last = Substring(text).trimmed.last, last == "?" || last == "？" { return true }
    let folded = FoldedText(text)
    return pack.lexicon.stands(.asking, in: folded)
      || pack.lexicon.words(.requestOpening).contains { folded.rest(after: $0) != nil }
  }

  /// What `text` says by itself: the surest of what is heard in it.
  private func alone(_ text: String) -> Heard {
    if let known = readings.heard[text] { return known }
    let heard = decider.listener.listen(to: text, in: ConversationState()).heard
    let best = heard.max { ($0.isIntent ? $0.score ?? 0 : -1) < ($1.isIntent ? $1.score ?? 0 : -1) }
    let surest = best ?? decider.listener.single(text, after: nil, leaning: false)
    readings.heard[text] = surest
    return surest
  }

  /// Whether an intent is met by `text` alone, with at least this probability.
  func isMet(_ text: String, _ bar: Double) -> Bool {
    let heard = alone(text)
    return heard.isIntent && (heard.score ?? 0) >= bar
  }

  /// Whether `text` alone is none of our business, with at least this probability.
  private func isStray(_ text: String, _ bar: Double) -> Bool {
    let heard = alone(text)
    return heard.meaning == .outOfScope && (heard.score ?? 0) >= bar
  }

  /// Whether `text` alone says anything that Xiaoer would meet, be it only to say that it cannot help.
  private func isSaid(_ text: String, _ bar: Double) -> Bool {
    isMet(text, bar) || isStray(text, bar)
  }

  /// Whether what `text` alone means steers the conversation or is small talk, with at least this
  /// probability: nobody calls a shop that.
  private func steers(_ text: String, _ bar: Double) -> Bool {
    let heard = alone(text)
    guard let index = heard.intent, (heard.score ?? 0) >= bar else { return false }
    switch pack.intents[index].kind {
    case .command, .social, .agent, .flow, .privacy: return true
    case .answer, .silent, .outOfScope: return false
    }
  }

  // MARK: - Names

  private func senseOfName(_ text: String) -> Sense {
    guard case .success(let name) = PersonName.parse(text) else {
      let isLong = text.split(whereSeparator: \.isWhitespace).count > 4
      return isLong || asks(text) || isSaid(text, 0.3) ? .question : .value
    }
    if name.text.contains("·") { return .value }
    if asks(text) { return .question }
    let folded = FoldedText(name.text)
    let surname = pack.lexicon.words(.surname).first {
      folded.scalars.starts(with: $0.scalars)
    }
    // A surname of one character is followed by one or two, seldom three; one of two by up to four.
    if let surname, name.text.count <= (surname.scalars.count == 1 ? 4 : 6) {
      // However it sounds to the matcher: what is taken for a question would stand in clear (S1 of the store).
      return isExample(text) ? .question : .value
    }
    if isSaid(text, name.text.count <= 4 ? 0.3 : 0.6) { return .question }
    return name.text.count <= 4 ? .value : .doubtful
  }

  /// Whether `text` is, nearly letter for letter, an example of the pack.
  private func isExample(_ text: String) -> Bool {
    decider.matcher.scope(of: text).nearest.similarity > 0.8
  }

  /// An option's word with little around it is a choice; in a sentence of its own it is not.
  private func senseOfChoice(_ text: String, of field: Field) -> Sense {
    let folded = FoldedText(text)
    guard let kind = open?.kind, let script = script(of: .field(field), in: kind) else {
      return .value
    }
    let words = script.options.flatMap(\.words)
    let longest = words.filter { folded.holds($0) }.map(\.length).max() ?? 0
    if asks(text), isSaid(text, 0.3) { return .question }
    let filling = folded.isLatin ? 0 : folded.text.count { "的那个种是交缴我就应该了吧付".contains($0) }
    if folded.length - longest - filling <= 4 { return .value }
    return isSaid(text, 0.5) ? .question : .doubtful
  }

  /// A full name with the ending of a shop or a company is one, even with 「多少钱」 in it, unless it opens like
  /// a request or is word for word what people ask.
  private func senseOfCompany(_ text: String) -> Sense {
    let folded = FoldedText(text)
    let ends = pack.lexicon.words(.companyEnding).contains { folded.ends(with: $0) }
    if ends, folded.scalars.count >= 4, !soundsLikeRequest(folded) || isTitle(text) {
      return isMet(text, 0.98) ? .doubtful : .value
    }
    if asks(text) || steers(text, 0.5) || isMet(text, 0.5) { return .question }
    return ends ? .value : .doubtful
  }

  /// Whether each of several Latin words begins with a capital, as names do: "How Much Fashion Shop".
  private func isTitle(_ text: String) -> Bool {
    let words = text.split(whereSeparator: \.isWhitespace)
    return words.count > 1 && words.allSatisfy { $0.first?.isUppercase == true }
  }

  /// Opens with a word of asking, or has one of more than one character in it.
  private func soundsLikeRequest(_ folded: FoldedText) -> Bool {
    pack.lexicon.words(.requestOpening).contains { word in
      folded.scalars.starts(with: word.scalars) || word.scalars.count > 1 && folded.holds(word)
    }
  }

  /// What a merchant brings to the recruitment is told in any words; a question about something else, or
  /// an order, is none of it.
  private func senseOfText(_ text: String) -> Sense {
    if endsLikeQuestion(text) || namesChange(FoldedText(text)) { return .question }
    let heard = alone(text)
    let score = heard.score ?? 0
    if heard.meaning == .outOfScope { return score >= 0.5 && asks(text) ? .question : .value }
    guard let index = heard.intent else { return .value }
    switch pack.intents[index].kind {
    case .command, .social, .privacy:
      // What a merchant brings is told at length; what steers is short.
      return score >= 0.8 && FoldedText(text).length <= 12 ? .question : .value
    case .flow, .agent: return score >= (asks(text) ? 0.3 : 0.6) ? .question : .value
    case .answer, .silent, .outOfScope:
      if asks(text) { return score >= 0.3 ? .question : .value }
      return score >= 0.8 && !concernsRecruitment(index) ? .doubtful : .value
    }
  }

  /// Whether the last character makes it a question.
  func endsLikeQuestion(_ text: String) -> Bool {
    guard let last = Substring(text).trimmed.last else { return false }
    return "?？吗呢么不".contains(last)
  }

  /// Whether a field of the flow is named beside a word of change.
  private func namesChange(_ folded: FoldedText) -> Bool {
    guard folded.length <= 12, let kind = open?.kind,
      pack.lexicon.stands(.change, in: folded)
    else { return false }
    return calls(aFieldOf: kind, in: folded)
  }

  /// Whether `folded` calls some field of `kind` as merchants do.
  func calls(aFieldOf kind: CaseKind, in folded: FoldedText) -> Bool {
    kind.fields.contains { field in
      script(of: .field(field), in: kind)?.calls.contains { folded.holds($0) } ?? false
    }
  }

  /// Whether the intent rests on the clauses of the recruitment (P32–P36).
  private func concernsRecruitment(_ index: Int) -> Bool {
    pack.intents[index].answer?.cite.contains { (32...36).contains($0.number) } ?? false
  }
}

extension FoldedText {
  /// Whether it ends with `word`.
  func ends(with word: FoldedText) -> Bool {
    scalars.count >= word.scalars.count
      && scalars.suffix(word.scalars.count).elementsEqual(word.scalars)
  }
}

/// What was heard in the texts of one turn: several rules ask for the same.
final class Readings {
  var heard: [String: Heard] = [:]
  var claims: [String: PaymentClaim?] = [:]
}
