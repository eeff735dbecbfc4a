public import Casework
public import Policy

/// The day and the place on that day which a case's, an order's or a ticket's number spells.
public struct Serial: Sendable, Hashable {
  /// The day, `20200803`.
  public let day: Int
  /// The place on the day, from 1.
  public let number: Int

  /// The serial of `C20200803-0001`, `T20200803-0001` or `BV20200803-000001K`; nil of anything else.
  public init?(_ text: String) {
    let letters = text.utf8.prefix { (65...90).contains($0) }.count
    let rest = text.utf8.dropFirst(letters)
    let digits = rest.prefix(8)
    let tail = rest.dropFirst(8)
    guard letters > 0, digits.count == 8, tail.first == UInt8(ascii: "-") else { return nil }
    let place = tail.dropFirst().prefix { (48...57).contains($0) }
    guard let day = Serial.value(digits), (1...15).contains(place.count),
      let number = Serial.value(place)
    else { return nil }
    self.day = day
    self.number = number
  }

  /// `day` as a number's digits spell it: `20200803`.
  public static func day(_ day: CivilDate) -> Int {
    day.year * 10_000 + day.month * 100 + day.day
  }

  private static func value(_ digits: Substring.UTF8View) -> Int? {
    digits.reduce(Int?.some(0)) { sum, digit in
      guard let sum, (48...57).contains(digit) else { return nil }
      return sum * 10 + Int(digit - 48)
    }
  }
}

extension CaseEvent {
  /// The number that the event takes for ever; nil when it takes none.
  public var newNumber: String? {
    switch self {
    case .opened(let id, _): id.rawValue
    case .orderOpened(let number, _, _, _): number.rawValue
    case .ticket(let id, .opened): id.rawValue
    case _: nil
    }
  }
}
