import Casework
import Policy

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
    switch field {
    case .idNumber, .legalID, .mobile, .contact, .creditCode, .licenceFile: .value
    case .name, .legalName: senseOfName(text)
    case .companyName: senseOfCompany(text)
    case .traffic, .discount, .highlights: senseOfText(text)
    case .entityKind, .feeKind, .licenceValid, .amount:
      asks(text) && isMet(text, 0.3) ? .question : .value
    case .paidAt:
      asks(text) && isMet(text, 0.6) && PaymentClaim.read(text, today: now.shanghaiDate) == nil
        ? .question : .value
    }
  }

  /// Whether `text` has the form of a question.
  func asks(_ text: String) -> Bool {
    if let last = Substring(text).trimmed.last, last == "?" || last == "？" { return true }
    let folded = FoldedText(text)
    return pack.lexicon.words(.asking).contains { folded.holds($0) }
  }

  /// Whether an intent is met by `text` alone, with at least this probability.
  private func isMet(_ text: String, _ bar: Double) -> Bool {
    let heard = decider.listener.single(text, after: nil, leaning: false)
    return heard.isIntent && (heard.score ?? 0) >= bar
  }

  /// Whether what `text` alone means steers the conversation or is small talk, with at least this
  /// probability: nobody calls a shop that.
  private func steers(_ text: String, _ bar: Double) -> Bool {
    let heard = decider.listener.single(text, after: nil, leaning: false)
    guard let index = heard.intent, (heard.score ?? 0) >= bar else { return false }
    switch pack.intents[index].kind {
    case .command, .social, .agent, .flow, .privacy: return true
    case .answer, .silent, .outOfScope: return false
    }
  }

  // MARK: - Names

  private func senseOfName(_ text: String) -> Sense {
    guard case .success(let name) = PersonName.parse(text) else {
      return asks(text) || isMet(text, 0.3) ? .question : .value
    }
    if name.text.contains("·") { return .value }
    if asks(text) { return .question }
    let folded = FoldedText(name.text)
    let hasSurname = pack.lexicon.words(.surname).contains {
      folded.scalars.starts(with: $0.scalars)
    }
    if hasSurname, name.text.count <= 4 { return isMet(text, 0.9) ? .question : .value }
    return isMet(text, 0.3) ? .question : .value
  }

  /// A full name with the ending of a shop or a company is one, even with 「多少钱」 in it, unless it opens like
  /// a request or is word for word what people ask.
  private func senseOfCompany(_ text: String) -> Sense {
    let folded = FoldedText(text)
    let ends = pack.lexicon.words(.companyEnding).contains { folded.ends(with: $0) }
    if ends, folded.scalars.count >= 4, !opensLikeRequest(folded) {
      return isMet(text, 0.98) ? .doubtful : .value
    }
    if asks(text) || steers(text, 0.5) || isMet(text, 0.5) { return .question }
    return ends ? .value : .doubtful
  }

  private func opensLikeRequest(_ folded: FoldedText) -> Bool {
    pack.lexicon.words(.requestOpening).contains { folded.scalars.starts(with: $0.scalars) }
  }

  private func senseOfText(_ text: String) -> Sense {
    // What a merchant brings is told at length; what steers is short.
    if FoldedText(text).length <= 12, steers(text, 0.8) { return .question }
    return asks(text) && isMet(text, 0.3) ? .question : .value
  }
}

extension FoldedText {
  /// Whether it ends with `word`.
  func ends(with word: FoldedText) -> Bool {
    scalars.count >= word.scalars.count
      && scalars.suffix(word.scalars.count).elementsEqual(word.scalars)
  }
}
