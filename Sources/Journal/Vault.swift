import Casework
import Foundation
import GRDB
import Session

/// Seals personal values: one key a scope, wrapped by the merchant's key, wrapped by the master key. What
/// has lost its key is gone, whatever copies of its box there are.
///
/// It protects a copy of the store without the key file. It does not protect against whoever can read both,
/// or the memory of the running program.
struct Vault: Sendable {
  private let master: MasterKey

  /// A vault that opens with `master`.
  init(_ master: MasterKey) { self.master = master }

  /// The row of a merchant's own key.
  private static let ownScope = ""

  /// Writes `seals` of `merchant`, in the place of those with the same name.
  func write(_ seals: [Seal], of merchant: String, _ db: Database) throws {
    for (scope, seals) in Dictionary(grouping: seals, by: \.scope).sorted(by: { $0.key < $1.key }) {
      guard !scope.isEmpty else { throw StoreError.notSaved("a value without a place") }
      let key = try key(of: scope, of: merchant, db)
      for seal in seals {
        let context = context(["sealed", "box", merchant, scope, seal.name])
        let (nonce, box) = try close(Array(seal.value.utf8), context: context, key: key)
        try db.execute(
          sql: """
            INSERT INTO sealed(merchant, scope, name, nonce, box) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT DO UPDATE SET nonce = excluded.nonce, box = excluded.box
            """, arguments: [merchant, scope, seal.name, Data(nonce), Data(box)])
      }
      try Vault.count(scope, of: merchant, db)
    }
  }

  /// The values sealed under `scope`, by name.
  func values(in scope: String, of merchant: String, _ db: Database) throws -> [String: String] {
    let rows = try Row.fetchAll(
      db, sql: "SELECT name, nonce, box FROM sealed WHERE merchant = ? AND scope = ?",
      arguments: [merchant, scope])
    let wrapped = try Row.fetchOne(
      db, sql: "SELECT count FROM keys WHERE merchant = ? AND scope = ?",
      arguments: [merchant, scope])
    guard try wrapped?.number(0) ?? 0 == rows.count else {
      throw StoreError.damaged("what is sealed under \(scope) is not complete")
    }
    guard let key = try existingKey(of: scope, of: merchant, db) else { return [:] }
    var values: [String: String] = [:]
    for row in rows {
      let name = try row.text(0)
      let message = try Sodium.open(
        row.bytes(2), context: context(["sealed", "box", merchant, scope, name]),
        nonce: row.bytes(1), key: key)
      guard let message else {
        throw StoreError.damaged("what is sealed under \(scope) does not open")
      }
      values[name] = String(decoding: message, as: UTF8.self)
    }
    return values
  }

  /// Seals the bytes of a licence file: the nonce, then the box.
  func seal(_ file: LicenceCopy, of merchant: String, _ db: Database) throws -> [UInt8] {
    let key = try key(of: file.scope, of: merchant, db)
    let context = context(["licence", merchant, file.scope, file.sha256])
    let (nonce, box) = try close(file.bytes, context: context, key: key)
    return nonce + box
  }

  /// The bytes of a licence file that was sealed by `seal`.
  func open(
    _ sealed: [UInt8], scope: String, sha256: String, of merchant: String, _ db: Database
  ) throws -> [UInt8] {
    let context = context(["licence", merchant, scope, sha256])
    guard sealed.count >= Sodium.nonceLength,
      let key = try existingKey(of: scope, of: merchant, db),
      let bytes = Sodium.open(
        Array(sealed[Sodium.nonceLength...]), context: context,
        nonce: Array(sealed[..<Sodium.nonceLength]), key: key)
    else { throw StoreError.damaged("a licence copy of \(scope) does not open") }
    return bytes
  }

  // MARK: - Keys

  private func existingKey(
    of scope: String, of merchant: String, _ db: Database
  ) throws -> [UInt8]? {
    guard let own = try unwrap(Vault.ownScope, of: merchant, with: master.bytes, db) else {
      return nil
    }
    return try unwrap(scope, of: merchant, with: own, db)
  }

  private func key(of scope: String, of merchant: String, _ db: Database) throws -> [UInt8] {
    let own =
      try unwrap(Vault.ownScope, of: merchant, with: master.bytes, db)
      ?? make(Vault.ownScope, of: merchant, with: master.bytes, db)
    return try unwrap(scope, of: merchant, with: own, db)
      ?? make(scope, of: merchant, with: own, db)
  }

  private func unwrap(
    _ scope: String, of merchant: String, with key: [UInt8], _ db: Database
  ) throws -> [UInt8]? {
    let row = try Row.fetchOne(
      db, sql: "SELECT nonce, box FROM keys WHERE merchant = ? AND scope = ?",
      arguments: [merchant, scope])
    guard let row else { return nil }
    let context = context(["keys", "box", merchant, scope])
    guard
      let opened = try Sodium.open(row.bytes(1), context: context, nonce: row.bytes(0), key: key)
    else { throw StoreError.damaged("a key of \(merchant) does not open") }
    return opened
  }

  private func make(
    _ scope: String, of merchant: String, with key: [UInt8], _ db: Database
  ) throws -> [UInt8] {
    let fresh = try Sodium.random(Sodium.keyLength)
    let (nonce, box) = try close(
      fresh, context: context(["keys", "box", merchant, scope]), key: key)
    try db.execute(
      sql: "INSERT INTO keys(merchant, scope, nonce, box, count) VALUES (?, ?, ?, ?, 0)",
      arguments: [merchant, scope, Data(nonce), Data(box)])
    return fresh
  }

  private func close(
    _ message: [UInt8], context: [UInt8], key: [UInt8]
  ) throws -> (nonce: [UInt8], box: [UInt8]) {
    let nonce = try Sodium.random(Sodium.nonceLength)
    guard let box = Sodium.seal(message, context: context, nonce: nonce, key: key) else {
      throw Sodium.Unavailable()
    }
    return (nonce, box)
  }

  /// Where a box belongs: it opens nowhere else.
  private func context(_ parts: [String]) -> [UInt8] { Chain.joined(parts.map { Array($0.utf8) }) }

  // MARK: - Erasing, for which no key is needed

  /// Deletes what `erasure` names.
  static func erase(_ erasure: Batch.Erasure, of merchant: String, _ db: Database) throws {
    guard let names = erasure.names else {
      for table in ["sealed", "keys"] {
        try db.execute(
          sql: "DELETE FROM \(table) WHERE merchant = ? AND scope = ?",
          arguments: [merchant, erasure.scope])
      }
      return
    }
    for name in names {
      try db.execute(
        sql: "DELETE FROM sealed WHERE merchant = ? AND scope = ? AND name = ?",
        arguments: [merchant, erasure.scope, name])
    }
    try count(erasure.scope, of: merchant, db)
  }

  /// Deletes every key and box of `merchant`.
  static func eraseAll(of merchant: String, _ db: Database) throws {
    for table in ["sealed", "keys"] {
      try db.execute(sql: "DELETE FROM \(table) WHERE merchant = ?", arguments: [merchant])
    }
  }

  /// Notes how many boxes a scope has, so that one that is gone is missed.
  private static func count(_ scope: String, of merchant: String, _ db: Database) throws {
    try db.execute(
      sql: """
        UPDATE keys SET count =
          (SELECT count(*) FROM sealed WHERE sealed.merchant = keys.merchant
            AND sealed.scope = keys.scope)
        WHERE merchant = ? AND scope = ?
        """, arguments: [merchant, scope])
  }
}
