import Casework
import Policy

extension Decider {
  /// Whether a payment's time, stated beside `intent`, is what the merchant wants judged.
  static func weighsClaims(_ intent: Intent) -> Bool { false }
  func verdict(on claim: PaymentClaim) -> Verdict? { nil }
  func add(verdictOn claim: PaymentClaim, _ heard: Heard, to decision: inout Decision, offer: inout Offer) -> Bool { false }
}
