/// The policy: its clauses, and the questions on which it is silent.
public struct PolicyModel: Sendable {
  /// Its name, the day it takes effect: `2020-07-20`.
  public let name: String
  /// Where it comes from, for a source line: a press report, not the platform's rules of today.
  public let source: Bilingual
  /// The clauses, by number.
  public let clauses: [Clause]
  /// The silent items, by number.
  public let silent: [SilentItem]

  private let clauseIndex: [ClauseID: Int]
  private let silentIndex: [SilentID: Int]

  /// Throws `PolicyError.repeatedClause`, `.repeatedSilentItem`, or `.unknownClause` when a silent
  /// item knows a clause that is not there.
  public init(
    name: String, source: Bilingual, clauses: [Clause], silent: [SilentItem]
  )
    throws(PolicyError)
  {
    self.name = name
    self.source = source
    self.clauses = clauses.sorted { $0.id < $1.id }
    self.silent = silent.sorted { $0.id < $1.id }
    var clauseIndex: [ClauseID: Int] = [:]
    for (index, clause) in self.clauses.enumerated() {
      guard clauseIndex.updateValue(index, forKey: clause.id) == nil else {
        throw .repeatedClause(clause.id)
      }
    }
    var silentIndex: [SilentID: Int] = [:]
    for (index, item) in self.silent.enumerated() {
      guard silentIndex.updateValue(index, forKey: item.id) == nil else {
        throw .repeatedSilentItem(item.id)
      }
      for id in item.known where clauseIndex[id] == nil { throw .unknownClause(id) }
    }
    self.clauseIndex = clauseIndex
    self.silentIndex = silentIndex
  }

  /// The clause of this number, nil if the policy has none.
  public subscript(id: ClauseID) -> Clause? { clauseIndex[id].map { clauses[$0] } }

  /// The silent item of this number, nil if the policy has none.
  public subscript(id: SilentID) -> SilentItem? { silentIndex[id].map { silent[$0] } }

  /// The clauses in force at `moment`, by number.
  public func inForce(at moment: Moment) -> [Clause] {
    clauses.filter { $0.isInForce(at: moment) }
  }

  /// What is different at `to` from what was at `from`.
  public func diff(from: Moment, to: Moment) -> PolicyDiff {
    PolicyDiff(
      began: clauses.filter { !$0.isInForce(at: from) && $0.isInForce(at: to) },
      ended: clauses.filter { $0.isInForce(at: from) && !$0.isInForce(at: to) })
  }

  /// The fact at `path`, whatever its view. Throws `PolicyError.unknownClause` or `.unknownValue`.
  public func value(at path: ValuePath) throws(PolicyError) -> PolicyValue {
    guard let clause = self[path.clause] else { throw .unknownClause(path.clause) }
    guard let value = clause.value(named: path.name) else {
      throw .unknownValue(path, known: clause.valueNames)
    }
    return value
  }
}
