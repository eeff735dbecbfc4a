/// Trains on one set of messages and tests on another; whoever calls reads the files and the clock.
public struct Evaluation: Sendable {
  /// The names of the intents, of the training messages first, then those only tested.
  public private(set) var labels: [String] = []
  /// What is trained on.
  public private(set) var training: TrainingSet
  /// The test messages.
  public private(set) var test: [Example]
  /// Messages that mean none of the labels.
  public var outOfScope: [String]

  /// - Parameters:
  ///   - train: messages and the names of their intents.
  ///   - test: likewise.
  ///   - outOfScope: messages that fit no intent.
  ///   - shots: at most so many examples of each intent are kept; nil keeps all.
  ///   - seed: which ones.
  public init(
    train: [(text: String, intent: String)], test: [(text: String, intent: String)],
    outOfScope: [String] = [], shots: Int? = nil, seed: UInt64 = 0
  ) {
    var numbers: [String: Int] = [:]
    var names: [String] = []
    func number(_ intent: String) -> Int {
      if let known = numbers[intent] { return known }
      numbers[intent] = names.count
      names.append(intent)
      return names.count - 1
    }
    var examples = train.map { Example(text: $0.text, label: number($0.intent)) }
    let trained = names.count
    self.test = test.map { Example(text: $0.text, label: number($0.intent)) }
    if let shots { examples = Self.sample(examples, shots: shots, labels: trained, seed: seed) }
    labels = names
    training = TrainingSet(labels: Array(names.prefix(trained)), examples: examples)
    self.outOfScope = outOfScope
  }

  /// Keeps the same number of examples of each label, at random, in their first order.
  static func sample(_ examples: [Example], shots: Int, labels: Int, seed: UInt64) -> [Example] {
    var places = [[Int]](repeating: [], count: labels)
    for (place, example) in examples.enumerated() { places[example.label].append(place) }
    var generator = Generator(seed: seed)
    var kept: [Int] = []
    for label in 0..<labels {
      generator.shuffle(&places[label])
      kept += places[label].prefix(shots)
    }
    return kept.sorted().map { examples[$0] }
  }

  /// Trains.
  public func train() -> Model { Trainer().train(training) }

  /// Reads all test messages, one at a time, for the best label of each.
  public func read(_ matcher: Matcher) -> [Reading] { test.map { matcher.read($0.text, most: 1) } }

  /// Measures readings of the test messages by a matcher and, if there are messages out of scope, how well
  /// it tells those apart.
  public func measure(_ readings: [Reading], by matcher: Matcher) -> Metrics {
    let inside = outOfScope.isEmpty ? [] : test.map(\.text)
    return Metrics(
      expected: test.map(\.label), readings: readings,
      inside: inside.map { matcher.scope(of: $0).rejectScore },
      outside: outOfScope.map { matcher.scope(of: $0).rejectScore },
      confidence: matcher.model.confidence)
  }
}
