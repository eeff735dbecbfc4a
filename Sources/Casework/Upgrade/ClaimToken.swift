/// A piece of a merchant's message as the reader of payment times sees it. Blanks and invisible
/// characters are dropped; letters are small, half width and simplified.
enum ClaimToken: Hashable, Sendable {
  /// A number in ASCII digits or in Han numerals; `digits` is how many characters it took.
  case number(Int, digits: Int, isHan: Bool)
  /// Latin letters that stand together, with their apostrophes.
  case word(String)
  /// Any other single character.
  case sign(Unicode.Scalar)

  /// At most this many tokens of a message are read: no story that states a payment is longer, and a
  /// line of 64 KiB must cost no more than a long story.
  static let limit = 4_000

  /// The tokens of `text`, in order; where it tells a day in pinyin, the words about it are read so.
  static func tokens(of text: String) -> [ClaimToken] {
    let tokens = written(text)
    let isPinyin = zip(tokens, tokens.dropFirst()).contains { number, unit in
      number.value != nil && (unit == .word("yue") || unit == .word("hao"))
    }
    guard isPinyin else { return tokens }
    return tokens.flatMap { token in
      if case .word(let word) = token, let han = pinyin[word] { return written(han) }
      return [token]
    }
  }

  /// The pinyin of words that speak of times and payments.
  private static let pinyin: [String: String] = [
    "yue": "月", "hao": "号", "ri": "日", "dian": "点", "jiao": "交", "fu": "付", "de": "的", "le": "了",
    "guo": "过", "wo": "我", "ban": "半", "nian": "年", "fei": "费", "bannian": "半年",
    "bannianfei": "半年费", "fuwufei": "服务费", "jishufuwufei": "技术服务费", "jiaode": "交的",
    "jiaole": "交了", "fude": "付的", "fule": "付了", "zaoshang": "早上", "wanshang": "晚上",
    "lingchen": "凌晨", "xiawu": "下午", "shangwu": "上午", "zhongwu": "中午", "ne": "呢", "ma": "吗",
    "na": "那",
  ]

  private static func written(_ text: String) -> [ClaimToken] {
    let scalars = text.unicodeScalars.map(folded)
    var tokens: [ClaimToken] = []
    var place = 0
    while place < scalars.count, tokens.count < limit {
      let scalar = scalars[place]
      if scalar.digit != nil {
        var end = place
        while end < scalars.count, scalars[end].digit != nil { end += 1 }
        let digits = scalars[place..<end]
        // Longer numbers are no dates and no fees; their value does not matter, only that it fits.
        tokens.append(
          .number(ResidentID.number(in: digits.prefix(15)), digits: digits.count, isHan: false))
        place = end
      } else if let (value, length) = HanNumeral.read(scalars[place...]) {
        tokens.append(.number(value, digits: length, isHan: true))
        place += length
      } else if scalar.isLatinLetter {
        var end = place
        while end < scalars.count, scalars[end].isLatinLetter || scalars[end] == "'" { end += 1 }
        let word = String(scalars: scalars[place..<end])
        let value = numberWords.firstIndex(of: word).map { $0 + 2 }
        tokens.append(value.map { .number($0, digits: 1, isHan: false) } ?? .word(word))
        place = end
      } else {
        if !scalar.isBlank, !scalar.isInvisible { tokens.append(.sign(scalar)) }
        place += 1
      }
    }
    return tokens
  }

  /// The number's value; nil for other tokens.
  var value: Int? {
    switch self {
    case .number(let value, _, _): value
    case .word, .sign: nil
    }
  }

  /// Whether this ends a clause.
  var endsClause: Bool {
    switch self {
    case .sign(let scalar): [",", "。", ";", "!", "?", "、"].contains(scalar)
    case .number, .word: false
    }
  }

  private static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    if scalar.value < 0x80 { return scalar.small }
    if scalar.isHyphen { return "-" }
    if scalar == "’" || scalar == "‘" { return "'" }
    return simplified[scalar] ?? scalar.halfWidth.small
  }

  /// Two to twelve; "one" is as good as "a".
  private static let numberWords = [
    "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
  ]

  /// The traditional characters of the words that speak of times and payments.
  private static let simplified: [Unicode.Scalar: Unicode.Scalar] = Dictionary(
    uniqueKeysWithValues: zip(
      "繳費號點時個過後錢轉賬帳匯單間兩術務認證嗎麼剛纔買續倫東紐約灣開結減淩週禮與們還員級動當內訂發實際來遲鐘鍾舊產種總額塊圓裏裡學會國達陸請貳給邊從劃"
        .unicodeScalars,
      "缴费号点时个过后钱转账账汇单间两术务认证吗么刚才买续伦东纽约湾开结减凌周礼与们还员级动当内订发实际来迟钟钟旧产种总额块元里里学会国达陆请二给边从划"
        .unicodeScalars))
}
