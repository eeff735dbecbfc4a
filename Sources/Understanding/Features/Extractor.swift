/// Reads the features of a folded message.
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
  private(set) var scalars: [UInt32] = []
  private(set) var units: [Unit] = []
  private(set) var words: [Unit] = []
  private(set) var syllables: [UInt64] = []
  private let normaliser = Normaliser()

  /// Folds and cuts a message.
  mutating func load(_ text: String) -> Script {
    scalars.removeAll(keepingCapacity: true)
    units.removeAll(keepingCapacity: true)
    normaliser.fold(text, into: &scalars)
    Units.cut(scalars, into: &units)
    return LanguageIdentifier.script(of: units, in: scalars, table: table)
  }

  /// Hands out all features of the loaded message, taken as a script.
  mutating func extract<Sink: FeatureSink>(as script: Script, into sink: inout Sink) {
    switch script {
    case .words:
      words = units
      addWords(&sink)
      addLetters(&sink)
      addPairs(&sink)
    case .characters:
      addCharacters(&sink)
      addReadings(&sink)
      words = units.filter { $0.kind == .word && $0.count > 1 }
      if !words.isEmpty {
        addWords(&sink)
        addLetters(&sink)
      }
    case .readings:
      addReadings(&sink)
    }
  }

  private func addWords<Sink: FeatureSink>(_ sink: inout Sink) {
    var previous: UInt64 = 1
    for (place, word) in words.enumerated() {
      sink.add(Hash.key(Hash.mix(word.hash, 11)), .words, place, place)
      sink.add(Hash.key(Hash.mix(Hash.mix(previous, 12), word.hash)), .words, place - 1, place)
      previous = word.hash
    }
    if !words.isEmpty {
      sink.add(Hash.key(Hash.mix(Hash.mix(previous, 12), 2)), .words, words.count - 1, words.count)
    }
  }

  private func addLetters<Sink: FeatureSink>(_ sink: inout Sink) {
    for word in words {
      let start = Int(word.start)
      let end = Int(word.end)
      for first in (start - 1)...end {
        var hash: UInt64 = 13
        var length = 0
        var place = first
        while place <= end, length < 4 {
          let scalar = place < start || place == end ? 0x20 : scalars[place]
          hash = Hash.mix(hash, UInt64(scalar))
          length += 1
          place += 1
          if length > 1 { sink.add(Hash.key(hash), .letters, first, place) }
        }
      }
    }
  }

  private func addPairs<Sink: FeatureSink>(_ sink: inout Sink) {
    for last in 1..<max(1, words.count) {
      for first in max(0, last - Self.reach)..<last {
        let one = words[first].hash
        let other = words[last].hash
        if one == other { continue }
        let hash = Hash.mix(Hash.mix(min(one, other), 14), max(one, other))
        sink.add(Hash.key(hash), .pairs, first, last)
      }
    }
  }

  private func addCharacters<Sink: FeatureSink>(_ sink: inout Sink) {
    Self.addRuns(15, .characters, units.count, &sink) { units[$0].hash }
  }

  private mutating func addReadings<Sink: FeatureSink>(_ sink: inout Sink) {
    syllables.removeAll(keepingCapacity: true)
    var found: [UInt16] = []
    for unit in units {
      let scalar = scalars[Int(unit.start)]
      if unit.kind == .character {
        let sound =
          scalar < CharacterTable.high && scalar >= CharacterTable.low
          ? table.reading[Int(scalar - CharacterTable.low)] : CharacterTable.unread
        syllables.append(sound == CharacterTable.unread ? unit.hash : UInt64(sound) + 16)
        continue
      }
      found.removeAll(keepingCapacity: true)
      if unit.kind == .word,
        table.segmenter.cut(scalars[Int(unit.start)..<Int(unit.end)], into: &found)
      {
        for sound in found { syllables.append(UInt64(sound) + 16) }
      } else {
        syllables.append(unit.hash)
      }
    }
    Self.addRuns(16, .readings, syllables.count, &sink) { syllables[$0] }
  }

  /// All runs of one to three, with the ends of the message as neighbours.
  private static func addRuns<Sink: FeatureSink>(
    _ salt: UInt64, _ block: Block, _ count: Int, _ sink: inout Sink, _ at: (Int) -> UInt64
  ) {
    guard count > 0 else { return }
    for first in -1...count {
      var hash = salt
      for last in first..<min(first + 3, count + 1) {
        let value = last < 0 ? 1 : last == count ? 2 : at(last)
        hash = Hash.mix(hash, value)
        if last == first, last < 0 || last == count { continue }
        sink.add(Hash.key(hash), block, first, last)
      }
    }
  }
}
