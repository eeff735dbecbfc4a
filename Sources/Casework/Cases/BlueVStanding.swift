public import Policy

/// What a merchant's Blue V is at a moment.
public enum BlueVStanding: Hashable, Sendable {
  /// There never was one.
  case none
  /// In force, bought, until this instant (exclusive), which is so many years after the anchor.
  case bought(anchor: Moment, years: Int, until: Moment)
  /// In force by the automatic upgrade; the policy names no end (S14).
  case upgraded
  /// Bought, and over since this instant.
  case ended(Moment)

  /// Days before the end from which on it can be renewed (simulated).
  public static let renewalWindowInDays = 30

  /// Whether it is in force.
  public var isActive: Bool {
    switch self {
    case .bought, .upgraded: true
    case .none, .ended: false
    }
  }

  /// When a renewal paid at `moment` begins: at the end of a running one, else at once (simulated).
  func renewalStart(at moment: Moment) -> Moment {
    if case .bought(_, _, let until) = self { until } else { moment }
  }

  /// Until when a renewal paid at `moment` lasts. A running one counts from its anchor, never from the
  /// last end: a 29 February would lose a day each time.
  func renewedExpiry(at moment: Moment) -> Expiry {
    switch self {
    case .bought(let anchor, let years, _): .until(anchor.addingYears(years + 1))
    case .ended, .none: .until(moment.addingYears(1))
    // Paid for, and the upgrade came in between: what is bought has an end.
    case .upgraded: .until(moment.addingYears(1))
    }
  }
}

extension MerchantRecord {
  /// What the merchant's Blue V is at `moment`. Looked up here, never believed from a claim.
  public func blueV(at moment: Moment) -> BlueVStanding {
    var standing = BlueVStanding.none
    let isUpgraded = hasUpgrade
    for found in cases {
      guard found.state == .active, let from = found.activeFrom, let expiry = found.expiry else {
        continue
      }
      switch expiry {
      case .notStatedByPolicy: break
      case .until(let until):
        // Paid at the very end is paid too late to go on from the old anchor: the end is exclusive.
        let isEarly = found.kind == .renew && found.submittedAt.map { $0 < from } == true
        standing = standing.followed(early: isEarly, from: from, until: until)
      }
    }
    if case .bought(_, _, let until) = standing {
      return moment < until ? standing : isUpgraded ? .upgraded : .ended(until)
    }
    return isUpgraded ? .upgraded : standing
  }

  /// Whether Blue V came by the automatic upgrade.
  public var hasUpgrade: Bool {
    cases.contains { $0.state == .active && $0.expiry == .notStatedByPolicy }
  }

  /// Whether a renewal may be opened: a bought Blue V that ends within the window, or has ended. With an
  /// automatic upgrade there is nothing to renew (S14), and with a new application under way it would be
  /// paid twice.
  public func canRenew(at moment: Moment) -> Bool {
    if hasUpgrade || open(.bluev, at: moment) != nil { return false }
    return switch blueV(at: moment) {
    case .bought(_, _, let until):
      moment >= until.advanced(bySeconds: -BlueVStanding.renewalWindowInDays * 86_400)
    case .ended: true
    case .none, .upgraded: false
    }
  }
}

extension BlueVStanding {
  fileprivate func followed(early: Bool, from: Moment, until: Moment) -> BlueVStanding {
    if early, case .bought(let anchor, let years, let end) = self, from == end {
      return .bought(anchor: anchor, years: years + 1, until: until)
    }
    return .bought(anchor: from, years: 1, until: until)
  }
}

extension Moment {
  /// The same Shanghai wall time `years` later; 29 February becomes 28 February where there is none.
  public func addingYears(_ years: Int) -> Moment {
    let date = shanghaiDate
    let (year, day) = (date.year + years, date.day)
    let moved =
      CivilDate(year: year, month: date.month, day: day)
      ?? CivilDate(year: year, month: date.month, day: day - 1) ?? date
    return Moment(
      milliseconds: Moment(moved).milliseconds + Int64(shanghaiMillisecondOfDay))
  }
}
