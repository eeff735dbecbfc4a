/// What is worth saying about a validity that is accepted.
public enum LicenceValidityWarning: Hashable, Sendable {
  /// It ends in so many days, 0 (today is the last valid day) to 29.
  case expiresSoon(daysLeft: Int)

  /// What the words are looked up by, in snake_case; never changes.
  public var key: String {
    switch self {
    case .expiresSoon: "expires_soon"
    }
  }

  /// Every key, so that lint can see that each has its words.
  public static let keys = ["expires_soon"]
}
