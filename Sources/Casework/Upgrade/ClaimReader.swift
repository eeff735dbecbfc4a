import Policy

/// Reads a `PaymentClaim` out of one message.
struct ClaimReader {
  private let today: CivilDate
  private let tokens: [ClaimToken]
  private let times: [TimeReader.Found]
  private let events: ClaimEvents

  /// A reader of this message, said on the Shanghai day `today`.
  init(_ text: String, today: CivilDate) {
    self.today = today
    tokens = ClaimToken.tokens(of: text)
    times = TimeReader.times(in: tokens, today: today)
    events = ClaimEvents(in: times.isEmpty ? [] : tokens, times: times)
  }

  /// The claim; with `isAnswer` a time alone is one.
  func claim(isAnswer: Bool) -> PaymentClaim? {
    guard !times.isEmpty else { return nil }
    var (paid, ordered, succeeded): ([TimeReader.Found], [TimeReader.Found], [TimeReader.Found])
    (paid, ordered, succeeded) = ([], [], [])
    for found in times where !isDenied(found) {
      switch events.owner(of: found.range) {
      case .paid, .paying: paid.append(found)
      case .succeeded: succeeded.append(found)
      case .ordered: ordered.append(found)
      case .other: break
      case nil: if isAnswer || speaksOfFee { paid.append(found) }
      }
    }
    if !succeeded.isEmpty {
      // Told apart from its success, a payment was only begun.
      ordered += paid
      paid = succeeded
    }
    if !isAnswer, !isClaim(paid: paid, ordered: ordered) { return nil }
    if paid.isEmpty, ordered.isEmpty { return nil }
    return PaymentClaim(
      paid: paid.map(\.time), ordered: ordered.map(\.time), today: today, fee: fee,
      amounts: amounts, isRefunded: isRefunded, isByAgency: has(ClaimWords.agency),
      isRepeated: has(ClaimWords.repeated))
  }

  private func isClaim(paid: [TimeReader.Found], ordered: [TimeReader.Found]) -> Bool {
    if has(ClaimWords.trouble) { return false }
    if has(ClaimWords.otherThings), !has(ClaimWords.fee), !has(ClaimWords.technicalService) {
      return false
    }
    if events.has(.paid) { return !(paid + ordered).isEmpty && !statesRule(paid) }
    if events.has(.paying) {
      let isAt = paid.allSatisfy { $0.time.relation == .at }
      return !paid.isEmpty && isAt && !has(ClaimWords.ruleQuestion)
    }
    if events.has(.succeeded) {
      return (events.has(.ordered) || has(ClaimWords.success)) && !paid.isEmpty
    }
    return speaksOfFee && !paid.isEmpty
  }

  /// The claim of a message that is a time and hardly more: 「那20号凌晨一点呢」; nil when there is more to it.
  var followUp: PaymentClaim? {
    guard !times.isEmpty else { return nil }
    let isBare = isNothing(but: ClaimWords.besideTime, and: ClaimWords.technicalService)
    return isBare ? claim(isAnswer: true) : nil
  }

  /// Whether these phrases and times that are meant themselves are all there is.
  private func isNothing(but words: ClaimPhrases, and others: ClaimPhrases) -> Bool {
    guard times.allSatisfy({ $0.time.relation == .at }) else { return false }
    var place = 0
    while place < tokens.count {
      if let time = times.first(where: { $0.range.contains(place) }) {
        place = time.range.upperBound
      } else if let length = others.length(in: tokens, at: place)
        ?? words.length(in: tokens, at: place)
      {
        place += length
      } else {
        return false
      }
    }
    return true
  }

  /// 「技术服务费是7月19号的」: the fee, a time, and 的.
  private var speaksOfFee: Bool {
    guard !events.has(.other), has(ClaimWords.fee), !has(ClaimWords.ruleQuestion) else {
      return false
    }
    if has(ClaimWords.technicalService), isNothing(but: ClaimWords.besideFee, and: ClaimWords.fee) {
      return true
    }
    return times.contains { found in
      found.time.relation == .at && tokens.indices.contains(found.range.upperBound)
        && tokens[found.range.upperBound] == .sign("的")
    }
  }

  /// Whether 「…前交了」 only repeats the rule.
  private func statesRule(_ paid: [TimeReader.Found]) -> Bool {
    guard let first = paid.first, paid.allSatisfy({ $0.time.relation == .before }) else {
      return false
    }
    let ahead = Array(tokens[..<first.range.lowerBound].suffix(6))
    return has(ClaimWords.ruleBehind) || !ClaimWords.ruleAhead.matches(in: ahead).isEmpty
  }

  /// 不是19号交的.
  private func isDenied(_ found: TimeReader.Found) -> Bool {
    ClaimCursor(tokens: tokens, place: found.range.lowerBound)
      .isPreceded(by: ClaimWords.notThis, at: found.range.lowerBound)
  }

  private var fee: PaymentClaim.Fee {
    if has(ClaimWords.technicalService) { return .technicalService }
    return has(ClaimWords.certification) ? .certification : .unstated
  }

  private var isRefunded: Bool {
    let cursor = ClaimCursor(tokens: tokens, place: 0)
    return ClaimWords.refunded.matches(in: tokens).contains {
      !cursor.isPreceded(by: ClaimWords.notBeforeRefund, at: $0.lowerBound)
    }
  }

  /// The figures that stand with a currency or right behind a payment.
  private var amounts: [Int] {
    var amounts: [Int] = []
    let cursor = ClaimCursor(tokens: tokens, place: 0)
    for place in tokens.indices {
      guard case .number(let value, let digits, _) = tokens[place], digits <= 5, value >= 10,
        !times.contains(where: { $0.range.contains(place) })
      else { continue }
      let behind = ClaimCursor(tokens: tokens, place: place + 1)
      let (fen, length) = fraction(behind)
      let isMoney =
        behind.sees(ClaimWords.currencyBehind, at: length)
        || cursor.isPreceded(by: ClaimWords.currencyAhead, at: place)
        || (digits == 3 && cursor.isPreceded(by: ClaimWords.aheadOfAmount, at: place)
          && behind.sees(ClaimWords.of))
        || (isPaid(before: place) && !behind.sees(ClaimWords.otherUnits, at: length))
      if isMoney { amounts.append(value * 100 + fen) }
    }
    return amounts
  }

  private func isPaid(before place: Int) -> Bool {
    let cursor = ClaimCursor(tokens: tokens, place: place)
    return events.events.contains { event in
      guard event.kind == .paid || event.kind == .paying, event.range.upperBound <= place else {
        return false
      }
      let between = event.range.upperBound..<place
      return between.isEmpty
        || (between.count == 1 && cursor.isPreceded(by: ClaimWords.beforeAmount, at: place))
    }
  }

  private func fraction(_ cursor: ClaimCursor) -> (fen: Int, length: Int) {
    guard cursor.peek() == .sign("."), case .number(let value, 2, false) = cursor.peek(1) else {
      return (0, 0)
    }
    return (value, 2)
  }

  private func has(_ words: ClaimPhrases) -> Bool { !words.matches(in: tokens).isEmpty }
}
