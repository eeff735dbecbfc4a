import Casework
import Foundation
import GRDB
public import Policy
public import Session

/// An operator's act, as it stands in the audit: never a value.
public struct Act: Hashable, Sendable {
  /// When, by the program's clock.
  public let at: Moment
  /// The operator.
  public let who: String
  /// What was done: `approved`, `rejected R1 R5`.
  public let what: String
  /// To what: a case's, an order's or a ticket's number, or a merchant.
  public let subject: String
}

/// The audit as rows, chained like the log.
enum Audit {
  /// Writes that an operator caused `event`.
  static func write(_ event: CaseEvent, at moment: Moment, by who: String, _ db: Database) throws {
    let (what, subject) = event.act
    try write(Act(at: moment, who: who, what: what, subject: subject), db)
  }

  /// Writes one act.
  static func write(_ act: Act, _ db: Database) throws {
    let last = try Row.fetchOne(db, sql: "SELECT id, hash FROM audit ORDER BY id DESC LIMIT 1")
    let id = try (last?.number(0) ?? 0) &+ 1
    let hash = link(try last?.bytes(1) ?? Chain.start, id, act)
    try db.execute(
      sql: "INSERT INTO audit(id, at, who, act, subject, hash) VALUES (?, ?, ?, ?, ?, ?)",
      arguments: [id, act.at.milliseconds, act.who, act.what, act.subject, Data(hash)])
  }

  /// Every act, oldest first, each checked against its hash.
  static func fetch(_ db: Database) throws -> [Act] {
    var previous = Chain.start
    var acts: [Act] = []
    let rows = try Row.fetchAll(
      db, sql: "SELECT id, at, who, act, subject, hash FROM audit ORDER BY id")
    for row in rows {
      let act = Act(
        at: Moment(milliseconds: Int64(try row.number(1))), who: try row.text(2),
        what: try row.text(3), subject: try row.text(4))
      previous = link(previous, try row.number(0), act)
      guard try row.bytes(5) == previous else {
        throw StoreError.damaged("row \(acts.count + 1) of the audit was changed")
      }
      acts.append(act)
    }
    return acts
  }

  private static func link(_ previous: [UInt8], _ id: Int, _ act: Act) -> [UInt8] {
    Chain.link(
      previous,
      [Chain.bytes(id), Chain.bytes(Int(act.at.milliseconds))]
        + [act.who, act.what, act.subject].map { Array($0.utf8) })
  }
}

extension SQLiteStore {
  /// Notes an act of an operator that is no event: an export, a reading of what is sealed.
  public func note(
    _ act: String, on subject: String, at moment: Moment, by who: String
  )
    throws(StoreError)
  {
    try write { try Audit.write(Act(at: moment, who: who, what: act, subject: subject), $0) }
  }

  /// What operators did, oldest first.
  public func acts() throws(StoreError) -> [Act] { try read { try Audit.fetch($0) } }
}

extension CaseEvent {
  /// What the audit says of it when an operator caused it: the act, and its subject.
  var act: (what: String, subject: String) {
    switch self {
    case .approved(let id): ("approved", id.rawValue)
    case .rejected(let id, let reasons):
      ("rejected " + reasons.map(\.rawValue).joined(separator: " "), id.rawValue)
    case .verified(let id): ("verified", id.rawValue)
    case .verificationFailed(let id, let failure): ("failed \(failure.rawValue)", id.rawValue)
    case .revoked(let id): ("revoked", id.rawValue)
    case .erased(let id, _): ("erased", id.rawValue)
    case .closed(let id): ("closed", id.rawValue)
    case .verifying(let id): ("verifying", id.rawValue)
    case .upgraded(let id): ("upgraded", id.rawValue)
    case .refundStarted(let number): ("refund started", number.rawValue)
    case .refunded(let number): ("refunded", number.rawValue)
    case .orderClosed(let number): ("order closed", number.rawValue)
    case .ticket(let id, let event): ("ticket " + event.act, id.rawValue)
    case .opened(let id, _), .consented(let id), .fieldGiven(let id, _, _), .revisited(let id, _),
      .suspended(let id), .resumed(let id), .submitted(let id), .repairStarted(let id),
      .resubmitted(let id), .withdrawn(let id), .upgradeChecked(let id, _), .recorded(let id),
      .orderOpened(_, let id, _, _):
      ("changed", id.rawValue)
    case .chargeSent(let number, _), .chargeAnswered(let number, _, _), .lookedUp(let number, _),
      .paidLate(let number), .orderReopened(let number):
      ("order changed", number.rawValue)
    case .told, .unanswered: ("changed", "")
    }
  }
}

extension TicketEvent {
  fileprivate var act: String {
    switch self {
    case .opened: "opened"
    case .taken: "taken"
    case .noted: "answered"
    case .reported: "reported"
    case .escalated: "escalated"
    case .closed: "closed"
    case .reopened: "reopened"
    case .surveyOffered, .surveyed: "surveyed"
    }
  }
}
