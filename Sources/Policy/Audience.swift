/// Whom a clause concerns.
public enum Audience: String, CaseIterable, Sendable {
  /// Everybody who reads the policy.
  case all
  /// Companies, which have a business licence (P03).
  case enterprises
  /// Persons (P03).
  case individuals
  /// Users of the live app, Blue V or not.
  case users
  /// Users whose real name is verified (P07).
  case verifiedUsers
  /// Merchants, whatever they have paid.
  case merchants
  /// Merchants who apply for Blue V and pay for it (P10, P11).
  case blueVApplicants
  /// Merchants who have Blue V (P12).
  case blueVMerchants
  /// Merchants and content owners who paid the old half-year fee (P21).
  case oldFeePayers
  /// Operators of a mini-program shop (P31).
  case miniProgramOperators
  /// Merchants who apply to the recruitment (P33).
  case recruitApplicants
  /// Nobody in particular: history, opinion, figures. Never a promise.
  case background
}
