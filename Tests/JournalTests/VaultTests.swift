import Casework
import Foundation
import GRDB
import JournalSpecimens
import Policy
import Session
import Testing

@testable import Journal

/// PROMISES S2 and S3: what is sealed, and what is left when it is erased.
@Suite struct VaultTests {
  private let place = Place()

  @Test func `no file of the store holds a value in clear`() throws {
    let store = try place.open()
    try Specimen.settle("lin", in: store)
    for (name, bytes) in try place.files() {
      for secret in Specimen.secrets {
        #expect(bytes.range(of: Data(secret.utf8)) == nil, "\(name)")
        #expect(
          bytes.range(of: Data(secret.utf16.flatMap { [UInt8($0 & 0xff), UInt8($0 >> 8)] })) == nil)
      }
    }
  }

  @Test(arguments: [
    "UPDATE sealed SET name = 'mobile' WHERE name = 'name'",
    "UPDATE sealed SET box = (SELECT box FROM sealed o WHERE o.name = 'id_number' LIMIT 1), nonce = (SELECT nonce FROM sealed o WHERE o.name = 'id_number' LIMIT 1) WHERE name = 'name'",
    "UPDATE OR REPLACE sealed SET merchant = 'wang'",
    "UPDATE sealed SET box = zeroblob(length(box)) WHERE name = 'name'",
    "UPDATE sealed SET box = x'' WHERE name = 'name'",
    "UPDATE sealed SET nonce = zeroblob(24) WHERE name = 'name'",
    "DELETE FROM sealed WHERE name = 'name'",
    "UPDATE keys SET box = zeroblob(length(box)) WHERE scope = ''",
    "UPDATE keys SET box = zeroblob(length(box)) WHERE scope <> ''",
    "UPDATE keys SET box = (SELECT box FROM keys o WHERE o.scope = ''), nonce = (SELECT nonce FROM keys o WHERE o.scope = '')",
    "DELETE FROM keys WHERE scope <> ''",
  ]) func `swapped, flipped or missing boxes are refused as damaged`(_ sql: String) throws {
    let store = try place.open()
    let id = try Specimen.fillIn(.realname, of: "lin", in: store)
    #expect(try store.particulars(in: id.rawValue, of: "lin").count == 3)
    // The name's box cannot take the mobile's place while that is there.
    try store.outside {
      try $0.execute(
        sql: sql.hasPrefix("UPDATE sealed SET name")
          ? "DELETE FROM sealed WHERE name = 'mobile'" : "SELECT 1")
    }
    try store.outside { try $0.execute(sql: sql) }
    #expect {
      _ = try store.particulars(in: id.rawValue, of: "lin")
      _ = try store.particulars(in: id.rawValue, of: "wang")
    } throws: { if case .damaged = $0 as? StoreError { true } else { false } }
  }

  @Test func `without its key a store opens, and keeps to what needs none`() throws {
    let id = try Specimen.settle("lin", in: place.open())
    try FileManager.default.removeItem(atPath: place.key)
    let store = try place.open()
    #expect(store.keyFault != nil)
    #expect(try store.record(of: "lin").isVerified)
    for body in [
      { _ = try store.particulars(in: id.rawValue, of: "lin") },
      { _ = try Specimen.fillIn(.realname, of: "wang", in: store) },
      { _ = try store.licences(in: id.rawValue, of: "lin") },
    ] {
      #expect(throws: StoreError.self) { try body() }
    }
    #expect(try store.check().sealed == nil)
    // No new key is made in the place of the lost one.
    #expect(!FileManager.default.fileExists(atPath: place.key))
  }

  @Test(arguments: ["", "abc\n", String(repeating: "f", count: 64) + "\n"])
  func `another key, or none, is said to be so`(_ text: String) throws {
    try Specimen.settle("lin", in: place.open())
    try Data(text.utf8).write(to: URL(fileURLWithPath: place.key))
    #expect { throw try #require(try place.open().keyFault) } throws: {
      if case .noKey = $0 as? StoreError { true } else { false }
    }
  }

  @Test func `a key that others can read is refused`() throws {
    try Specimen.settle("lin", in: place.open())
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: place.key)
    #expect(try place.open().keyFault != nil)
  }

  @Test func `a licence copy opens only where it belongs`() throws {
    let store = try place.open()
    let id = try Specimen.settle("lin", in: store)
    let hash = String(repeating: "0", count: 64)
    #expect(try store.licences(in: id.rawValue, of: "lin") == [hash: Array("%PDF-林小满".utf8)])
    let file = try #require(try place.files().keys.first { $0.hasSuffix(hash) })
    let path = place.folder + "/shop/" + file
    var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    bytes[30] ^= 1
    try bytes.write(to: URL(fileURLWithPath: path))
    #expect(throws: StoreError.self) { try store.licences(in: id.rawValue, of: "lin") }
  }

  @Test func `forgetting leaves no key, no box, no copy, in no file`() throws {
    let store = try place.open()
    let id = try Specimen.settle("lin", in: store)
    let kept = try Specimen.settle("wang", in: store)
    let boxes = try store.read { db in
      try Data.fetchAll(
        db,
        sql:
          "SELECT box FROM keys WHERE merchant = 'lin' UNION ALL SELECT box FROM sealed WHERE merchant = 'lin'"
      )
    }
    #expect(boxes.count == 21)
    try store.forget("lin", at: Specimen.morning, by: .operator("qin"))
    for (name, bytes) in try place.files() {
      for box in boxes { #expect(bytes.range(of: box) == nil, "\(name)") }
    }
    #expect(try store.particulars(in: id.rawValue, of: "lin").isEmpty)
    #expect(try place.files().keys.filter { $0.contains("licences/") }.count == 1)
    #expect(try store.particulars(in: kept.rawValue, of: "wang").count == 8)
    #expect(try store.acts().map(\.what).last == "forgot")
    #expect(try store.check().differing.isEmpty)
    // Who comes back starts anew.
    let seal = Seal(scope: "asked", name: "1", value: "我的呢")
    try Specimen.append([.told(version: 0)], [seal], to: "lin", in: store)
    #expect(try store.particulars(in: "asked", of: "lin") == ["1": "我的呢"])
  }

  @Test func `an erased field's box is in no file either`() throws {
    let store = try place.open()
    let id = try Specimen.fillIn(.realname, of: "lin", in: store)
    let box = try store.read {
      try Data.fetchAll($0, sql: "SELECT box FROM sealed WHERE name = 'name'")
    }
    try Specimen.append([.erased(id, [.name])], to: "lin", in: store)
    for bytes in try place.files().values { #expect(bytes.range(of: box[0]) == nil) }
  }

  @Test func `a forgetting that was cut short is finished by whoever opens next`() throws {
    do {
      let store = try place.open()
      try Specimen.settle("lin", in: store)
      // What stands in the file at the moment after the commit.
      try store.write { db in
        try Vault.eraseAll(of: "lin", db)
        try db.execute(sql: "INSERT INTO chores(merchant) VALUES ('lin')")
      }
    }
    let store = try place.open()
    #expect(try place.files().keys.allSatisfy { !$0.contains("licences/") })
    #expect(try store.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM chores") } == 0)
  }
}
