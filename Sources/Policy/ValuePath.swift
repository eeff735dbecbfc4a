/// Where a fact stands in the policy, as an answer refers to it: `P11.fee`, `P11.fee.monthly`.
public struct ValuePath: Hashable, Sendable, CustomStringConvertible {
  /// The clause.
  public let clause: ClauseID
  /// The name of the value in the clause.
  public let name: String
  /// The way of looking at it: `monthly`, `date`, `count`…; nil for the value as it is.
  public let view: String?

  /// Throws `PolicyError.badPath` unless `text` is a clause and one or two names, joined by dots.
  public init(_ text: String) throws(PolicyError) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2 || parts.count == 3, let clause = ClauseID(String(parts[0])),
      parts[1...].allSatisfy({ Clause.isName(String($0)) })
    else { throw .badPath(text) }
    self.clause = clause
    name = String(parts[1])
    view = parts.count == 3 ? String(parts[2]) : nil
  }

  /// `P11.fee.monthly`.
  public var description: String {
    "\(clause).\(name)" + (view.map { ".\($0)" } ?? "")
  }
}
