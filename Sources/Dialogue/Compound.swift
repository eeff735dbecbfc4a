import Policy

/// Cuts a message of several questions into its parts.
struct Compound: Sendable {
  /// At most so many questions of one message are answered.
  static let most = 3

  private let joiners: [[UInt8]]
  /// Whether a joining word begins with this byte, small.
  private let opensJoiner: [Bool]
  private let questions: [FoldedText]
  private let statements: [FoldedText]
  private let leanings: [FoldedText]
  /// Chinese words that put two nouns side by side.
  private let coordinators: Set<Character>
  /// English words that say what something belongs to, and the Chinese ones that say what does.
  let belongings: Set<String>
  let possessives: Set<Character>
  /// Chinese words that ask only at the end of a part.
  private let tails: [FoldedText]
  /// Chinese words that end a question, and those that end like one and end none.
  private let endings: [[UInt8]]
  private let unending: [[UInt8]]

  init(lexicon: Lexicon) {
    let joiners = lexicon.words(.joiner).map { Array($0.text.utf8) }
    self.joiners = joiners
    opensJoiner = (0...255).map { byte in joiners.contains { Int($0[0]) == byte } }
    questions = lexicon.words(.question)
    statements = lexicon.words(.statement)
    leanings = lexicon.words(.leaning)
    tails = lexicon.words(.questionTail)
    endings = lexicon.written(.questionEnding).map { Array($0.utf8) }
    unending = lexicon.written(.noEnding).map { Array($0.utf8) }
    belongings = Set(lexicon.written(.belonging, in: .en))
    possessives = Set(lexicon.written(.belonging, in: .zh).compactMap(\.first))
    coordinators = Set(lexicon.written(.coordinator).compactMap(\.first))
  }

  /// A part of a message.
  struct Part {
    /// Its words.
    var text: String
    /// Whether more than a comma parts it from what comes before.
    var isApart: Bool
    /// Whether a joining word stands in front of it.
    var isJoined = false
    /// Whether a question mark stands behind it.
    var isMarked = false
  }

  /// The text of `parts`, commas between them.
  static func text(of parts: [Part]) -> String {
    let isLatin = parts.allSatisfy { $0.text.utf8.allSatisfy { $0 < 0x80 } }
    return parts.map(\.text).joined(separator: isLatin ? ", " : "，")
  }

  /// The parts of `text` between its punctuation marks and joining words, and behind a Chinese word
  /// that ends a question (蓝V有流量吗有客服吗), blank ones left out. A message of one part gives that part.
  /// The mark of a list parts questions only (多少钱、要什么材料), not nouns (价格、材料).
  func parts(of text: String) -> [Part] {
    let items = text.split(separator: "、")
    let isList = items.count > 1 && items.allSatisfy { surelyAsks(String($0)) }
    var parts: [Part] = []
    var current: [UInt8] = []
    var next = Part(text: "", isApart: false)
    let bytes = Array(text.utf8)
    var index = 0
    let close: (inout [Part], inout [UInt8], inout Part) -> Void = { parts, current, next in
      next.text = String(decoding: current, as: UTF8.self)
      current.removeAll()
      guard next.text.contains(where: { !$0.isWhitespace }) else { return }
      parts.append(next)
      next = Part(text: "", isApart: false)
    }
    while index < bytes.count {
      if let stop = Compound.stop(in: bytes, at: index, isList: isList) {
        next.isMarked = stop.asks
        close(&parts, &current, &next)
        next.isMarked = false
        next.isApart = next.isApart || !stop.isComma
        index += stop.length
      } else if let length = joiner(in: bytes, at: index) {
        close(&parts, &current, &next)
        (next.isApart, next.isJoined) = (true, true)
        index += length
      } else {
        current.append(bytes[index])
        index += 1
        if endsQuestion(current) { close(&parts, &current, &next) }
      }
    }
    close(&parts, &current, &next)
    return parts
  }

  /// The halves of `text` around each Chinese word that puts two nouns side by side (价格和材料).
  func halves(of text: String) -> [(left: String, right: String)] {
    text.indices.compactMap { place in
      guard coordinators.contains(text[place]) else { return nil }
      let (left, right) = (text[..<place], text[text.index(after: place)...])
      return left.count < 2 || right.count < 2 ? nil : (String(left), String(right))
    }
  }

  /// Whether `part` asks or wishes for something, judged by its words alone.
  func asks(_ part: String) -> Bool {
    let folded = FoldedText(part)
    return questions.contains { folded.holds($0) }
  }

  /// Whether `part` surely asks or wishes for something: a question word in the right place, and not
  /// one of the phrases that only look like it (没什么, 十几年).
  func surelyAsks(_ part: String) -> Bool {
    var folded = FoldedText(part)
    for statement in statements { folded = folded.without(statement) }
    return questions.contains { word in
      guard folded.holds(word) else { return false }
      // English asks with its first words, unless it takes two (tell me); 不 and 没 ask at the end.
      if word.isLatin { return word.length > 1 || folded.words(2).contains(word) }
      return !tails.contains(word) || folded.ends(with: word)
    }
  }

  /// Whether `part` begins with a word that makes it the second half of something.
  func leans(_ part: String) -> Bool {
    let folded = FoldedText(part)
    return leanings.contains { folded.stands($0, at: 0) }
  }

  /// Whether a question of two characters or more ends where `bytes` end.
  private func endsQuestion(_ bytes: [UInt8]) -> Bool {
    guard bytes.count >= 9, let last = bytes.last, last >= 0x80 else { return false }
    return endings.contains { bytes.matches($0, at: bytes.count - $0.count) }
      && !unending.contains { bytes.matches($0, at: bytes.count - $0.count) }
  }

  /// A punctuation mark that ends a part; a full stop inside a number or a name ends none, and the mark
  /// of a list only that of a list of questions.
  private static func stop(in bytes: [UInt8], at index: Int, isList: Bool) -> Stop? {
    switch bytes[index] {
    case UInt8(ascii: "?"): return Stop(length: 1, asks: true)
    case UInt8(ascii: "!"), UInt8(ascii: ";"), UInt8(ascii: "\n"): return Stop(length: 1)
    case UInt8(ascii: ","), UInt8(ascii: "."):
      let next = index + 1 < bytes.count ? bytes[index + 1] : 0x20
      guard next == 0x20 || next >= 0x80 else { return nil }
      return Stop(length: 1, isComma: bytes[index] == UInt8(ascii: ","))
    case 0xE3 where bytes.matches([0xE3, 0x80, 0x82], at: index): return Stop(length: 3)  // 。
    case 0xE3 where isList && bytes.matches([0xE3, 0x80, 0x81], at: index):  // 、
      return Stop(length: 3, isComma: true)
    case 0xEF where index + 2 < bytes.count && bytes[index + 1] == 0xBC:
      switch bytes[index + 2] {
      case 0x8C: return Stop(length: 3, isComma: true)  // full-width comma
      case 0x9F: return Stop(length: 3, asks: true)  // full-width ?
      case 0x81, 0x9B: return Stop(length: 3)  // full-width ! ;
      case _: return nil
      }
    case _: return nil
    }
  }

  /// A punctuation mark that ends a part.
  private struct Stop {
    var length: Int
    var isComma = false
    var asks = false
  }

  /// The length of a joining word; an English one stands between blanks.
  private func joiner(in bytes: [UInt8], at index: Int) -> Int? {
    let byte = bytes[index]
    guard opensJoiner[Int((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)] else { return nil }
    for joiner in joiners where bytes.matches(joiner, at: index) {
      guard joiner[0] < 0x80 else { return joiner.count }
      let end = index + joiner.count
      let opens = index == 0 || bytes[index - 1] == 0x20
      if opens, end == bytes.count || bytes[end] == 0x20 { return joiner.count }
    }
    return nil
  }
}

extension [UInt8] {
  /// Whether `other` stands at `index`, capitals aside.
  fileprivate func matches(_ other: [UInt8], at index: Int) -> Bool {
    guard index >= 0, index + other.count <= count else { return false }
    for offset in other.indices {
      let byte = self[index + offset]
      let lower = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
      if lower != other[offset] { return false }
    }
    return true
  }
}
