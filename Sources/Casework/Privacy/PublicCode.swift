/// Numbers that belong to nobody in person: the product's own order and ticket numbers and credit codes, which are public.
enum PublicCode {
  /// How many of `signs` from `start` on are such a number; nil when none stands there.
  /// `tokenEnd` is where the unbroken letters and digits from `start` on end.
  static func length(in signs: [NumberSigns.Sign], from start: Int, tokenEnd: Int) -> Int? {
    let token = signs[start..<tokenEnd].map { Unicode.Scalar($0.code) }
    if token.count == 18 { return isCreditCode(token) ? 18 : nil }
    guard tokenEnd < signs.count, signs[tokenEnd].kind == .hyphen else { return nil }
    let tail = signs[(tokenEnd + 1)...].prefix(8).prefix { $0.code != 0 }
      .map { Unicode.Scalar($0.code) }
    let isOrder =
      has("BV", digits: 8, in: token) && tail.count == 7 && digits(tail) == 6
      && tail[6].isLatinLetter
    let isTicket = has("T", digits: 8, in: token) && tail.count == 4 && digits(tail) == 4
    return isOrder || isTicket ? token.count + 1 + tail.count : nil
  }

  private static func has(_ prefix: String, digits: Int, in token: [Unicode.Scalar]) -> Bool {
    let letters = prefix.unicodeScalars.count
    return token.count == letters + digits && token.starts(with: prefix.unicodeScalars)
      && self.digits(token[letters...]) == digits
  }

  /// How many digits stand at the front.
  private static func digits(_ scalars: some Sequence<Unicode.Scalar>) -> Int {
    scalars.prefix { $0.digit != nil }.count
  }

  /// Letters other than a closing X make it a credit code at once; without them it could be an
  /// identity number, and must begin with 91, 92 or 93 and fail that check.
  private static func isCreditCode(_ token: [Unicode.Scalar]) -> Bool {
    guard CreditCode.checkCharacter(of: token) == token[17] else { return false }
    if token.contains(where: { $0.digit == nil && $0 != "X" }) { return true }
    if token.prefix(17).contains("X") { return true }
    return token[0] == "9" && ["1", "2", "3"].contains(token[1])
      && ResidentID.checkCharacter(of: token) != token[17]
  }
}
