import GRDB
import Glibc
public import Session

/// Copies of a store.
enum StoreBackup {
  /// Writes the state of the store to a new file at `path` (0600), durable when it returns.
  static func copy(_ db: Database, to path: String, replacing: Bool) throws {
    let beside = "\(path).\(getpid()).new"
    unlink(beside)
    let descriptor = open(beside, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw StoreError.cannotOpen("\(path): \(reason())") }
    defer {
      close(descriptor)
      unlink(beside)
    }
    _ = fchmod(descriptor, 0o600)
    try db.execute(sql: "VACUUM INTO ?", arguments: [beside])
    guard fsync(descriptor) == 0 else { throw StoreError.notSaved(reason()) }
    let status = replacing ? rename(beside, path) : link(beside, path)
    guard status == 0 else {
      if errno == EEXIST { throw StoreError.cannotOpen("\(path) is there already") }
      throw StoreError.notSaved("\(path): \(reason())")
    }
    StoreFile.sync(folderOf: path)
  }
}

extension SQLiteStore {
  /// Copies the store, as it is at one moment, to a new file at `path`, and the licence copies to
  /// `path-licences`; the key is not copied. Throws `cannotOpen` when something is there already.
  public func backup(to path: String) throws(StoreError) {
    let target = StoreFile(path: path)
    if access(target.path, F_OK) == 0 { throw .cannotOpen("\(path) is there already") }
    try outside { try StoreBackup.copy($0, to: target.path, replacing: false) }
    try licences.copyAll(to: target.licences)
  }
}
