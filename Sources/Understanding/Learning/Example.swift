/// One labelled message.
public struct Example: Sendable {
  /// What was said.
  public var text: String
  /// What it means: an index into the labels of its set.
  public var label: Int

  /// Labels a message.
  public init(text: String, label: Int) {
    self.text = text
    self.label = label
  }
}
