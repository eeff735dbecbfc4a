public import Policy

/// Which desk a merchant is served at; the raw value stands in a record.
public enum DeskTier: String, Sendable, CaseIterable, Codable {
  /// The dedicated service of Blue V (P17).
  case dedicated
  /// The ordinary queue.
  case ordinary
}

extension MerchantRecord {
  /// The desk at `moment`: dedicated only while a Blue V is in force here, whatever is claimed (N14).
  public func deskTier(at moment: Moment) -> DeskTier {
    blueV(at: moment).isActive ? .dedicated : .ordinary
  }
}
