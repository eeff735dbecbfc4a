/// Reads messages with one model.
public struct Matcher: Sendable {
  private let core: Core

  /// What it reads with.
  public var model: Model { core.model }
  /// Below this reject score a message is rejected.
  public var threshold: Float { model.calibration.threshold }

  /// Makes a matcher; do it once.
  ///
  /// - Parameter isWarm: whether to put together what known English words add to the scores. It takes
  ///   some milliseconds and makes reading English several times faster; the readings are the same.
  public init(model: Model, isWarm: Bool = true) {
    core = Core(model, Lexicon(model, words: isWarm ? model.words : []))
  }

  /// Reads a message: what it may mean, and whether it is rejected.
  ///
  /// - Parameter most: how many candidates are wanted, one to `Candidates.most`.
  public func read(_ text: String, most: Int = Candidates.most) -> Reading {
    let most = min(max(most, 1), Candidates.most)
    return Self.withBytes(of: text) { core.read($0, most: most) }
  }

  /// Where a message stands to the examples: the reject score, which `read(_:most:)` compares with the
  /// threshold without always having to know it, and the nearest example.
  public func scope(of text: String) -> Scope {
    Self.withBytes(of: text) { core.scope($0) }
  }

  @inline(__always)
  private static func withBytes<Result>(
    of text: String, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    if let result = text.utf8.withContiguousStorageIfAvailable(body) { return result }
    return Array(text.utf8).withUnsafeBufferPointer(body)
  }

  /// Says which terms make the score of a label.
  public func explain(_ text: String, label: Int) -> Explanation {
    var terms = Explainer(model: model).terms(text, label: label)
    terms.sort { abs($0.weight) > abs($1.weight) }
    return Explanation(
      label: label, terms: terms, score: terms.reduce(0) { $0 + $1.weight })
  }
}

/// What a matcher reads with, one for all its copies.
private final class Core: Sendable {
  let model: Model
  private let lexicon: Lexicon
  private let reader: Reader
  private let judge: Judge
  /// What it borrows from.
  private let biases: Memory
  private let rejects: Memory
  private let benches: Benches

  init(_ model: Model, _ lexicon: Lexicon) {
    self.model = model
    self.lexicon = lexicon
    reader = Reader(model, lexicon)
    biases = Memory(model.biases)
    rejects = Memory(
      model.labels.indices.map { model.rejectLabels.contains($0) ? 1 as UInt8 : 0 })
    judge = Judge(model, biases: biases, rejects: rejects)
    benches = Benches(model)
  }

  func read(_ bytes: UnsafeBufferPointer<UInt8>, most: Int) -> Reading {
    score(bytes) { judge.judge($0, $1, most: most) }
  }

  func scope(_ bytes: UnsafeBufferPointer<UInt8>) -> Scope { score(bytes, judge.scope) }

  @inline(__always)
  private func score<Result>(
    _ bytes: UnsafeBufferPointer<UInt8>, _ body: (Scorer, Bench) -> Result
  ) -> Result {
    benches.lend(bytes.count) { bench in
      var desk = bench.desk
      var scorer = reader.scorer(bench)
      reader.read(bytes, &desk, into: &scorer)
      return body(scorer, bench)
    }
  }
}
