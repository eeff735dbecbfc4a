/// The characters of a text as the search for numbers sees them. Invisible characters are left out,
/// so that a zero-width space splits nothing.
struct NumberSigns {
  /// What a character can be to a number.
  enum Kind: Hashable {
    /// A digit, 0…9.
    case digit(UInt8)
    /// White space.
    case blank
    /// A hyphen, a dash or a minus.
    case hyphen
    /// A dot in the middle or at the foot.
    case dot
    /// A comma, a slash and the like: seldom inside a number.
    case loose
    /// An X, or what looks like one, behind a digit and with no letter or digit after it.
    case crossX
    /// Anything else.
    case other
  }

  /// One character.
  struct Sign {
    /// What it can be to a number.
    var kind: Kind
    /// Where it stands in the text.
    let range: Range<String.Index>
    /// The capital ASCII letter or the ASCII digit that it is, full width folded; else 0.
    let code: UInt8
    /// Whether it is an X or is typed for one.
    let looksLikeX: Bool
  }

  /// The visible characters of `text`, in order. Linear in its length.
  static func read(_ text: String) -> [Sign] {
    var signs: [Sign] = []
    let scalars = text.unicodeScalars
    var index = scalars.startIndex
    while index < scalars.endIndex {
      let next = scalars.index(after: index)
      let scalar = scalars[index]
      if !scalar.isInvisible {
        let folded = scalar.halfWidth.capital
        let isCode = folded.digit != nil || folded.isLatinLetter
        signs.append(
          Sign(
            kind: kind(of: scalar), range: index..<next, code: isCode ? UInt8(folded.value) : 0,
            looksLikeX: folded == "X" || ResidentID.lookalikesOfX.contains(scalar)))
      }
      index = next
    }
    exemptCodes(in: &signs)
    readLettersAsDigits(in: &signs)
    markX(in: &signs)
    return signs
  }

  private static func kind(of scalar: Unicode.Scalar) -> Kind {
    if let digit = DigitGroups.digit(of: scalar) { return .digit(digit) }
    if scalar.isBlank { return .blank }
    if scalar.isHyphen { return .hyphen }
    if scalar.isMiddleDot || scalar.isFullStop { return .dot }
    switch scalar.halfWidth {
    case ",", "、", "/", "\\", "_", ":", ";", "|", "~", "+", "'", "(", ")": return .loose
    case _: return .other
    }
  }

  /// Takes order numbers, ticket numbers and credit codes out of the search.
  private static func exemptCodes(in signs: inout [Sign]) {
    var start = 0
    while start < signs.count {
      guard signs[start].code != 0 else {
        start += 1
        continue
      }
      var end = start + 1
      while end < signs.count, signs[end].code != 0 { end += 1 }
      if let length = PublicCode.length(in: signs, from: start, tokenEnd: end) {
        for position in start..<start + length { signs[position].kind = .other }
        end = start + length
      }
      start = end
    }
  }

  /// O, I and l between two digits are mistyped digits.
  private static func readLettersAsDigits(in signs: inout [Sign]) {
    var position = 1
    while position < signs.count {
      var end = position
      while end < signs.count, asDigit(signs[end].code) != nil, signs[end].kind == .other {
        end += 1
      }
      if end > position, end < signs.count, isDigit(signs[position - 1]), isDigit(signs[end]) {
        for place in position..<end {
          if let digit = asDigit(signs[place].code) { signs[place].kind = .digit(digit) }
        }
      }
      position = end + 1
    }
  }

  /// X behind a digit, perhaps after blanks or hyphens, and before no letter or digit.
  private static func markX(in signs: inout [Sign]) {
    var followsDigit = false
    for position in signs.indices {
      switch signs[position].kind {
      case .digit: followsDigit = true
      case .blank, .hyphen, .dot: break
      case .loose, .crossX, .other:
        let ends = position + 1 == signs.count || signs[position + 1].code == 0
        if followsDigit, ends, signs[position].looksLikeX { signs[position].kind = .crossX }
        followsDigit = false
      }
    }
  }

  private static func isDigit(_ sign: Sign) -> Bool {
    if case .digit = sign.kind { return true }
    return false
  }

  private static func asDigit(_ code: UInt8) -> UInt8? {
    switch code {
    case UInt8(ascii: "O"): 0
    case UInt8(ascii: "I"), UInt8(ascii: "L"): 1
    case _: nil
    }
  }
}
