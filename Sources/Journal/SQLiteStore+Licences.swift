public import Session
import GRDB

extension SQLiteStore {
  /// The licence files of a case, opened, by their SHA-256.
  public func licences(
    in scope: String, of merchant: String
  ) throws(StoreError) -> [String: [UInt8]] {
    let vault = try openVault()
    let sealed = try licences.sealed(in: scope, of: merchant)
    return try read { db in
      var opened: [String: [UInt8]] = [:]
      for (hash, bytes) in sealed {
        opened[hash] = try vault.open(bytes, scope: scope, sha256: hash, of: merchant, db)
      }
      return opened
    }
  }
}
