/// The digits of a text, in groups that stand unbroken, and what lies between the groups.
struct DigitGroups {
  /// What separates a group from the one before it.
  enum Gap: Hashable {
    /// Blanks, hyphens or dots, as people write inside one number; `sign` is nil when they are mixed.
    case inNumber(sign: Sign?)
    /// Also commas, slashes and the like: two numbers, unless a proof says one.
    case betweenNumbers
    /// Words.
    case broken
  }

  /// The signs that stand inside numbers.
  enum Sign: Hashable { case blank, hyphen, dot }

  /// Digits that stand unbroken; `first..<end` counts in `digits`.
  struct Group {
    /// The place of its first digit.
    let first: Int
    /// The place behind its last digit.
    var end: Int
    /// What separates it from the group before.
    let gap: Gap
    /// Whether an X stands behind it, and the place where that X ends.
    var closingX: String.Index?
    /// How many digits it has.
    var count: Int { end - first }
  }

  /// All digits of the text in order, each 0…9.
  private(set) var digits: [UInt8] = []
  /// Where each of `digits` stands in the text.
  private(set) var ranges: [Range<String.Index>] = []
  /// The groups in order.
  private(set) var groups: [Group] = []

  /// Reads the groups of `text`, leaving out order numbers, ticket numbers and credit codes.
  init(of text: String) {
    let signs = NumberSigns.read(text)
    var gap = Gap.broken
    for sign in signs {
      switch sign.kind {
      case .digit(let value):
        append(value, at: sign.range, after: gap)
        gap = .inNumber(sign: nil)
        continueGroup = true
      case .blank: widen(&gap, by: .blank)
      case .hyphen: widen(&gap, by: .hyphen)
      case .dot: widen(&gap, by: .dot)
      case .loose:
        if gap != .broken { gap = .betweenNumbers }
        continueGroup = false
      case .crossX:
        if gap != .broken { closeGroup(at: sign.range.upperBound) }
        gap = .broken
        continueGroup = false
      case .other:
        gap = .broken
        continueGroup = false
      }
    }
  }

  /// The number of digits in these groups, an X at the end not counted.
  func count(_ range: Range<Int>) -> Int {
    range.isEmpty ? 0 : groups[range.upperBound - 1].end - groups[range.lowerBound].first
  }

  /// The digits of these groups.
  func digits(_ range: Range<Int>) -> ArraySlice<UInt8> {
    range.isEmpty ? [] : digits[groups[range.lowerBound].first..<groups[range.upperBound - 1].end]
  }

  /// The value of a character that people write for a digit: ASCII, full width, styled, Arabic-Indic,
  /// or Han (〇 to 九, 幺, 壹 to 玖). A mask must find more than a field accepts.
  static func digit(of scalar: Unicode.Scalar) -> UInt8? {
    let value = scalar.value
    if value < 0x80 { return (0x30...0x39).contains(value) ? UInt8(value - 0x30) : nil }
    switch value {
    case 0x4E00...0x9FFF, 0x3007: return hanDigits[scalar]
    case 0x0660...0x0669: return UInt8(value - 0x0660)
    case 0x06F0...0x06F9: return UInt8(value - 0x06F0)
    case _: return scalar.halfWidth.digit.map { UInt8($0) }
    }
  }

  /// Whether the next digit stands unbroken behind the last one.
  private var continueGroup = false

  private static let hanDigits: [Unicode.Scalar: UInt8] = [
    "〇": 0, "零": 0, "一": 1, "幺": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8,
    "九": 9, "壹": 1, "贰": 2, "貳": 2, "叁": 3, "參": 3, "肆": 4, "伍": 5, "陆": 6, "陸": 6, "柒": 7,
    "捌": 8, "玖": 9,
  ]

  private mutating func append(_ value: UInt8, at range: Range<String.Index>, after gap: Gap) {
    digits.append(value)
    ranges.append(range)
    if continueGroup, let last = groups.indices.last {
      groups[last].end = digits.count
    } else {
      groups.append(Group(first: digits.count - 1, end: digits.count, gap: gap))
    }
  }

  private mutating func widen(_ gap: inout Gap, by sign: Sign) {
    switch gap {
    case .inNumber(let before):
      // Blanks around a hyphen or a dot do not count.
      let isSame = continueGroup || before == sign || before == .blank
      gap = .inNumber(sign: isSame ? sign : sign == .blank ? before : nil)
    case .betweenNumbers, .broken: break
    }
    continueGroup = false
  }

  private mutating func closeGroup(at end: String.Index) {
    guard let last = groups.indices.last else { return }
    groups[last].closingX = end
  }
}
