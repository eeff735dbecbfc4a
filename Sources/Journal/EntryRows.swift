import Casework
import Foundation
import GRDB
import Policy
import Session

/// The log as rows.
enum EntryRows {
  private static let columns =
    """
    SELECT sequence, version, merchant, at, actor, event, hash,
      (SELECT hash FROM entry before WHERE before.sequence = entry.sequence - 1) FROM entry
    """

  /// The entries of `merchant` after `version`, each checked against its hash, and together against the
  /// version that the merchant's log is said to have.
  static func fetch(
    of merchant: String, after version: Int, _ db: Database
  ) throws -> [Entry] {
    let rows = try Row.fetchAll(
      db, sql: columns + " WHERE merchant = ? AND version > ? ORDER BY version",
      arguments: [merchant, version])
    let entries = try rows.map { try entry($0) }
    let head = try head(of: merchant, db)
    let isDense = entries.enumerated().allSatisfy { $1.version == version + $0 + 1 }
    guard isDense, entries.isEmpty ? head <= version : entries.last?.version == head else {
      throw StoreError.damaged("the log of \(merchant) has a gap")
    }
    return entries
  }

  /// The entries of everybody after `sequence`, and up to `last` (inclusive).
  static func fetch(after sequence: Int, upTo last: Int = .max, _ db: Database) throws -> [Entry] {
    let rows = try Row.fetchAll(
      db, sql: columns + " WHERE sequence > ? AND sequence <= ? ORDER BY sequence",
      arguments: [sequence, last])
    let entries = try rows.map { try entry($0) }
    guard entries.enumerated().allSatisfy({ $1.sequence == sequence + $0 + 1 }) else {
      throw StoreError.damaged("the log has a gap")
    }
    return entries
  }

  /// The version of the merchant's log: 0 before its first entry.
  static func head(of merchant: String, _ db: Database) throws -> Int {
    let row = try Row.fetchOne(
      db, sql: "SELECT version FROM heads WHERE merchant = ?", arguments: [merchant])
    return try row?.number(0) ?? 0
  }

  /// Writes `batch` behind the log and behind that of `merchant`, which is at `version`.
  static func write(
    _ batch: Batch, to merchant: String, at version: Int, _ db: Database
  ) throws -> Receipt {
    let last = try Row.fetchOne(
      db, sql: "SELECT sequence, hash FROM entry ORDER BY sequence DESC LIMIT 1")
    var sequence = try last?.number(0) ?? 0
    var hash = try last?.bytes(1) ?? Chain.start
    var version = version
    let statement = try db.cachedStatement(
      sql: """
        INSERT INTO entry(sequence, merchant, version, at, actor, event, hash)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """)
    for event in batch.events {
      (sequence, version) = (sequence &+ 1, version &+ 1)
      let entry = Entry(
        sequence: sequence, version: version, merchant: merchant, at: batch.at, actor: batch.actor,
        event: event)
      let text = try EntryText.text(of: event)
      hash = link(hash, entry, text: text)
      try statement.execute(arguments: [
        sequence, merchant, version, batch.at.milliseconds, batch.actor.name, text, Data(hash),
      ])
    }
    try db.execute(
      sql: """
        INSERT INTO heads(merchant, version, sequence) VALUES (?, ?, ?)
        ON CONFLICT(merchant) DO UPDATE SET version = excluded.version, sequence = excluded.sequence
        """, arguments: [merchant, version, sequence])
    return Receipt(sequence: sequence, version: version)
  }

  private static func entry(_ row: Row) throws(StoreError) -> Entry {
    let sequence = try row.number(0)
    let text = try row.text(5)
    let entry = Entry(
      sequence: sequence, version: try row.number(1), merchant: try row.text(2),
      at: Moment(milliseconds: Int64(try row.number(3))),
      actor: EntryText.actor(try row.text(4)), event: try EntryText.event(text, at: sequence))
    let previous = sequence == 1 && row.isNull(7) ? Chain.start : try row.bytes(7)
    guard try row.bytes(6) == link(previous, entry, text: text) else {
      throw .damaged("entry \(sequence) was changed")
    }
    return entry
  }

  private static func link(_ previous: [UInt8], _ entry: Entry, text: String) -> [UInt8] {
    Chain.link(
      previous,
      [
        Chain.bytes(entry.sequence), Array(entry.merchant.utf8), Chain.bytes(entry.version),
        Chain.bytes(Int(entry.at.milliseconds)), Array(entry.actor.name.utf8), Array(text.utf8),
      ])
  }
}
