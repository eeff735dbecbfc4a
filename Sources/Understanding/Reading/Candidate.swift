/// One label that a message may mean.
public struct Candidate: Sendable, Equatable {
  /// An index into the model's labels.
  public var label: Int
  /// The distance from the label's border; positive is inside.
  public var margin: Float
  /// The probability, 0…1, that this one is meant and not another: what `Model.confidence(of:)` of the
  /// best one makes of it is how often such a reading is right.
  public var probability: Float

  /// Puts a candidate together.
  public init(label: Int, margin: Float, probability: Float) {
    self.label = label
    self.margin = margin
    self.probability = probability
  }
}
