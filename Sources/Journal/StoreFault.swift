import GRDB
import Session

/// Tells what an error of SQLite means to whoever asked.
enum StoreFault {
  /// `error` as one of the port's.
  static func translate(_ error: any Error) -> StoreError {
    if let error = error as? StoreError { return error }
    guard let error = error as? DatabaseError else { return .notSaved("\(error)") }
    let message = error.message ?? error.resultCode.description
    switch error.resultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED: return .busy
    // The statements are all ours and fixed: what SQLite does not understand is the schema.
    case .SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_FORMAT, .SQLITE_ERROR, .SQLITE_MISMATCH,
      .SQLITE_SCHEMA:
      return .damaged(message)
    case .SQLITE_CONSTRAINT:
      let isRefused = error.extendedResultCode == .SQLITE_CONSTRAINT_TRIGGER
      return isRefused ? .damaged(message) : .conflict
    case .SQLITE_FULL: return .notSaved("no space left")
    case .SQLITE_READONLY, .SQLITE_PERM: return .notSaved("read-only")
    case .SQLITE_IOERR: return .notSaved("the device or its limit refuses (\(message))")
    case .SQLITE_CANTOPEN: return .notSaved("cannot open a file beside the store")
    case .SQLITE_TOOBIG, .SQLITE_NOMEM: return .notSaved("too large")
    case _: return .notSaved(message)
    }
  }
}

extension Row {
  /// The whole number in a column; damaged when it is none.
  func number(_ index: Int) throws(StoreError) -> Int {
    if case .int64(let value) = storage(index) { return Int(value) }
    throw .damaged("a number is missing")
  }

  /// The text in a column; damaged when it is none.
  func text(_ index: Int) throws(StoreError) -> String {
    if case .string(let value) = storage(index) { return value }
    throw .damaged("a text is missing")
  }

  /// The bytes in a column; damaged when there are none.
  func bytes(_ index: Int) throws(StoreError) -> [UInt8] {
    if case .blob(let value) = storage(index) { return Array(value) }
    throw .damaged("bytes are missing")
  }

  /// Whether a column is null.
  func isNull(_ index: Int) -> Bool {
    if case .null = storage(index) { return true }
    return false
  }

  private func storage(_ index: Int) -> DatabaseValue.Storage {
    databaseValues[databaseValues.index(databaseValues.startIndex, offsetBy: index)].storage
  }
}
