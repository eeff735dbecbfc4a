/// A point in time as precisely as the article states it.
public struct PolicyDate: Hashable, Sendable {
  /// How precisely the article speaks.
  public enum Precision: String, Sendable {
    /// A day: `moment` is its first instant in Shanghai.
    case date
    /// A day and a time.
    case instant
  }

  /// The instant; of a day, 00:00 in Shanghai.
  public let moment: Moment
  /// Whether the article gives a time of day.
  public let precision: Precision

  /// A day and a time.
  public init(_ moment: Moment) {
    self.moment = moment
    precision = .instant
  }

  /// A day, from its first instant in Shanghai (the article names no zone: our reading).
  public init(_ date: CivilDate) {
    moment = Moment(date)
    precision = .date
  }

  /// `2020-07-20`, or an instant as `Moment.init(iso8601:)` reads it; nil of anything else.
  public init?(iso8601 text: String) {
    if let date = CivilDate(iso8601: text) {
      self.init(date)
    } else if let moment = Moment(iso8601: text) {
      self.init(moment)
    } else {
      return nil
    }
  }
}
