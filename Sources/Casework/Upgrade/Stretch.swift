import Policy

/// The instants that a stated time leaves open.
enum Stretch: Hashable, Sendable {
  /// This instant.
  case exact(Moment)
  /// Some instant from the first on, before the second.
  case within(Moment, Moment)
  /// Some instant before this one, how long before is not said.
  case before(Moment)
  /// This instant or a later one.
  case from(Moment)
}
