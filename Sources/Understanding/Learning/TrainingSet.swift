/// Everything that a model is trained on.
public struct TrainingSet: Sendable {
  /// The names of what can be meant.
  public var labels: [String]
  /// The labelled messages.
  public var examples: [Example]
  /// The labels that stand for "none of these"; a message read as one of them is rejected.
  public var rejectLabels: Set<Int>

  /// Puts a set together.
  ///
  /// - Parameters:
  ///   - labels: names; examples refer to them by index, and one without examples is never read.
  ///   - examples: in any order; the trained model depends on the order.
  ///   - rejectLabels: indexes into `labels` of authored negatives.
  public init(labels: [String], examples: [Example], rejectLabels: Set<Int> = []) {
    self.labels = labels
    self.examples = examples
    self.rejectLabels = rejectLabels
  }
}
