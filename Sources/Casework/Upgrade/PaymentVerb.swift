/// Tells words of paying from the many others that share their characters (提交, 交流, 付费功能, paid ads).
enum PaymentVerb {
  /// What the verb at the cursor says, and its length; nil when none stands there, or one that is
  /// denied or only planned.
  static func read(_ cursor: ClaimCursor) -> (ClaimEvents.Kind, length: Int)? {
    let (tokens, place) = (cursor.tokens, cursor.place)
    if let length = ClaimWords.englishPaid.length(in: tokens, at: place) {
      let isOther =
        cursor.isPreceded(by: ClaimWords.notBeforePaid, at: place)
        || cursor.sees(ClaimWords.notBehindPaid, at: length)
      return isOther || denied(cursor) || planned(cursor) ? nil : (.paid, length)
    }
    if let length = ClaimWords.hanPaid.length(in: tokens, at: place) {
      return denied(cursor) || planned(cursor) ? nil : (.paid, length)
    }
    if cursor.sees(ClaimWords.failure, at: 1) || cursor.sees(ClaimWords.failure, at: 2) {
      return nil
    }
    if let length = ClaimWords.englishPay.length(in: tokens, at: place) {
      if denied(cursor) { return nil }
      if cursor.sees(ClaimWords.hanAspectAfterPay, at: length) { return (.paid, length + 1) }
      return near(ClaimWords.modal, cursor, within: 3) || near(ClaimWords.plan, cursor, within: 16)
        ? nil : (.paying, length)
    }
    return han(cursor)
  }

  private static func han(_ cursor: ClaimCursor) -> (ClaimEvents.Kind, length: Int)? {
    let (tokens, place) = (cursor.tokens, cursor.place)
    let verb = ClaimWords.payVerb.length(in: tokens, at: place)
    guard let length = verb ?? ClaimWords.payRoot.length(in: tokens, at: place) else { return nil }
    if verb == nil {
      let isOther =
        cursor.isPreceded(by: ClaimWords.notBeforePay, at: place)
        || cursor.sees(ClaimWords.notBehindPay, at: length)
      if isOther { return nil }
    }
    if denied(cursor) { return nil }
    let aspect = ClaimWords.aspect.length(in: tokens, at: place + length)
    if let aspect {
      return planned(cursor) ? nil : (.paid, length + aspect)
    }
    if cursor.isPreceded(by: ClaimWords.already, at: place), !planned(cursor) {
      return (.paid, length)
    }
    let hasAmount = (cursor.peek(length)?.value ?? 0) >= 100
    guard verb != nil || hasAmount, !near(ClaimWords.modal, cursor, within: 2),
      !near(ClaimWords.plan, cursor, within: 16)
    else { return nil }
    return (.paying, length)
  }

  private static func denied(_ cursor: ClaimCursor) -> Bool {
    near(ClaimWords.negation, cursor, within: 3)
  }

  private static func planned(_ cursor: ClaimCursor) -> Bool {
    near(ClaimWords.plan, cursor, within: 2)
  }

  /// Whether one of these phrases stands among the `count` tokens before the verb, in its clause.
  private static func near(_ words: ClaimPhrases, _ cursor: ClaimCursor, within count: Int) -> Bool
  {
    var place = cursor.place - 1
    while place >= max(0, cursor.place - count), !cursor.tokens[place].endsClause {
      if let length = words.length(in: cursor.tokens, at: place), place + length <= cursor.place {
        return true
      }
      place -= 1
    }
    return false
  }
}
