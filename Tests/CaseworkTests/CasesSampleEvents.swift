import Policy
import Testing

@testable import Casework

/// One event of each kind, with what stands in the log for it.
enum SampleEvents {
  struct Sample: Sendable, CustomTestStringConvertible {
    let event: CaseEvent
    let json: String
    var testDescription: String { json }
  }

  private static let id = CaseID(rawValue: "C20200803-0001")
  private static let number = OrderNumber(rawValue: "BV20200803-000001C")
  private static let ticket = TicketID(rawValue: "T20200803-0001")
  private static let due = Moment(milliseconds: 1_596_420_000_000)

  /// The texts in the samples, none of them typed by a merchant.
  static let harmless: Set<String> = [
    "C20200803-0001", "BV20200803-000001C", "T20200803-0001", "silent", "silent.refund", "S01",
    "wang", "desk", "note-1",
  ]

  static let all: [Sample] = zip(events, log.split(separator: "\n")).map {
    Sample(event: $0, json: String($1))
  }

  static let events: [CaseEvent] = [
    .opened(id, .bluev), .consented(id), .fieldGiven(id, .idNumber, isNew: true),
    .revisited(id, .legalID), .revisited(id, nil), .suspended(id), .resumed(id),
    .erased(id, [.name, .licenceFile]), .erased(id, nil), .closed(id), .submitted(id),
    .verifying(id), .verified(id), .verificationFailed(id, .usedElsewhere), .revoked(id),
    .orderOpened(number, id, period: 1, amountInFen: 59_900), .chargeSent(number, attempt: 2),
    .chargeAnswered(number, attempt: 2, .timeout), .lookedUp(number, .unpaid), .paidLate(number),
    .orderClosed(number), .orderReopened(number), .refundStarted(number), .refunded(number),
    .approved(id), .rejected(id, [.blurred, .doctored]), .repairStarted(id), .resubmitted(id),
    .withdrawn(id), .upgradeChecked(id, .needsAgent), .upgraded(id), .recorded(id),
    .told(version: 7),
    .unanswered(.init(kind: "silent", nearest: "silent.refund", items: ["S01"])),
    .unanswered(.init(kind: "silent", nearest: nil, items: [])),
    .ticket(ticket, .opened(full, priority: .p2, owner: "desk", due: due, mood: .upset)),
    .ticket(
      ticket, .opened(.init(key: "silent"), priority: .p3, owner: "desk", due: due, mood: .calm)),
    .ticket(ticket, .taken(by: "wang")), .ticket(ticket, .noted(name: "note-1")),
    .ticket(ticket, .reported(next: due)),
    .ticket(ticket, .escalated(level: 2, owner: "wang", priority: .p1)),
    .ticket(ticket, .closed), .ticket(ticket, .reopened(due: due)),
    .ticket(ticket, .surveyOffered), .ticket(ticket, .surveyed(score: 5)),
  ]

  private static let full = Ticket.Subject(
    key: "silent.refund", intent: "silent.refund", items: ["S01"], order: number, application: id)

  /// A line for each of `events`: never to be edited, only to be added to.
  private static let log = #"""
    {"opened":{"_0":"C20200803-0001","_1":"bluev"}}
    {"consented":{"_0":"C20200803-0001"}}
    {"fieldGiven":{"_0":"C20200803-0001","_1":"id_number","isNew":true}}
    {"revisited":{"_0":"C20200803-0001","_1":"legal_id"}}
    {"revisited":{"_0":"C20200803-0001"}}
    {"suspended":{"_0":"C20200803-0001"}}
    {"resumed":{"_0":"C20200803-0001"}}
    {"erased":{"_0":"C20200803-0001","_1":["name","licence_file"]}}
    {"erased":{"_0":"C20200803-0001"}}
    {"closed":{"_0":"C20200803-0001"}}
    {"submitted":{"_0":"C20200803-0001"}}
    {"verifying":{"_0":"C20200803-0001"}}
    {"verified":{"_0":"C20200803-0001"}}
    {"verificationFailed":{"_0":"C20200803-0001","_1":"used_elsewhere"}}
    {"revoked":{"_0":"C20200803-0001"}}
    {"orderOpened":{"_0":"BV20200803-000001C","_1":"C20200803-0001","amountInFen":59900,\#
    "period":1}}
    {"chargeSent":{"_0":"BV20200803-000001C","attempt":2}}
    {"chargeAnswered":{"_0":"BV20200803-000001C","_2":"timeout","attempt":2}}
    {"lookedUp":{"_0":"BV20200803-000001C","_1":"unpaid"}}
    {"paidLate":{"_0":"BV20200803-000001C"}}
    {"orderClosed":{"_0":"BV20200803-000001C"}}
    {"orderReopened":{"_0":"BV20200803-000001C"}}
    {"refundStarted":{"_0":"BV20200803-000001C"}}
    {"refunded":{"_0":"BV20200803-000001C"}}
    {"approved":{"_0":"C20200803-0001"}}
    {"rejected":{"_0":"C20200803-0001","_1":["R1","R9"]}}
    {"repairStarted":{"_0":"C20200803-0001"}}
    {"resubmitted":{"_0":"C20200803-0001"}}
    {"withdrawn":{"_0":"C20200803-0001"}}
    {"upgradeChecked":{"_0":"C20200803-0001","_1":"needs_agent"}}
    {"upgraded":{"_0":"C20200803-0001"}}
    {"recorded":{"_0":"C20200803-0001"}}
    {"told":{"version":7}}
    {"unanswered":{"_0":{"items":["S01"],"kind":"silent","nearest":"silent.refund"}}}
    {"unanswered":{"_0":{"items":[],"kind":"silent"}}}
    {"ticket":{"_0":"T20200803-0001","_1":{"opened":{"_0":{"application":"C20200803-0001",\#
    "intent":"silent.refund","items":["S01"],"key":"silent.refund",\#
    "order":"BV20200803-000001C"},"due":{"milliseconds":1596420000000},"mood":"upset",\#
    "owner":"desk","priority":"P2"}}}}
    {"ticket":{"_0":"T20200803-0001","_1":{"opened":{"_0":{"items":[],"key":"silent"},\#
    "due":{"milliseconds":1596420000000},"mood":"calm","owner":"desk","priority":"P3"}}}}
    {"ticket":{"_0":"T20200803-0001","_1":{"taken":{"by":"wang"}}}}
    {"ticket":{"_0":"T20200803-0001","_1":{"noted":{"name":"note-1"}}}}
    {"ticket":{"_0":"T20200803-0001",\#
    "_1":{"reported":{"next":{"milliseconds":1596420000000}}}}}
    {"ticket":{"_0":"T20200803-0001","_1":{"escalated":{"level":2,"owner":"wang",\#
    "priority":"P1"}}}}
    {"ticket":{"_0":"T20200803-0001","_1":{"closed":{}}}}
    {"ticket":{"_0":"T20200803-0001",\#
    "_1":{"reopened":{"due":{"milliseconds":1596420000000}}}}}
    {"ticket":{"_0":"T20200803-0001","_1":{"surveyOffered":{}}}}
    {"ticket":{"_0":"T20200803-0001","_1":{"surveyed":{"score":5}}}}
    """#
}

extension SampleEvents {
  /// The name of an event's kind. A new kind needs a sample here, and stays as it is then.
  static func name(of event: CaseEvent) -> String {
    switch event {
    case .opened: "opened"
    case .consented: "consented"
    case .fieldGiven: "fieldGiven"
    case .revisited: "revisited"
    case .suspended: "suspended"
    case .resumed: "resumed"
    case .erased: "erased"
    case .closed: "closed"
    case .submitted: "submitted"
    case .verifying: "verifying"
    case .verified: "verified"
    case .verificationFailed: "verificationFailed"
    case .revoked: "revoked"
    case .orderOpened: "orderOpened"
    case .chargeSent: "chargeSent"
    case .chargeAnswered: "chargeAnswered"
    case .lookedUp: "lookedUp"
    case .paidLate: "paidLate"
    case .orderClosed: "orderClosed"
    case .orderReopened: "orderReopened"
    case .refundStarted: "refundStarted"
    case .refunded: "refunded"
    case .approved: "approved"
    case .rejected: "rejected"
    case .repairStarted: "repairStarted"
    case .resubmitted: "resubmitted"
    case .withdrawn: "withdrawn"
    case .upgradeChecked: "upgradeChecked"
    case .upgraded: "upgraded"
    case .recorded: "recorded"
    case .told: "told"
    case .unanswered: "unanswered"
    case .ticket(_, let event): "ticket." + name(of: event)
    }
  }

  private static func name(of event: TicketEvent) -> String {
    switch event {
    case .opened: "opened"
    case .taken: "taken"
    case .noted: "noted"
    case .reported: "reported"
    case .escalated: "escalated"
    case .closed: "closed"
    case .reopened: "reopened"
    case .surveyOffered: "surveyOffered"
    case .surveyed: "surveyed"
    }
  }

  /// The names of all kinds.
  static let names: Set<String> = [
    "opened", "consented", "fieldGiven", "revisited", "suspended", "resumed", "erased",
    "closed", "submitted", "verifying", "verified", "verificationFailed", "revoked",
    "orderOpened", "chargeSent", "chargeAnswered", "lookedUp", "paidLate", "orderClosed",
    "orderReopened", "refundStarted", "refunded", "approved", "rejected", "repairStarted",
    "resubmitted", "withdrawn", "upgradeChecked", "upgraded", "recorded", "told", "unanswered",
    "ticket.opened", "ticket.taken", "ticket.noted", "ticket.reported", "ticket.escalated",
    "ticket.closed", "ticket.reopened", "ticket.surveyOffered", "ticket.surveyed",
  ]
}
