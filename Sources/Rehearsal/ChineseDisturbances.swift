import Understanding

/// What is done to Chinese messages. Only Chinese characters are moved, Latin words stay whole.
extension Disturber {
  /// `text` with one character replaced by one that sounds alike.
  func homophone(_ text: String, using generator: inout some RandomNumberGenerator) -> String? {
    var scalars = Array(text.unicodeScalars)
    let places = scalars.indices.filter { !frequentHomophones(of: scalars[$0]).isEmpty }
    guard let place = generator.pick(places),
      let other = generator.pick(frequentHomophones(of: scalars[place]))
    else { return nil }
    scalars[place] = other
    return String(scalars)
  }

  /// The characters of the pack that are read like `character`, the most frequent first.
  private func frequentHomophones(of character: Unicode.Scalar) -> [Unicode.Scalar] {
    let known = scripts.homophones(of: character).filter { counts[$0] != nil }
    let sorted = known.sorted { (counts[$1] ?? 0, $0) < (counts[$0] ?? 0, $1) }
    return Array(sorted.prefix(Self.mostHomophones))
  }

  /// `text` in toneless pinyin.
  func pinyin(_ text: String) -> String {
    var written = ""
    var follows = false
    for scalar in text.unicodeScalars {
      let reading = scripts.reading(of: scalar)
      let isWord = scalar.isASCII && (scalar.properties.isAlphabetic || scalar.isDigit)
      let endsWord = written.unicodeScalars.last.map { $0.isASCII && $0.isWordPart } ?? false
      // A blank before each syllable, and before Latin letters or digits that come after one.
      if endsWord, reading != nil || (isWord && follows) { written += " " }
      written += reading ?? String(Character(scalar))
      follows = reading != nil
    }
    return written
  }

  /// `text` without one of its characters.
  func missing(_ text: String, using generator: inout some RandomNumberGenerator) -> String? {
    var scalars = Array(text.unicodeScalars)
    let places = scalars.indices.filter { scalars[$0].isHan }
    guard places.count > 2, let place = generator.pick(places) else { return nil }
    scalars.remove(at: place)
    return String(scalars)
  }

  /// `text` with one character twice.
  func doubled(_ text: String, using generator: inout some RandomNumberGenerator) -> String? {
    var scalars = Array(text.unicodeScalars)
    guard let place = generator.pick(scalars.indices.filter { scalars[$0].isHan }) else {
      return nil
    }
    scalars.insert(scalars[place], at: place)
    return String(scalars)
  }

  /// `text` with two different neighbours in each other's place.
  func swapped(_ text: String, using generator: inout some RandomNumberGenerator) -> String? {
    var scalars = Array(text.unicodeScalars)
    let places = scalars.indices.dropLast().filter {
      scalars[$0].isHan && scalars[$0 + 1].isHan && scalars[$0] != scalars[$0 + 1]
    }
    guard let place = generator.pick(places) else { return nil }
    scalars.swapAt(place, place + 1)
    return String(scalars)
  }

  /// `text` with its ASCII in full width, blanks ideographic.
  func fullwidth(_ text: String) -> String {
    String(
      text.unicodeScalars.map { scalar in
        let wide: UInt32? =
          switch scalar.value {
          case 0x20: 0x3000
          case 0x21...0x7E: scalar.value + 0xFEE0
          case _: nil
          }
        return wide.flatMap(Unicode.Scalar.init) ?? scalar
      })
  }

  /// `text` with a blank beside each Chinese character.
  func blanks(_ text: String) -> String {
    var written: [Unicode.Scalar] = []
    for scalar in text.unicodeScalars {
      if let last = written.last, last.isHan || scalar.isHan, last != " ", scalar != " " {
        written.append(" ")
      }
      written.append(scalar)
    }
    return String(written)
  }
}

extension String {
  /// The text of `scalars`.
  init(_ scalars: [Unicode.Scalar]) {
    var view = UnicodeScalarView()
    view.append(contentsOf: scalars)
    self.init(view)
  }
}

extension Unicode.Scalar {
  /// Whether it is an ASCII digit.
  var isDigit: Bool { (0x30...0x39).contains(value) }
  /// Whether it is a letter or an ASCII digit.
  var isWordPart: Bool { properties.isAlphabetic || isDigit }
}
