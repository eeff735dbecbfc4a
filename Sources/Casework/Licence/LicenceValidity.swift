public import Policy

/// From when until when a business licence is valid, as its holder states it (simulated rules; the
/// article names no validity).
public struct LicenceValidity: Hashable, Sendable {
  /// When a licence ends.
  public enum End: Hashable, Sendable {
    /// With this day: until 24:00 of it in Shanghai, so the day itself is still valid.
    case date(CivilDate)
    /// Never: 长期, 无固定期限, or a day of the year 9999, which registries print for it.
    case longTerm
  }

  /// The day of establishment or issue; nil when it was not said.
  public let from: CivilDate?
  /// The end.
  public let until: End

  /// Fewer days left than this are a warning (simulated).
  public static let noticeDays = 30

  /// A validity that was judged before and is read back from a record; nothing is checked.
  public init(from: CivilDate?, until: End) {
    self.from = from
    self.until = until
  }

  /// The validity that `text` states, or the first reason against it, in the order in which its cases
  /// stand. `today` is the Shanghai day: a licence that ends on it is valid, one that begins on it too.
  public static func parse(
    _ text: String, today: CivilDate
  ) -> Result<LicenceValidity, LicenceValidityRefusal> {
    ValidityReader.read(text).flatMap { validity in
      validity.refusal(on: today).map(Result.failure) ?? .success(validity)
    }
  }

  /// Whether it has ended before `day`, a Shanghai day: to be asked again whenever an application is
  /// taken up after a pause.
  public func isExpired(on day: CivilDate) -> Bool { daysLeft(on: day).map { $0 < 0 } ?? false }

  /// The days from `day` to the last valid one: 0 on that day, negative behind it; nil: it never ends.
  public func daysLeft(on day: CivilDate) -> Int? {
    switch until {
    case .date(let last): last.daysSinceEpoch - day.daysSinceEpoch
    case .longTerm: nil
    }
  }

  /// What to tell on `day`, a Shanghai day, before going on; nil: nothing.
  public func warning(on day: CivilDate) -> LicenceValidityWarning? {
    guard let left = daysLeft(on: day), (0..<LicenceValidity.noticeDays).contains(left) else {
      return nil
    }
    return .expiresSoon(daysLeft: left)
  }

  private func refusal(on today: CivilDate) -> LicenceValidityRefusal? {
    if case .date(let last) = until, let from, last < from {
      return .reversed(from: from, until: last)
    }
    if let from, from > today { return .fromInFuture(from) }
    if case .date(let last) = until, last < today { return .expired(last) }
    return nil
  }
}
