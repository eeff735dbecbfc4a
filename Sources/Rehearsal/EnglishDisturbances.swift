import Dialogue

/// What is done to English messages.
extension Disturber {
  /// `text` with one letter missing, doubled, or in the place of the next.
  func typo(_ text: String, using generator: inout some RandomNumberGenerator) -> String? {
    var scalars = Array(text.unicodeScalars)
    guard let place = generator.pick(Self.lettersOfLongWords(scalars)) else { return nil }
    switch generator.below(3) {
    case 0: scalars.remove(at: place)
    case 1: scalars.insert(scalars[place], at: place)
    case _:
      let next = place + 1
      guard next < scalars.count, scalars[next].isLatin, scalars[next] != scalars[place] else {
        scalars.remove(at: place)
        break
      }
      scalars.swapAt(place, next)
    }
    return String(scalars)
  }

  /// The places of the letters in words of at least four letters.
  private static func lettersOfLongWords(_ scalars: [Unicode.Scalar]) -> [Int] {
    var places: [Int] = []
    var start = 0
    for index in 0...scalars.count where index == scalars.count || !scalars[index].isLatin {
      if index - start >= 4 { places += start..<index }
      start = index + 1
    }
    return places
  }

  /// `text` without one small word; at least two words stay.
  func missingWord(_ text: String, using generator: inout some RandomNumberGenerator) -> String? {
    var words = text.split(separator: " ").map(String.init)
    let places = words.indices.filter { lexicon.holds(words[$0].lowercased(), in: .small) }
    guard words.count > 2, let place = generator.pick(places) else { return nil }
    words.remove(at: place)
    return words.joined(separator: " ")
  }

  /// `text` in small letters, without punctuation except inside numbers; what joined two words, a
  /// hyphen or a slash, becomes a blank.
  func noPunctuation(_ text: String) -> String {
    let scalars = Array(text.lowercased().unicodeScalars)
    var written: [Unicode.Scalar] = []
    for (index, scalar) in scalars.enumerated() {
      let next = index + 1 < scalars.count ? scalars[index + 1] : " "
      let isInNumber = written.last?.isDigit == true && next.isDigit
      if isInNumber || !scalar.isPunctuation {
        written.append(scalar)
      } else if scalar == "-" || scalar == "/", written.last?.isWordPart == true {
        written.append(" ")
      }
    }
    return String(written).split(separator: " ").joined(separator: " ")
  }
}

extension Unicode.Scalar {
  /// Whether it is a letter a–z or A–Z.
  var isLatin: Bool { (0x61...0x7A).contains(value | 0x20) }

  /// Whether it is punctuation of any sort.
  fileprivate var isPunctuation: Bool {
    switch properties.generalCategory {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
      .initialPunctuation, .finalPunctuation, .otherPunctuation:
      true
    case _: false
    }
  }
}
