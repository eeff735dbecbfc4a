/// What is said at the desk. The words stand in `lexicon/desk.yaml`; the raw value is the key there.
public enum DeskPhrase: String, CaseIterable, Sendable {
  /// Somebody waits for an agent.
  case queued
}
