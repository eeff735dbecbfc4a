/// What a matcher made of a message.
public struct Reading: Sendable, Equatable {
  /// What the message may mean, best first, at most five.
  public var candidates: Candidates
  /// Whether the message means nothing that the model knows: its reject score (`Scope`) is below the
  /// threshold, the best label is one of the rejecting ones, or no feature was ever seen.
  public var isRejected: Bool

  /// The reading of nothing.
  static let nothing = Reading(candidates: [], isRejected: true)

  /// Puts a reading together.
  public init(candidates: Candidates, isRejected: Bool) {
    self.candidates = candidates
    self.isRejected = isRejected
  }
}

/// Where a message stands to the examples that a model was trained on.
public struct Scope: Sendable {
  /// What is compared with the threshold; higher is more surely in scope.
  public var rejectScore: Float
  /// The most similar example, by index into the training set, and its cosine, 0…1.
  public var nearest: (example: Int, similarity: Float)

  /// Where nothing stands to no examples.
  static let nothing = Scope(rejectScore: -2, nearest: (0, 0))
}
