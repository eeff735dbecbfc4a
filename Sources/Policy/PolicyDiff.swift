/// The clauses whose state differs between two moments.
public struct PolicyDiff: Equatable, Sendable {
  /// In force at the second moment, not at the first.
  public let began: [Clause]
  /// In force at the first moment, not at the second.
  public let ended: [Clause]

  /// Nothing is different.
  public static let none = PolicyDiff(began: [], ended: [])
}
