import Policy

/// A pack as its authors wrote it, read and checked, not yet trained.
public struct PackSource: Sendable {
  /// The policy.
  public let policy: PolicyModel
  /// The intents, by id.
  public let intents: [IntentSource]
  /// What the program itself says.
  public let phrases: Phrases
  /// Word lists and made-up people.
  public let lexicon: Lexicon
  /// The `.chat` scripts under `tests/`, as paths inside the pack, sorted.
  public let chats: [String]
  /// `sha256:` and 64 hexadecimal digits, over the path and the bytes of every YAML file of the
  /// pack. The scripts under `tests/` do not count: they change nothing that is answered.
  public let hash: String
}
