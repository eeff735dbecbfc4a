import Casework
import Policy

extension FieldReader {
  /// How a licence without an end is kept.
  static let longTerm = "long_term"

  // MARK: - Until when the licence is valid

  func validity(_ text: String) -> FieldAnswer {
    switch LicenceValidity.parse(text, today: today) {
    case .success(let validity):
      let note = validity.warning(on: today).map(FieldReader.reason)
      switch validity.until {
      case .longTerm: return .value(FieldReader.longTerm, note: note)
      case .date(let last): return .value(last.iso8601, note: note)
      }
    case .failure(let refusal):
      if refusal == .notADate, text.utf8.count > 0 { return .noAttempt }
      return .refused(FieldReader.reason(refusal))
    }
  }

  private static func reason(_ warning: LicenceValidityWarning) -> FieldAnswer.Reason {
    switch warning {
    case .expiresSoon(let days): .init(warning.key, [.init("days", .text("\(days)"))])
    }
  }

  private static func reason(_ refusal: LicenceValidityRefusal) -> FieldAnswer.Reason {
    switch refusal {
    case .expired(let day), .fromInFuture(let day), .untilMissing(let day):
      .init(refusal.key, [.init("day", .day(day))])
    case .reversed(let from, let until):
      .init(refusal.key, [.init("from", .day(from)), .init("until", .day(until))])
    case .ambiguous(let one, let other):
      .init(refusal.key, [.init("one", .day(one)), .init("other", .day(other))])
    case .empty, .notADate, .noSuchDate, .dayMissing, .yearMissing, .duration, .severalDates:
      .init(refusal.key)
    }
  }

  /// Whether a validity that was kept has ended before `day`.
  static func isOver(_ kept: String, on day: CivilDate) -> Bool {
    guard kept != longTerm, let last = CivilDate(iso8601: kept) else { return false }
    return last < day
  }

  // MARK: - The licence's file

  func licence(_ text: String) -> FieldAnswer {
    guard LicencePath.looksLikePath(text) else { return .noAttempt }
    return .file([text])
  }
}
