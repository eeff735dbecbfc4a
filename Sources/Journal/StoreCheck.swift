import Casework
import GRDB
public import Session

/// What a look at the whole store found.
public struct StoreReport: Hashable, Sendable {
  /// Entries of the log.
  public var entries = 0
  /// Merchants that have one.
  public var merchants = 0
  /// Rows of the folded tables, by table.
  public var rows: [String: Int] = [:]
  /// Tables that differ from what the log says, with the number of rows that do.
  public var differing: [String: Int] = [:]
  /// Values that are sealed; nil when there is no key to open them with.
  public var sealed: Int?
  /// Licence copies that open; nil without a key.
  public var licences: Int?
  /// Rows of the audit.
  public var acts = 0
}

extension SQLiteStore {
  /// Reads everything: pages, the chain of the log and of the audit, the folded tables against the log,
  /// and, with the key, every sealed value. Throws `damaged` with what was found first.
  public func check() throws(StoreError) -> StoreReport {
    let report = try read { db in
      let faults = try String.fetchAll(db, sql: "PRAGMA integrity_check(1)")
      guard faults == ["ok"] else {
        throw StoreError.damaged(faults.first ?? "the file is damaged")
      }
      var report = try self.compareFolds(db)
      report.entries = try EntryRows.checkAll(db)
      report.acts = try Audit.fetch(db).count
      guard let vault = self.vault else { return report }
      (report.sealed, report.licences) = try self.openAll(vault, db)
      return report
    }
    if let (table, count) = report.differing.min(by: { $0.key < $1.key }) {
      throw .damaged(
        "\(count) rows of \(table) differ from the log; `store rebuild` makes them anew")
    }
    return report
  }

  /// Makes the folded tables anew from the log; the report says how many rows were compared, and how many
  /// were wrong before.
  public func rebuild() throws(StoreError) -> StoreReport {
    try write { db in
      var report = try self.compareFolds(db)
      report.entries = try EntryRows.checkAll(db)
      guard !report.differing.isEmpty else { return report }
      for table in FoldTable.all { try db.execute(sql: "DELETE FROM \(table.name)") }
      try self.eachRecord(db) { record in
        for (place, rows) in FoldRows(of: record).rows.enumerated() {
          for row in rows { try FoldTable.all[place].insert(row, db) }
        }
      }
      return report
    }
  }

  private func compareFolds(_ db: Database) throws -> StoreReport {
    var report = StoreReport()
    var expected: [Set<[DatabaseValue]>] = FoldTable.all.map { _ in [] }
    try eachRecord(db) { record in
      report.merchants += 1
      for (place, rows) in FoldRows(of: record).rows.enumerated() {
        expected[place].formUnion(rows)
      }
    }
    for (place, table) in FoldTable.all.enumerated() {
      let found = Set(try table.rows(db))
      report.rows[table.name] = expected[place].count
      let difference = found.symmetricDifference(expected[place])
      if !difference.isEmpty {
        report.differing[table.name] = Set(difference.map { Array($0[..<table.keyLength]) }).count
      }
    }
    return report
  }

  /// Every record, folded from the log and from nothing that is remembered.
  private func eachRecord(_ db: Database, _ body: (MerchantRecord) throws -> Void) throws {
    for row in try Row.fetchAll(db, sql: "SELECT merchant FROM heads ORDER BY merchant") {
      let merchant = try row.text(0)
      let entries = try EntryRows.fetch(of: merchant, after: 0, db)
      try body(entries.reduce(MerchantRecord(merchant: merchant)) { $0.applying($1) })
    }
  }

  private func openAll(_ vault: Vault, _ db: Database) throws -> (sealed: Int, licences: Int) {
    var (sealed, copies) = (0, 0)
    let places = try Row.fetchAll(
      db,
      sql: """
        SELECT merchant, scope FROM keys WHERE scope <> ''
        UNION SELECT merchant, scope FROM sealed ORDER BY 1, 2
        """)
    for row in places {
      let (merchant, scope) = (try row.text(0), try row.text(1))
      sealed += try vault.values(in: scope, of: merchant, db).count
      for (hash, bytes) in try licences.sealed(in: scope, of: merchant) {
        _ = try vault.open(bytes, scope: scope, sha256: hash, of: merchant, db)
        copies += 1
      }
    }
    return (sealed, copies)
  }
}

extension EntryRows {
  /// Reads the whole log and follows its chain; the number of entries, which the heads must agree with.
  static func checkAll(_ db: Database) throws -> Int {
    var count = 0
    while true {
      let sql = "SELECT count(*) FROM entry"
      let entries = try fetch(after: count, upTo: count + 10_000, db)
      count += entries.count
      if entries.isEmpty {
        let sum = try Row.fetchOne(db, sql: "SELECT coalesce(sum(version), 0) FROM heads")
        guard try sum?.number(0) == count, try Row.fetchOne(db, sql: sql)?.number(0) == count else {
          throw StoreError.damaged("the log has a gap")
        }
        return count
      }
    }
  }
}
