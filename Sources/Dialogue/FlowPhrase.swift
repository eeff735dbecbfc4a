/// What is said in the flows. The words stand in `lexicon/flow.yaml`; the raw value is the key there.
public enum FlowPhrase: String, CaseIterable, Sendable {
  /// What a merchant may say at any step.
  case anyTime = "any_time"
}
