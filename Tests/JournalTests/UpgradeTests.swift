import Casework
import Foundation
import GRDB
import JournalSpecimens
import Policy
import Session
import Testing

@testable import Journal

/// PROMISES R7: an older store is copied and upgraded, a newer one is left as it is.
@Suite struct UpgradeTests {
  private let place = Place()

  /// A store as version 1 left it: its tables and rows as SQL, and its key.
  private static let fixture =
    URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().path + "/Promises/fixtures/store-v1"

  private func restore() throws {
    try Data(contentsOf: URL(fileURLWithPath: Self.fixture + ".key")).write(
      to: URL(fileURLWithPath: place.key))
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: place.key)
    let sql = try String(contentsOfFile: Self.fixture + ".sql", encoding: .utf8)
    try DatabaseQueue(path: place.store).writeWithoutTransaction { try $0.execute(sql: sql) }
  }

  private func makeFolders() throws {
    for path in [place.store, place.key] { try StoreFile.makeFolders(above: path) }
  }

  @Test func `a store of version 1 is read as it was written`() throws {
    try makeFolders()
    try restore()
    let store = try place.open()
    #expect(try store.merchants() == ["lin", "wang"])
    let bluev = try #require(try store.record(of: "lin").latest(.bluev))
    #expect(bluev.state == .underReview)
    #expect(bluev.order?.number.rawValue == "BV20200803-000001C")
    #expect(try store.particulars(in: bluev.id.rawValue, of: "lin")["legal_name"] == "林小满")
    #expect(try store.check().entries == 58)
  }

  private static let next =
    Schema.migrations + [
      Migration(
        version: 2,
        statements: ["CREATE TABLE wishes(id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT"])
    ]

  private func open(_ steps: [Migration]) throws(StoreError) -> SQLiteStore {
    try SQLiteStore(path: place.store, keyFile: place.key, creating: true, migrations: steps)
  }

  @Test func `an older store is copied beside itself, then upgraded`() throws {
    try makeFolders()
    try restore()
    let account = try Specimen.account(place.open())
    #expect(try Specimen.account(open(Self.next)) == account)
    let backup = place.store + ".backup-v1"
    #expect(try place.mode(backup) == 0o600)
    #expect(try Specimen.account(SQLiteStore(path: backup, keyFile: place.key)) == account)
    // And once upgraded it is not copied again.
    try FileManager.default.removeItem(atPath: backup)
    _ = try open(Self.next)
    #expect(!FileManager.default.fileExists(atPath: backup))
  }

  @Test func `a newer store is refused, and not a byte of it changes`() throws {
    try makeFolders()
    _ = try open(Self.next)
    let before = try place.files()
    #expect { try place.open() } throws: {
      if case .newer = $0 as? StoreError { true } else { false }
    }
    #expect(try place.files() == before)
  }

  @Test func `an upgrade that fails leaves the store as it was`() throws {
    try makeFolders()
    try restore()
    let account = try Specimen.account(place.open())
    let broken = [
      Migration(version: 2, statements: ["CREATE TABLE x(y)", "CREATE TABLE entry(z)"])
    ]
    #expect(throws: StoreError.self) { try open(Schema.migrations + broken) }
    #expect(try Specimen.account(place.open()) == account)
  }

  @Test(arguments: ["CREATE TABLE t(x)", "PRAGMA application_id = 7"])
  func `the database of another program is refused, and not changed`(_ sql: String) throws {
    try makeFolders()
    try DatabaseQueue(path: place.store).writeWithoutTransaction { try $0.execute(sql: sql) }
    let before = try place.files()
    #expect { try place.open() } throws: {
      if case .damaged = $0 as? StoreError { true } else { false }
    }
    #expect(try place.files() == before)
  }

  @Test(arguments: [
    "DROP TRIGGER entry_dense", "DROP INDEX orders_day", "CREATE VIEW v AS SELECT 1",
  ])
  func `a schema that was changed is noticed`(_ sql: String) throws {
    try place.open().outside { try $0.execute(sql: sql) }
    #expect { try place.open() } throws: {
      if case .damaged = $0 as? StoreError { true } else { false }
    }
  }
}
