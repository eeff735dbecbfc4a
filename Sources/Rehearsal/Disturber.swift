import Dialogue
import Policy
import Understanding

/// Disturbs messages, with the words and the characters of one pack.
public struct Disturber: Sendable {
  let scripts = Scripts()
  /// How often each Chinese character stands in the pack's messages.
  let counts: [Unicode.Scalar: Int]
  let lexicon: Lexicon

  /// At most so many characters, the most frequent ones, are taken for one that sounds alike.
  static let mostHomophones = 5
  /// What is strewn in: plain ones, one with a variation selector, one joined with skin and sex.
  static let emoji = ["😊", "🙏", "😂", "👍", "🤔", "😭", "❤️", "🙋🏻‍♀️"]

  /// A disturber with the words of `pack`.
  public init(pack: Pack) {
    self.init(lexicon: pack.lexicon, messages: (pack.examples + pack.tests).map(\.text))
  }

  /// A disturber with the words of `lexicon` and the characters of `messages`.
  public init(lexicon: Lexicon, messages: [String]) {
    self.lexicon = lexicon
    var counts: [Unicode.Scalar: Int] = [:]
    for message in messages {
      for scalar in message.unicodeScalars where scalar.isHan { counts[scalar, default: 0] += 1 }
    }
    self.counts = counts
  }

  /// `text`, a message in `tongue`, disturbed by `rule`; nil where the rule changes nothing.
  public func disturb(
    _ text: String, by rule: Disturbance, in tongue: Tongue,
    using generator: inout some RandomNumberGenerator
  ) -> String? {
    guard rule.tongues.contains(tongue) else { return nil }
    let disturbed: String? =
      switch rule {
      case .traditional: scripts.traditional(of: text)
      case .homophone: homophone(text, using: &generator)
      case .pinyin: pinyin(text)
      case .missing: missing(text, using: &generator)
      case .doubled: doubled(text, using: &generator)
      case .swapped: swapped(text, using: &generator)
      case .fullwidth: fullwidth(text)
      case .blanks: blanks(text)
      case .typo: typo(text, using: &generator)
      case .missingWord: missingWord(text, using: &generator)
      case .noPunctuation: noPunctuation(text)
      case .capitals: text.uppercased()
      case .emoji: emoji(text, in: tongue, using: &generator)
      case .polite: opened(text, by: .preamble, in: tongue, using: &generator)
      case .rambling: opened(text, by: .ramble, in: tongue, using: &generator)
      }
    return disturbed == text ? nil : disturbed
  }

  // MARK: - In both languages

  /// An emoji goes between two words in English, between any two characters in Chinese.
  private func emoji(
    _ text: String, in tongue: Tongue, using generator: inout some RandomNumberGenerator
  ) -> String? {
    guard let emoji = generator.pick(Self.emoji) else { return nil }
    switch tongue {
    case .en:
      var words = text.split(separator: " ").map(String.init)
      words.insert(emoji, at: generator.below(words.count + 1))
      return words.joined(separator: " ")
    case .zh:
      let characters = Array(text)
      // Not within a Latin word or a number.
      let gaps = (0...characters.count).filter { gap in
        gap == 0 || gap == characters.count
          || !(characters[gap - 1].isASCII && characters[gap].isASCII)
      }
      guard let gap = generator.pick(gaps) else { return nil }
      return String(characters[..<gap]) + emoji + String(characters[gap...])
    }
  }

  private func opened(
    _ text: String, by list: WordList, in tongue: Tongue,
    using generator: inout some RandomNumberGenerator
  ) -> String? {
    let comma = tongue == .zh ? "，" : ", "
    return generator.pick(lexicon.written(list, in: tongue)).map { $0 + comma + text }
  }
}

extension Unicode.Scalar {
  /// Whether it is a Chinese character of the tables' range.
  var isHan: Bool { (0x3400..<0xA000).contains(value) }
}

extension RandomNumberGenerator {
  /// A number from 0 until `bound`, the same for the same sequence whatever the library.
  mutating func below(_ bound: Int) -> Int {
    Int(next().multipliedFullWidth(by: UInt64(bound)).high)
  }

  /// One of `values`; nil when there are none.
  mutating func pick<Value>(_ values: [Value]) -> Value? {
    values.isEmpty ? nil : values[below(values.count)]
  }
}
