/// Collects the occurrences of features in examples.
struct Collector: FeatureSink {
  private(set) var vocabulary = Vocabulary(capacity: 1 << 16)
  /// The block of each feature.
  private(set) var blocks: [UInt8] = []
  /// Occurrences; `bounds[i]..<bounds[i + 1]` are those of vector i.
  private(set) var seen: [Int32] = []
  private(set) var bounds: [Int] = [0]
  private(set) var labels: [Int32] = []
  private(set) var sources: [Int32] = []
  /// The blocks that each vector has, one bit each.
  private(set) var present: [UInt16] = []
  /// The labels that have examples.
  private(set) var trained: Set<Int> = []
  /// The stems of each pair of words.
  private(set) var partners: [Int: (first: UInt32, second: UInt32)] = [:]
  private var stems: [UInt64] = []
  /// The English words of the examples in order of their first sight, how often they stand there, and
  /// where in this list each is.
  private var seenWords: [(text: String, count: Int)] = []
  private var places: [UInt64: Int] = [:]
  private var extractor: Extractor
  private var bits: UInt16 = 0

  /// - Parameter isChinese: whether words may be pinyin.
  init(isChinese: Bool) { extractor = Extractor(isChinese: isChinese) }

  /// The English words of the examples, the most frequent first, of equals the one seen first.
  var words: [String] {
    seenWords.enumerated()
      .sorted { ($1.element.count, $0.offset) < ($0.element.count, $1.offset) }
      .map(\.element.text)
  }

  /// Takes in one example.
  mutating func take(_ text: String, label: Int, source: Int) {
    var reading = extractor
    let script = reading.load(text)
    stems = reading.units.map { Stem.hash(reading.scalars[Int($0.start)..<Int($0.end)]) }
    add(&reading, as: script, label: label, source: source)
    if script != .readings {
      for word in reading.words {
        if let place = places[word.hash] {
          seenWords[place].count += 1
        } else {
          places[word.hash] = seenWords.count
          let text = Explainer.text(reading.scalars[Int(word.start)..<Int(word.end)])
          seenWords.append((text, 1))
        }
      }
    }
    if script == .characters { add(&reading, as: .readings, label: label, source: source) }
    trained.insert(label)
    extractor = reading
  }

  private mutating func add(
    _ reading: inout Extractor, as script: Extractor.Script, label: Int, source: Int
  ) {
    bits = 0
    reading.extract(as: script, into: &self)
    bounds.append(seen.count)
    labels.append(Int32(label))
    sources.append(Int32(source))
    present.append(bits)
  }

  mutating func add(_ key: UInt32, _ block: Block, _ first: Int, _ last: Int) {
    let number = vocabulary.number(key)
    if number == blocks.count {
      blocks.append(UInt8(block.rawValue))
      if block == .pairs {
        partners[number] = (Keys.stem(stems[first]), Keys.stem(stems[last]))
      }
    }
    seen.append(Int32(number))
    bits |= 1 << UInt16(block.rawValue)
  }

  /// Whether a feature is a pair of words of which one is in more than so many vectors.
  func isCommonPair(_ feature: Int, _ frequency: [Int], above limit: Double) -> Bool {
    guard let pair = partners[feature], let first = vocabulary.find(pair.first),
      let second = vocabulary.find(pair.second)
    else { return false }
    return Double(max(frequency[first], frequency[second])) > limit
  }

  /// In how many vectors each feature is.
  func frequency() -> [Int] {
    var frequency = [Int](repeating: 0, count: vocabulary.count)
    var last = [Int32](repeating: -1, count: vocabulary.count)
    for vector in 0..<labels.count {
      for place in bounds[vector]..<bounds[vector + 1] {
        let feature = Int(seen[place])
        if last[feature] == Int32(vector) { continue }
        last[feature] = Int32(vector)
        frequency[feature] += 1
      }
    }
    return frequency
  }
}
