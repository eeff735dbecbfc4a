/// A trained model; it never changes.
public struct Model: Sendable {
  /// The names of what can be meant.
  public let labels: [String]
  /// The labels that stand for "none of these".
  public let rejectLabels: Set<Int>
  let vocabulary: Vocabulary
  let weigher: Weigher
  /// Weights by group of 32 labels.
  let weights: [[SIMD16<Float>]]
  /// For each feature the vectors that hold it.
  let postings: Postings
  let recipe: Recipe

  init(set: TrainingSet, corpus: Corpus, weights: [[SIMD16<Float>]], recipe: Recipe) {
    labels = set.labels
    rejectLabels = set.rejectLabels
    vocabulary = corpus.vocabulary
    weigher = corpus.weigher
    self.weights = weights
    self.recipe = recipe
    postings = Postings(corpus)
  }

  /// Reads a model back.
  ///
  /// - Throws: `ModelError` when the bytes are not what `serialised()` gave.
  public init(bytes: [UInt8]) throws(ModelError) { throw .unknownFormat }

  /// The model as bytes; the same on any machine.
  public func serialised() -> [UInt8] { [] }
}
