import Policy
import Testing

@testable import Casework

/// A merchant's history, told event by event, for the tests of single rows.
struct History {
  var record = MerchantRecord(merchant: "lin")
  /// The clock; tests move it by hand.
  var now: Moment
  private var cases = 0

  init(at moment: Moment = cutoff) { now = moment }

  /// What the events must not do: throws the refusal.
  mutating func happens(_ events: CaseEvent..., by actor: Actor = .merchant) throws(ForbiddenEvent)
  {
    record = try record.after(events, at: now, by: actor)
  }

  /// Why `event` is refused now; nil when it is not.
  func refusal(of event: CaseEvent, by actor: Actor = .merchant) -> ForbiddenEvent? {
    do throws(ForbiddenEvent) {
      _ = try record.after(event, at: now, by: actor)
      return nil
    } catch {
      return error
    }
  }

  /// Opens a case, with everything filled in.
  mutating func filled(_ kind: CaseKind) throws(ForbiddenEvent) -> CaseID {
    cases += 1
    let id = CaseID(cases, on: now.shanghaiDate)
    try happens(.opened(id, kind))
    if kind.asksConsent { try happens(.consented(id)) }
    for field in kind.fields { try happens(.fieldGiven(id, field, isNew: true)) }
    return id
  }

  /// Fills a case in and opens its order.
  mutating func ordered(_ kind: CaseKind) throws(ForbiddenEvent) -> (CaseID, OrderNumber) {
    let id = try filled(kind)
    let number = OrderNumber(cases, on: now.shanghaiDate)
    try happens(.orderOpened(number, id, period: 1, amountInFen: 59_900))
    return (id, number)
  }

  /// Fills a case in and pays.
  mutating func paid(_ kind: CaseKind) throws(ForbiddenEvent) -> (CaseID, OrderNumber) {
    let (id, number) = try ordered(kind)
    try happens(.chargeSent(number, attempt: 1))
    try happens(.chargeAnswered(number, attempt: 1, .paid), by: .simulator)
    return (id, number)
  }

  /// A Blue V, bought and approved now.
  mutating func bought() throws(ForbiddenEvent) -> (CaseID, OrderNumber) {
    let (id, number) = try paid(.bluev)
    try happens(.approved(id), by: .simulator)
    return (id, number)
  }

  /// A renewal, paid now.
  mutating func renewed() throws(ForbiddenEvent) -> CaseID { try paid(.renew).0 }

  /// A case of the kind with one verification failed.
  mutating func failed(_ why: VerificationFailure = .mismatch) throws(ForbiddenEvent) -> CaseID {
    let id = try filled(.realname)
    try fail(id, why)
    return id
  }

  /// Hands in a filled real-name case and has it refused.
  mutating func fail(
    _ id: CaseID, _ why: VerificationFailure = .mismatch
  ) throws(ForbiddenEvent) {
    try happens(.submitted(id))
    try happens(.verifying(id), .verificationFailed(id, why), by: .simulator)
  }

  /// Gives again what is missing.
  mutating func fill(_ id: CaseID, isNew: Bool = true) throws(ForbiddenEvent) {
    for field in record[id]?.missing ?? [] { try happens(.fieldGiven(id, field, isNew: isNew)) }
  }

  /// How far a case is now.
  func state(of id: CaseID) -> CaseState? { record[id]?.state(at: now) }
}

/// A moment as it is written in Shanghai.
func shanghai(_ text: String) throws -> Moment {
  let parts = text.split { !$0.isNumber }.compactMap { Int($0) }
  let date = try #require(CivilDate(year: parts[0], month: parts[1], day: parts[2]))
  return Moment(date, hour: parts[3], minute: parts[4], second: parts[5])
}
