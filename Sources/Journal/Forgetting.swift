public import Casework
import GRDB
public import Policy
public import Session

extension SQLiteStore {
  /// Erases everything sealed of `merchant`; `actor` stands in the log, and an operator in the audit.
  public func forget(_ merchant: String, at moment: Moment, by actor: Actor) throws(StoreError) {
    try write { db in
      let record = try self.record(of: merchant, db)
      let batch = Batch(events: record.forgetting(at: moment, by: actor), at: moment, actor: actor)
      if !batch.events.isEmpty {
        _ = try self.append(batch, to: merchant, expecting: record.version, db)
      }
      try Vault.eraseAll(of: merchant, db)
      if case .operator(let name) = actor {
        try Audit.write(Act(at: moment, who: name, what: "forgot", subject: merchant), db)
      }
      // From here on it is done, even if the process ends: whoever opens the store next clears the rest.
      try db.execute(
        sql: "INSERT OR IGNORE INTO chores(merchant) VALUES (?)", arguments: [merchant])
    }
    try finishForgetting()
  }

  /// Clears what a forgotten merchant left outside the tables: the licence copies, and the pages of old in
  /// the file and in the log ahead. While others hold the store it is put off.
  func finishForgetting() throws(StoreError) {
    let merchants = try read { db in
      try Row.fetchAll(db, sql: "SELECT merchant FROM chores").map { try $0.text(0) }
    }
    guard !merchants.isEmpty else { return }
    var isClear = true
    for merchant in merchants where !licences.eraseAll(of: merchant) { isClear = false }
    guard isClear, compact() else { return }
    try write { db in
      for merchant in merchants {
        try db.execute(sql: "DELETE FROM chores WHERE merchant = ?", arguments: [merchant])
      }
    }
  }

  /// Deletes the licence copies of what `batch` erased, and the boxes that still stand in the log ahead.
  func clearTraces(of batch: Batch, _ merchant: String) {
    for erasure in batch.erasures
    where erasure.names?.contains(Field.licenceFile.rawValue) ?? true {
      licences.erase(erasure.scope, of: merchant)
    }
    try? outside { _ = try $0.checkpoint(.truncate) }
  }

  /// Writes the file anew without what was deleted, and empties the log ahead; false while others hold it.
  @discardableResult
  func compact() -> Bool {
    do throws(StoreError) {
      try outside { db in
        try db.execute(sql: "VACUUM")
        _ = try db.checkpoint(.truncate)
      }
      return true
    } catch { return false }
  }
}

/// What `purge` erased.
public struct PurgeReport: Hashable, Sendable {
  /// Drafts that lost something.
  public var drafts = 0
  /// Fields that are gone.
  public var fields = 0
}

extension SQLiteStore {
  /// Hours after which a draft loses its sensitive fields (simulated).
  public static let draftHours = 24

  /// Erases the sensitive fields of every draft that nobody touched for a day, and gives the room back.
  public func purge(at moment: Moment) throws(StoreError) -> PurgeReport {
    let limit = moment.advanced(bySeconds: -SQLiteStore.draftHours * 3600)
    var report = PurgeReport()
    for merchant in try merchants() {
      let found = try write { db -> (due: [CaseEvent], fields: Int) in
        let record = try self.record(of: merchant, db)
        let drafts = record.cases.filter { $0.state == .draft && $0.changedAt <= limit }
        let due = drafts.compactMap { draft -> CaseEvent? in
          let fields = draft.kind.fields.filter { $0.isSensitive && draft.given.contains($0) }
          return fields.isEmpty ? nil : .erased(draft.id, fields)
        }
        if !due.isEmpty {
          let batch = Batch(events: due, at: moment, actor: .simulator)
          _ = try self.append(batch, to: merchant, expecting: record.version, db)
        }
        let batch = Batch(events: due, at: moment, actor: .simulator)
        return (due, batch.erasures.reduce(0) { $0 + ($1.names?.count ?? 0) })
      }
      if !found.due.isEmpty {
        clearTraces(of: Batch(events: found.due, at: moment, actor: .simulator), merchant)
      }
      report.drafts += found.due.count
      report.fields += found.fields
    }
    compact()
    return report
  }
}
