/// English: a word that the model does not know, one letter away from one that it knows.
extension Speller {
  /// A word that may be meant.
  private struct Guess {
    var letters: [UInt32]
    var worth: Float
  }

  /// Shorter words are not mended: too many others are near them.
  static let shortest = 3

  func wordRepairs(_ scalars: [UInt32], _ units: [Unit]) -> [Repair] {
    guard units.count <= 40 else { return [] }
    var stems = units.map { Stem.hash(scalars[Int($0.start)..<Int($0.end)]) }
    var mends: [(unit: Int, guesses: [Guess])] = []
    var strange = 0
    for (place, unit) in units.enumerated()
    where unit.kind == .word && unit.count >= Self.shortest && unit.count <= 20
      && model.index.find(Keys.word(unit.hash)) == nil
    {
      strange += 1
      let word = Array(scalars[Int(unit.start)..<Int(unit.end)])
      let before = place == 0 ? Keys.front : stems[place - 1]
      let after = place + 1 == stems.count ? Keys.back : stems[place + 1]
      let guesses = guesses(for: word, between: before, and: after)
      guard let best = guesses.first else { continue }
      stems[place] = Stem.hash(best.letters[...])
      mends.append((place, guesses))
    }
    // Where much is unknown, it is another language or another matter, not a slip of the keys.
    guard !mends.isEmpty, strange <= max(1, units.count / 3) else { return [] }
    return Self.choices(among: mends.map(\.guesses.count)).map { choice in
      var mended = scalars
      for (mend, pick) in zip(mends, choice.picks).reversed() {
        let unit = units[mend.unit]
        mended.replaceSubrange(
          Int(unit.start)..<Int(unit.end), with: mend.guesses[pick].letters)
      }
      return Repair(text: Explainer.text(mended[...]), gain: choice.gain)
    }
  }

  /// Which guess to take for each word, where so many are to choose from: all at their best, then each
  /// of them at its second and third best.
  private static func choices(among counts: [Int]) -> [(picks: [Int], gain: Float)] {
    let best = [Int](repeating: 0, count: counts.count)
    var choices: [(picks: [Int], gain: Float)] = [(best, Float(counts.count))]
    for (mend, count) in counts.enumerated() {
      for pick in 1..<max(1, min(count, 3)) {
        var picks = best
        picks[mend] = pick
        choices.append((picks, Float(counts.count) - 0.1 * Float(pick)))
      }
    }
    return Array(choices.prefix(most))
  }

  /// Known words one letter away from `word`, or with two neighbouring letters in the other order.
  private func guesses(
    for word: [UInt32], between before: UInt64, and after: UInt64
  ) -> [Guess] {
    var guesses: [Guess] = []
    let consider: (inout [Guess], [UInt32], Float) -> Void = { guesses, letters, bonus in
      guard letters.count >= 2, let feature = self.feature(letters),
        !guesses.contains(where: { $0.letters == letters })
      else { return }
      let stem = Stem.hash(letters[...])
      var worth = bonus - 0.02 * self.model.rows.head(feature).energy
      if self.model.index.find(Keys.bigram(before, stem)) != nil { worth += 1 }
      if self.model.index.find(Keys.bigram(stem, after)) != nil { worth += 1 }
      guesses.append(Guess(letters: letters, worth: worth))
    }
    for place in word.indices {
      var letters = word
      letters.remove(at: place)
      let isDouble = place > 0 && word[place - 1] == word[place]
      consider(&guesses, letters, isDouble ? 1 : 0)
      if place + 1 < word.count, word[place] != word[place + 1] {
        letters = word
        letters.swapAt(place, place + 1)
        consider(&guesses, letters, 1)
      }
      for letter in UInt32(0x61)...0x7A where letter != word[place] {
        letters = word
        letters[place] = letter
        consider(&guesses, letters, -0.5)
      }
    }
    for place in 0...word.count {
      for letter in UInt32(0x61)...0x7A {
        var letters = word
        letters.insert(letter, at: place)
        consider(&guesses, letters, 0.25)
      }
    }
    guesses.sort { $0.worth > $1.worth }
    return Array(guesses.prefix(3))
  }

  private func feature(_ letters: [UInt32]) -> Int? {
    var hash = Hash.seed
    for letter in letters { hash = Hash.mix(hash, UInt64(letter)) }
    return model.index.find(Keys.word(hash))
  }
}
