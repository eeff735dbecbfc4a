/// Reads the features of a message, one by one; `Reader` reads the same ones faster.
struct Extractor {
  /// What a message is taken as; it decides which blocks it has.
  enum Script: Sendable {
    /// Words only.
    case words
    /// Chinese characters, perhaps with words among them.
    case characters
    /// Words that are pinyin.
    case readings
  }

  /// No pair of words further apart than this is looked at.
  static let reach = 24

  private let table = CharacterTable.shared
  private let normaliser = Normaliser()
  private(set) var scalars: [UInt32] = []
  private(set) var units: [Unit] = []
  /// The units that are read as English words, and their stems.
  private(set) var words: [Unit] = []
  private(set) var stems: [UInt64] = []
  private(set) var syllables: [UInt64] = []

  /// Whether words may be pinyin.
  private let isChinese: Bool
  /// What unknown words are slips of; nil while the words of examples are still to be known.
  private let spelling: Spelling?

  /// - Parameters:
  ///   - isChinese: whether words may be pinyin.
  ///   - spelling: what unknown words are slips of.
  init(isChinese: Bool, spelling: Spelling? = nil) {
    self.isChinese = isChinese
    self.spelling = spelling
  }

  /// Folds and cuts a message.
  mutating func load(_ text: String) -> Script {
    scalars.removeAll(keepingCapacity: true)
    units.removeAll(keepingCapacity: true)
    normaliser.fold(text, into: &scalars)
    Units.cut(scalars, into: &units)
    for unit in units where unit.kind == .character { return .characters }
    let isPinyin =
      isChinese && LanguageIdentifier.isPinyin(units, in: scalars, table: table)
    return isPinyin ? .readings : .words
  }

  /// Hands out all features of the loaded message, taken as a script, block by block.
  mutating func extract<Sink: FeatureSink>(as script: Script, into sink: inout Sink) {
    if script != .words {
      if script == .characters {
        addRuns(
          Keys.characters, [.characters, .characterPairs, .characterTriples], units.count, &sink
        ) { units[$0].hash }
      }
      hear()
      addRuns(Keys.sounds, [.sounds, .soundPairs], syllables.count, &sink) { syllables[$0] }
      if script == .readings { return }
    }
    mend()
    Self.meanings(units, units.count, scalars) { key, first, last in
      if WordVectors.shared.find(key) != nil { sink.add(key, .meanings, first, last) }
    }
    words = script == .words ? units : units.filter { $0.kind == .word && $0.count > 1 }
    guard !words.isEmpty else { return }
    stems = words.map { Stem.hash(scalars[Int($0.start)..<Int($0.end)]) }
    addWords(&sink)
    addLetters(&sink)
    if script == .words { addPairs(&sink) }
  }

  private func addWords<Sink: FeatureSink>(_ sink: inout Sink) {
    for (place, word) in words.enumerated() {
      sink.add(Keys.word(word.hash), .words, place, place)
      sink.add(Keys.stem(stems[place]), .words, place, place)
    }
    for place in 0...words.count {
      let first = place == 0 ? Keys.front : stems[place - 1]
      let second = place == words.count ? Keys.back : stems[place]
      sink.add(Keys.bigram(first, second), .bigrams, place - 1, place)
    }
  }

  private func addLetters<Sink: FeatureSink>(_ sink: inout Sink) {
    for word in words {
      Self.letters(scalars, Int(word.start), Int(word.end)) { key, first, last in
        sink.add(key, .letters, first, last)
      }
    }
  }

  /// Visits the runs of two to four letters of a word with a blank on either side.
  @inline(__always)
  static func letters(
    _ scalars: UnsafePointer<UInt32>, _ start: Int, _ end: Int, _ visit: (UInt32, Int, Int) -> Void
  ) {
    for first in (start - 1)...end {
      var hash = Keys.letters
      for place in first..<min(first + 4, end + 1) {
        hash = Hash.mix(hash, place < start || place == end ? 0x20 : UInt64(scalars[place]))
        if place > first { visit(Hash.key(hash), first, place + 1) }
      }
    }
  }

  /// Visits what may be a word of the table of meanings: words of letters, and runs of up to four
  /// Chinese characters, whether they overlap or not.
  @inline(__always)
  static func meanings(
    _ units: UnsafePointer<Unit>, _ count: Int, _ scalars: UnsafePointer<UInt32>,
    _ visit: (UInt32, Int, Int) -> Void
  ) {
    for first in 0..<count {
      if units[first].kind == .word { visit(Keys.meaning(units[first].hash), first, first) }
      var hash = Hash.seed
      var last = first
      while last < min(count, first &+ WordVectors.longest), units[last].kind == .character,
        last == first || units[last].start == units[last - 1].end
      {
        hash = Hash.mix(hash, UInt64(scalars[Int(units[last].start)]))
        visit(Keys.meaning(hash), first, last)
        last &+= 1
      }
    }
  }

  private func addPairs<Sink: FeatureSink>(_ sink: inout Sink) {
    for last in words.indices.dropFirst() {
      for first in max(0, last - Self.reach)..<last where stems[first] != stems[last] {
        sink.add(Keys.pair(stems[first], stems[last]), .pairs, first, last)
      }
    }
  }

  /// Reads the words that unknown ones are slips of in their place.
  private mutating func mend() {
    guard let spelling else { return }
    for place in units.indices where units[place].kind == .word {
      let end = scalars.count
      scalars += [UInt32](repeating: 0, count: units[place].count * Spelling.growth)
      let unit = units[place]
      let mended = scalars.withUnsafeMutableBufferPointer { scalars in
        scalars.baseAddress.flatMap { spelling.mended(unit, $0, end: end) }
      }
      if let mended { units[place] = mended }
      scalars.removeSubrange((end + (mended?.count ?? 0))...)
    }
  }

  /// Turns the units into syllables; what has none stands for itself.
  private mutating func hear() {
    syllables.removeAll(keepingCapacity: true)
    var found: [UInt16] = []
    for unit in units {
      found.removeAll(keepingCapacity: true)
      let scalar = scalars[Int(unit.start)]
      if unit.kind == .character {
        let number = table.number(of: scalar)
        syllables.append(number == CharacterTable.unread ? unit.hash : UInt64(number) + 16)
      } else if unit.kind == .word,
        table.segmenter.cut(scalars[Int(unit.start)..<Int(unit.end)], into: &found)
      {
        for number in found { syllables.append(UInt64(number) + 16) }
      } else {
        syllables.append(unit.hash)
      }
    }
  }

  /// All runs as long as there are blocks, with the ends of the message as neighbours.
  private func addRuns<Sink: FeatureSink>(
    _ salt: UInt64, _ blocks: [Block], _ count: Int, _ sink: inout Sink, _ at: (Int) -> UInt64
  ) {
    for (longer, block) in blocks.enumerated() where count > 0 {
      let border = longer == 0 ? 0 : 1
      for first in stride(from: -border, to: count + border - longer, by: 1) {
        var hash = salt
        for place in first...(first + longer) {
          hash = Hash.mix(hash, place < 0 ? Keys.front : place >= count ? Keys.back : at(place))
        }
        sink.add(Hash.key(hash), block, first, first + longer)
      }
    }
  }
}
