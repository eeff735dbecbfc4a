/// A question that merchants ask and the policy does not answer.
public struct SilentItem: Hashable, Sendable {
  /// Its number.
  public let id: SilentID
  /// The question.
  public let question: Bilingual
  /// The clauses that answer a part of it, which is said first; often none.
  public let known: [ClauseID]

  /// A question on which the policy is silent.
  public init(id: SilentID, question: Bilingual, known: [ClauseID] = []) {
    self.id = id
    self.question = question
    self.known = known
  }
}
