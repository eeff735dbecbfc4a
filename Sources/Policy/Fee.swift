/// A fee of the policy: how much, how often, for what.
///
/// The article has two fees of one figure, CNY 599: the certification fee a year (P11), and the old
/// technical service fee a half-year (P23). They are told apart by `kind` and `per`, never by amount.
public struct Fee: Hashable, Sendable {
  /// The time one payment is for.
  public enum Period: String, CaseIterable, Sendable {
    /// A year (P11).
    case year
    /// Half a year (P23).
    case halfYear

    /// Its length in calendar months.
    public var months: Int {
      switch self {
      case .year: 12
      case .halfYear: 6
      }
    }
  }

  /// What the payment is for.
  public enum Kind: String, CaseIterable, Sendable {
    /// The Blue V certification (P11).
    case certification
    /// The old technical service (P23).
    case technicalService
  }

  /// The amount of one payment.
  public let amount: Money
  /// What one payment is for, in time.
  public let per: Period
  /// What one payment is for.
  public let kind: Kind

  /// A fee of `amount` for each `per`.
  public init(_ amount: Money, per: Period, kind: Kind) {
    self.amount = amount
    self.per = per
    self.kind = kind
  }

  /// The amount of a whole year: arithmetic, not a price of the policy (1198 for P23).
  public var yearly: Money { Money(derived: amount.fen * 12 / per.months) }

  /// The amount of one month, rounded half up to a fen: arithmetic, the policy has no monthly plan
  /// (49.92 for P11).
  public var monthly: Money { Money(derived: (2 * amount.fen + per.months) / (2 * per.months)) }
}
