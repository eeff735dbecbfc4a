import Casework
import GRDB
import Policy
import Session

/// A table that only repeats what the log says, for looking up, counting and keeping numbers unique.
struct FoldTable: Sendable {
  /// Its name in the schema.
  let name: String
  /// Its columns, those of the key first.
  let columns: [String]
  /// How many columns make the key.
  let keyLength: Int

  /// One case a row.
  static let cases = FoldTable(
    name: "cases",
    columns: ["id", "merchant", "kind", "state", "opened", "changed", "day", "serial"], keyLength: 1
  )
  /// One order a row.
  static let orders = FoldTable(
    name: "orders",
    columns: [
      "number", "merchant", "application", "period", "amount_fen", "state", "opened", "paid", "day",
      "serial",
    ], keyLength: 1)
  /// One payment a row.
  static let attempts = FoldTable(
    name: "attempts", columns: ["number", "attempt", "state", "sent"], keyLength: 2)
  /// One ticket a row.
  static let tickets = FoldTable(
    name: "tickets",
    columns: [
      "id", "merchant", "state", "priority", "owner", "due", "opened", "closed", "day", "serial",
    ], keyLength: 1)

  /// All of them.
  static let all = [cases, orders, attempts, tickets]

  /// Every row, in the order of the keys.
  func rows(_ db: Database) throws -> [[DatabaseValue]] {
    let list = columns.joined(separator: ", ")
    let key = columns[..<keyLength].joined(separator: ", ")
    return try Row.fetchAll(db, sql: "SELECT \(list) FROM \(name) ORDER BY \(key)")
      .map { Array($0.databaseValues) }
  }

  /// Inserts a row; a key that is taken is an error.
  func insert(_ row: [DatabaseValue], _ db: Database) throws {
    let marks = Array(repeating: "?", count: columns.count).joined(separator: ", ")
    let statement = try db.cachedStatement(
      sql: "INSERT INTO \(name)(\(columns.joined(separator: ", "))) VALUES (\(marks))")
    try statement.execute(arguments: StatementArguments(row))
  }

  /// Writes `row` in the place of the one with its key; one that is missing is an error.
  func update(_ row: [DatabaseValue], _ db: Database) throws {
    let set = columns[keyLength...].map { "\($0) = ?" }.joined(separator: ", ")
    let key = columns[..<keyLength].map { "\($0) = ?" }.joined(separator: " AND ")
    let statement = try db.cachedStatement(sql: "UPDATE \(name) SET \(set) WHERE \(key)")
    try statement.execute(
      arguments: StatementArguments(Array(row[keyLength...]) + Array(row[..<keyLength])))
    guard db.changesCount == 1 else {
      throw StoreError.damaged("a row of \(name) is missing; `store rebuild` makes it anew")
    }
  }
}

/// The rows of the fold tables that one merchant's record stands for.
struct FoldRows {
  /// By the table's place in `FoldTable.all`.
  private(set) var rows: [[[DatabaseValue]]] = [[], [], [], []]

  /// The rows of all of `record`.
  init(of record: MerchantRecord) { self.init(record.cases, record.tickets, of: record.merchant) }

  /// The rows of these cases and tickets of `merchant`.
  init(_ cases: [Case], _ tickets: [Ticket], of merchant: String) {
    for found in cases {
      rows[0].append(FoldRows.row(of: found, merchant))
      for order in found.orders {
        rows[1].append(FoldRows.row(of: order, merchant))
        rows[2] += order.attempts.map { FoldRows.row(of: $0, order.number) }
      }
    }
    rows[3] = tickets.map { FoldRows.row(of: $0, merchant) }
  }

  private static func row(of found: Case, _ merchant: String) -> [DatabaseValue] {
    let serial = Serial(found.id.rawValue)
    return [
      found.id.rawValue.databaseValue, merchant.databaseValue, found.kind.rawValue.databaseValue,
      found.state.rawValue.databaseValue, found.openedAt.milliseconds.databaseValue,
      found.changedAt.milliseconds.databaseValue, (serial?.day ?? 0).databaseValue,
      (serial?.number ?? 0).databaseValue,
    ]
  }

  private static func row(of order: Order, _ merchant: String) -> [DatabaseValue] {
    let serial = Serial(order.number.rawValue)
    return [
      order.number.rawValue.databaseValue, merchant.databaseValue,
      order.application.rawValue.databaseValue, order.period.databaseValue,
      order.amountInFen.databaseValue, order.state.rawValue.databaseValue,
      order.openedAt.milliseconds.databaseValue,
      order.paidAt?.milliseconds.databaseValue ?? .null, (serial?.day ?? 0).databaseValue,
      (serial?.number ?? 0).databaseValue,
    ]
  }

  private static func row(of attempt: Order.Attempt, _ number: OrderNumber) -> [DatabaseValue] {
    [
      number.rawValue.databaseValue, attempt.number.databaseValue,
      attempt.state.rawValue.databaseValue, attempt.sentAt.milliseconds.databaseValue,
    ]
  }

  private static func row(of ticket: Ticket, _ merchant: String) -> [DatabaseValue] {
    let serial = Serial(ticket.id.rawValue)
    return [
      ticket.id.rawValue.databaseValue, merchant.databaseValue,
      ticket.state.rawValue.databaseValue, ticket.priority.rawValue.databaseValue,
      ticket.owner.databaseValue, ticket.due.milliseconds.databaseValue,
      ticket.openedAt.milliseconds.databaseValue,
      ticket.closedAt?.milliseconds.databaseValue ?? .null, (serial?.day ?? 0).databaseValue,
      (serial?.number ?? 0).databaseValue,
    ]
  }
}

extension FoldRows {
  /// Writes what differs between two records of a merchant into the tables.
  static func write(from old: MerchantRecord, to new: MerchantRecord, _ db: Database) throws {
    let before = FoldRows(
      old.cases.enumerated().filter { $1 != new.cases[$0] }.map(\.element),
      old.tickets.enumerated().filter { $1 != new.tickets[$0] }.map(\.element), of: old.merchant)
    let after = FoldRows(
      new.cases.enumerated().filter { $0 >= old.cases.count || old.cases[$0] != $1 }.map(\.element),
      new.tickets.enumerated().filter { $0 >= old.tickets.count || old.tickets[$0] != $1 }
        .map(\.element), of: new.merchant)
    for (place, table) in FoldTable.all.enumerated() {
      let known = Set(before.rows[place])
      let keys = Set(before.rows[place].map { Array($0[..<table.keyLength]) })
      for row in after.rows[place] where !known.contains(row) {
        if keys.contains(Array(row[..<table.keyLength])) {
          try table.update(row, db)
        } else {
          try table.insert(row, db)
        }
      }
    }
  }
}
