import GRDB

/// A step from one version of the store to the next: a value, never edited once it was released.
struct Migration: Sendable {
  /// The version that the store has afterwards, `user_version`.
  let version: Int
  /// The statements, run in order in one transaction with all other steps.
  let statements: [String]
}

/// The tables of a store.
enum Schema {
  /// `XiaO`, in the header of every store.
  static let applicationID = 0x5869_614F

  /// All steps, oldest first.
  static let migrations = [Migration(version: 1, statements: first)]

  /// The log, chained by hashes and closed to changes; what is folded from it; and, erasable, what is
  /// sealed. Tables without row ids are one tree each, so that no index can disagree with its table.
  private static let first = [
    """
    CREATE TABLE entry(
      sequence INTEGER PRIMARY KEY, merchant TEXT NOT NULL, version INTEGER NOT NULL,
      at INTEGER NOT NULL, actor TEXT NOT NULL, event TEXT NOT NULL, hash BLOB NOT NULL,
      UNIQUE(merchant, version)) STRICT
    """,
    """
    CREATE TABLE heads(
      merchant TEXT PRIMARY KEY, version INTEGER NOT NULL, sequence INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE cases(
      id TEXT PRIMARY KEY, merchant TEXT NOT NULL, kind TEXT NOT NULL, state TEXT NOT NULL,
      opened INTEGER NOT NULL, changed INTEGER NOT NULL, day INTEGER NOT NULL,
      serial INTEGER NOT NULL) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE orders(
      number TEXT PRIMARY KEY, merchant TEXT NOT NULL, application TEXT NOT NULL,
      period INTEGER NOT NULL, amount_fen INTEGER NOT NULL, state TEXT NOT NULL,
      opened INTEGER NOT NULL, paid INTEGER, day INTEGER NOT NULL, serial INTEGER NOT NULL,
      UNIQUE(merchant, application, period)) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE attempts(
      number TEXT NOT NULL, attempt INTEGER NOT NULL, state TEXT NOT NULL, sent INTEGER NOT NULL,
      PRIMARY KEY(number, attempt)) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE tickets(
      id TEXT PRIMARY KEY, merchant TEXT NOT NULL, state TEXT NOT NULL, priority TEXT NOT NULL,
      owner TEXT NOT NULL, due INTEGER NOT NULL, opened INTEGER NOT NULL, closed INTEGER,
      day INTEGER NOT NULL, serial INTEGER NOT NULL) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX cases_day ON cases(day, serial)",
    "CREATE INDEX orders_day ON orders(day, serial)",
    "CREATE INDEX tickets_day ON tickets(day, serial)",
    """
    CREATE TABLE keys(
      merchant TEXT NOT NULL, scope TEXT NOT NULL, nonce BLOB NOT NULL, box BLOB NOT NULL,
      count INTEGER NOT NULL, PRIMARY KEY(merchant, scope)) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE sealed(
      merchant TEXT NOT NULL, scope TEXT NOT NULL, name TEXT NOT NULL, nonce BLOB NOT NULL,
      box BLOB NOT NULL, PRIMARY KEY(merchant, scope, name)) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE audit(
      id INTEGER PRIMARY KEY, at INTEGER NOT NULL, who TEXT NOT NULL, act TEXT NOT NULL,
      subject TEXT NOT NULL, hash BLOB NOT NULL) STRICT
    """,
    "CREATE TABLE chores(merchant TEXT PRIMARY KEY) STRICT, WITHOUT ROWID",
    "CREATE TABLE meta(name TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT, WITHOUT ROWID",
    dense("entry", "sequence"), refusal("entry", of: "UPDATE"), refusal("entry", of: "DELETE"),
    dense("audit", "id"), refusal("audit", of: "UPDATE"), refusal("audit", of: "DELETE"),
  ]

  /// Nothing is put anywhere but at the end; this refuses `INSERT OR REPLACE` too.
  private static func dense(_ table: String, _ column: String) -> String {
    """
    CREATE TRIGGER \(table)_dense BEFORE INSERT ON \(table)
    WHEN NEW.\(column) <> (SELECT coalesce(max(\(column)), 0) + 1 FROM \(table))
    BEGIN SELECT RAISE(ABORT, 'nothing is written but at the end'); END
    """
  }

  private static func refusal(_ table: String, of verb: String) -> String {
    """
    CREATE TRIGGER \(table)_no_\(verb.lowercased()) BEFORE \(verb) ON \(table)
    BEGIN SELECT RAISE(ABORT, 'what is written stays'); END
    """
  }

  /// A hash over the text of the schema, to notice when a bit of it is another.
  static func hash(_ db: Database) throws -> [UInt8] {
    let rows = try String.fetchAll(
      db,
      sql: "SELECT type || ':' || name || ':' || coalesce(sql, '') FROM sqlite_schema ORDER BY 1")
    return Sodium.hash(Chain.joined(rows.map { Array($0.utf8) }))
  }
}
