public import Policy

/// A case's number: `C20200803-0001`.
public struct CaseID: Hashable, Sendable, Codable, CustomStringConvertible, RawRepresentable {
  /// The number as it is shown.
  public let rawValue: String
  /// The number as it is shown.
  public var description: String { rawValue }

  /// The number that `rawValue` spells, unchecked: it is looked up, not computed with.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// The `sequence`th case of `day`.
  public init(_ sequence: Int, on day: CivilDate) {
    rawValue = "C" + day.compact + "-" + padded(sequence, to: 4)
  }
}

/// A ticket's number: `T20200803-0001`.
public struct TicketID: Hashable, Sendable, Codable, CustomStringConvertible, RawRepresentable {
  /// The number as it is shown.
  public let rawValue: String
  /// The number as it is shown.
  public var description: String { rawValue }

  /// The number that `rawValue` spells, unchecked: it is looked up, not computed with.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// The `sequence`th ticket of `day`.
  public init(_ sequence: Int, on day: CivilDate) {
    rawValue = "T" + day.compact + "-" + padded(sequence, to: 4)
  }
}

/// An order's number: `BV20200803-000001K`, the last letter a check over the digits.
public struct OrderNumber: Hashable, Sendable, Codable, CustomStringConvertible, RawRepresentable {
  /// The number as it is shown.
  public let rawValue: String
  /// The number as it is shown.
  public var description: String { rawValue }

  /// The number that `rawValue` spells, unchecked: it is looked up, not computed with.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// The `sequence`th order of `day`.
  public init(_ sequence: Int, on day: CivilDate) {
    let digits = padded(sequence, to: 6)
    rawValue = "BV" + day.compact + "-" + digits + String(OrderNumber.check(day.compact + digits))
  }

  /// A letter without I and O that changes with every digit and with every two neighbours swapped:
  /// the digits weighed 1, 2, 3… modulo 23.
  static func check(_ digits: String) -> Character {
    let letters = Array("ABCDEFGHJKLMNPQRSTUVWXY")
    let sum = digits.utf8.enumerated().reduce(0) { $0 + ($1.offset + 1) * Int($1.element &- 48) }
    return letters[sum % 23]
  }
}

/// The next free numbers of a day: they count over all merchants of a store.
public struct Counters: Hashable, Sendable {
  /// The next case of the day, from 1.
  public var nextCase: Int
  /// The next order of the day, from 1.
  public var nextOrder: Int
  /// The next ticket of the day, from 1.
  public var nextTicket: Int

  /// The counters of these values.
  public init(nextCase: Int = 1, nextOrder: Int = 1, nextTicket: Int = 1) {
    self.nextCase = nextCase
    self.nextOrder = nextOrder
    self.nextTicket = nextTicket
  }
}

func padded(_ number: Int, to width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}

extension CivilDate {
  /// `20200803`.
  var compact: String { padded(year, to: 4) + padded(month, to: 2) + padded(day, to: 2) }
}
