/// Why somebody higher up has to look at it, for every merchant alike: handling a complaint is no paid benefit.
/// Simulated; the raw value names the ticket's subject.
public enum Escalation: String, Sendable, CaseIterable, Codable {
  /// Three answers in a row were none.
  case failedAnswers = "failed_answers"
  /// The merchant complains.
  case complaint
  /// The consumer hotline, a lawyer or the press is named.
  case publicComplaint = "public_complaint"
  /// A payment's outcome is unknown for longer than `unknownMinutes`.
  case paymentUnknown = "payment_unknown"
  /// Money was taken twice.
  case doubleCharge = "double_charge"
  /// The merchant's personal data may be in the wrong hands.
  case personalData = "personal_data"
  /// The merchant may hurt himself.
  case selfHarm = "self_harm"

  /// Answers that were none, after which it goes to the next level.
  public static let failures = 3
  /// Minutes for which a payment may stay unknown.
  public static let unknownMinutes = 30

  /// The level it goes to: 2 the policy desk, 3 the supervisor.
  public var level: Int {
    switch self {
    case .failedAnswers, .complaint, .paymentUnknown, .doubleCharge: 2
    case .publicComplaint, .personalData, .selfHarm: 3
    }
  }

  /// How soon it has to be looked at.
  public var priority: Ticket.Priority {
    switch self {
    case .failedAnswers: .p3
    case .complaint: .p2
    case .publicComplaint, .paymentUnknown, .doubleCharge, .personalData, .selfHarm: .p1
    }
  }
}
