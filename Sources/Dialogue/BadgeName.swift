import Policy

/// Reads the badge's name as one, however merchants type its pinyin: lanv, lan v, lan-v.
struct BadgeName: Sendable {
  /// The name among Chinese words.
  private let name: String
  /// The name among Latin words.
  private let pinyin: String
  /// What is typed for it, in small letters.
  private let spellings: [[UInt8]]

  init(lexicon: Lexicon) {
    name = lexicon.written(.badgeName, in: .zh).first ?? ""
    let latin = lexicon.written(.badgeName, in: .en)
    pinyin = latin.first ?? ""
    spellings = latin.map { Array($0.lowercased().utf8) }
  }

  /// `text` with the name as it is known for each of its spellings that stands between no Latin letters:
  /// the Chinese name if nothing else is Latin, else the pinyin one.
  func spelled(in text: String) -> String {
    guard text.utf8.contains(where: { $0 | 0x20 == UInt8(ascii: "v") }) else { return text }
    let bytes = Array(text.utf8)
    var rest: [UInt8] = []
    var places: [Int] = []
    var index = 0
    while index < bytes.count {
      if let length = spelling(in: bytes, at: index) {
        places.append(rest.count)
        index += length
      } else {
        rest.append(bytes[index])
        index += 1
      }
    }
    guard !places.isEmpty else { return text }
    let word = Array((rest.contains(where: BadgeName.isLetter) ? pinyin : name).utf8)
    for place in places.reversed() { rest.insert(contentsOf: word, at: place) }
    return String(decoding: rest, as: UTF8.self)
  }

  /// How long the spelling at `index` is; nil when none stands there.
  private func spelling(in bytes: [UInt8], at index: Int) -> Int? {
    guard index == 0 || !BadgeName.isLetter(bytes[index - 1]) else { return nil }
    for spelling in spellings {
      let end = index + spelling.count
      guard end <= bytes.count, end == bytes.count || !BadgeName.isLetter(bytes[end]) else {
        continue
      }
      if zip(bytes[index..<end], spelling).allSatisfy({ $0 | 0x20 == $1 | 0x20 }) {
        return spelling.count
      }
    }
    return nil
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }
}
