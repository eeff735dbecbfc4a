import Casework
import Foundation
import GRDB
import JournalSpecimens
import Policy
import Session
import Testing

@testable import Journal

@Suite struct SQLiteStoreTests {
  private let place = Place()

  /// PROMISES S4.
  @Test func `files are 0600 and folders 0700 under any umask`() throws {
    // In a process of its own: a umask holds for all of it.
    let probe = try Place.run(
      "/bin/sh",
      ["-c", "umask 777; \"$0\" settle \"$@\"", Place.probe, place.store, place.key, "lin"])
    try #require(probe == 0)
    let store = try place.open()
    try Specimen.append([.told(version: 1)], to: "lin", in: store)
    for name in ["", "-wal", "-shm"] { #expect(try place.mode(place.store + name) == 0o600) }
    #expect(try place.mode(place.key) == 0o600)
    for name in ["", "/shop", "/keys", "/shop/store.db-licences"] {
      #expect(try place.mode(place.folder + name) == 0o700)
    }
    for name in try place.files().keys {
      #expect(try place.mode(place.folder + "/shop/" + name) & 0o077 == 0)
    }
  }

  @Test func `it writes ahead, and syncs before it acknowledges`() throws {
    let store = try place.open()
    let settings = try store.read { db in
      try ["journal_mode", "synchronous", "trusted_schema", "secure_delete"].map {
        try String.fetchOne(db, sql: "PRAGMA \($0)")
      }
    }
    #expect(settings == ["wal", "2", "0", "1"])
  }

  @Test func `another process finds what the first one wrote`() throws {
    let account = try {
      let store = try place.open()
      try Specimen.settle("lin", in: store)
      return try Specimen.account(store)
    }()
    #expect(try Specimen.account(place.open()) == account)
  }

  @Test func `the log refuses every change`() throws {
    let store = try place.open()
    try Specimen.settle("lin", in: store)
    for sql in [
      "UPDATE entry SET event = '{}' WHERE sequence = 1", "DELETE FROM entry WHERE sequence = 1",
      "INSERT OR REPLACE INTO entry SELECT * FROM entry WHERE sequence = 1",
      "INSERT INTO entry SELECT sequence + 1000, merchant, version + 1000, at, actor, event, hash FROM entry LIMIT 1",
    ] {
      #expect(throws: StoreError.self, "\(sql)") {
        try place.open().write { try $0.execute(sql: sql) }
      }
    }
    #expect(try place.open().check().entries == store.entries(after: 0).count)
  }

  /// PROMISES R3.
  @Test func `the schema itself keeps an order's key unique`() throws {
    let store = try place.open()
    try Specimen.settle("lin", in: store)
    #expect(throws: StoreError.conflict) {
      try store.write { db in
        try db.execute(
          sql: """
            INSERT INTO orders SELECT 'BV1', merchant, application, period, amount_fen, state, opened,
            paid, day, serial FROM orders
            """)
      }
    }
  }

  @Test func `a value in the log's text that was changed is noticed when it is read`() throws {
    do {
      let store = try place.open()
      try Specimen.settle("lin", in: store)
      try store.outside { db in
        try db.execute(sql: "DROP TRIGGER entry_no_update")
        try db.execute(sql: "UPDATE entry SET event = replace(event, '59900', '59901')")
        try db.execute(
          sql:
            "CREATE TRIGGER entry_no_update BEFORE UPDATE ON entry\nBEGIN SELECT RAISE(ABORT, 'what is written stays'); END"
        )
      }
    }
    let store = try place.open()
    #expect {
      try store.entries(of: "lin", after: 0)
    } throws: {
      if case .damaged(let what) = $0 as? StoreError { what.contains("was changed") } else { false }
    }
    // Once that was found, nothing is written any more.
    #expect(throws: StoreError.self) {
      try store.append(
        Batch(events: [.told(version: 0)], at: Specimen.morning, actor: .merchant), to: "wang",
        expecting: 0)
    }
  }

  @Test func `rebuild makes the folded tables equal again`() throws {
    let store = try place.open()
    try Specimen.settle("lin", in: store)
    try Specimen.settle("wang", in: store)
    let report = try store.rebuild()
    #expect(report.differing.isEmpty)
    #expect(report.rows == ["cases": 6, "orders": 2, "attempts": 2, "tickets": 2])
    try store.outside { db in
      try db.execute(sql: "UPDATE orders SET state = 'created'")
      try db.execute(sql: "DELETE FROM cases WHERE merchant = 'wang'")
    }
    #expect(try store.rebuild().differing == ["cases": 3, "orders": 2])
    #expect(try store.check().differing.isEmpty)
  }

  @Test func `check counts what it saw`() throws {
    let store = try place.open()
    try Specimen.settle("lin", in: store)
    let report = try store.check()
    #expect(report.merchants == 1)
    #expect(report.sealed == 16)
    #expect(report.licences == 1)
  }

  @Test(arguments: [
    "/dev/null", "/dev/full", "/proc/xiaoer/store.db", "/", "/etc", "/dev/null/store.db",
  ]) func `a place that can hold no store is refused`(_ path: String) {
    #expect {
      try SQLiteStore(path: path, keyFile: place.key)
    } throws: { if case .cannotOpen = $0 as? StoreError { true } else { false } }
  }

  @Test func `an operator's act stands in the audit without a value`() throws {
    let store = try place.open()
    let id = try Specimen.settle("lin", in: store)
    try Specimen.append(
      [.rejected(id, [.blurred, .licenceEnded])], to: "lin", in: store, by: .operator("qin"))
    try store.note("exported", on: "lin", at: Specimen.morning, by: "qin")
    #expect(try store.acts().map(\.what) == ["rejected R1 R5", "exported"])
    #expect(try store.acts().map(\.subject) == [id.rawValue, "lin"])
    #expect(try store.acts().allSatisfy { $0.who == "qin" })
  }

  @Test func `drafts lose what is sensitive after a day, and nothing else`() throws {
    let store = try place.open()
    let id = try Specimen.fillIn(.realname, of: "lin", in: store)
    #expect(try store.purge(at: Specimen.morning.advanced(bySeconds: 86_399)).fields == 0)
    let report = try store.purge(at: Specimen.morning.advanced(bySeconds: 86_400))
    #expect(report == PurgeReport(drafts: 1, fields: 3))
    #expect(try store.particulars(in: id.rawValue, of: "lin").isEmpty)
    #expect(try store.record(of: "lin")[id]?.missing == [.name, .idNumber, .mobile])
    #expect(try store.check().differing.isEmpty)
  }
}
