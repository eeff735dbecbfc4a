public import Policy
public struct PaymentClaim: Sendable {
  public static func read(_ text: String, today: CivilDate) -> PaymentClaim? { nil }
}
