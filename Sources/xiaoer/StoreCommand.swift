import ArgumentParser
import Journal
import Session

/// The store's health.
struct StoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "store", abstract: "Checks, copies, purges and rebuilds the store.",
    discussion: """
      EXAMPLES
        xiaoer store check
        xiaoer store backup /media/stick/store.db
        xiaoer store purge
        xiaoer store rebuild
      """,
    subcommands: [Check.self, Backup.self, Purge.self, Rebuild.self])

  /// Whether all of it is whole.
  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Reads everything: pages, the log's chain, folded tables, sealed values.")
    @OptionGroup var options: DeskOptions

    func run() throws {
      let desk = try options.desk()
      let report = try desk.stored { () throws(StoreError) in try desk.store.check() }
      if options.json { return try report.printObject() }
      try StandardStreams.print(report.text + ": whole")
      if let fault = desk.store.keyFault, case .noKey(let what) = fault {
        StandardStreams.complain(
          Visible.filter("xiaoer: sealed values were not opened: the key: \(what)"))
      }
    }
  }

  /// A copy.
  struct Backup: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Copies the store to a new file; the key is not copied.")
    @OptionGroup var options: DeskOptions
    @Argument(help: "The copy; nothing may stand there yet.") var file: String

    func run() throws {
      let desk = try options.desk()
      try desk.stored { () throws(StoreError) in try desk.store.backup(to: file) }
      if options.json { return try StandardStreams.print("{\"backup\":\(quoted(file))}") }
      try StandardStreams.print(Visible.filter("copied to \(file); the key is not in it"))
    }

    private func quoted(_ text: String) -> String {
      var writer = JSONWriter()
      writer.value(text)
      return String(decoding: writer.bytes, as: UTF8.self)
    }
  }

  /// What is due goes.
  struct Purge: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Erases the sensitive fields of drafts older than a day, and gives room back.")
    @OptionGroup var options: DeskOptions

    func run() throws {
      let desk = try options.desk()
      let report = try desk.stored { () throws(StoreError) in try desk.store.purge(at: desk.now) }
      if options.json {
        return try StandardStreams.print(
          "{\"drafts\":\(report.drafts),\"fields\":\(report.fields)}")
      }
      try StandardStreams.print("erased \(report.fields) fields of \(report.drafts) drafts")
    }
  }

  /// The folded tables anew.
  struct Rebuild: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Folds the tables anew from the log, and says whether they were equal.")
    @OptionGroup var options: DeskOptions

    func run() throws {
      let desk = try options.desk()
      let report = try desk.stored { () throws(StoreError) in try desk.store.rebuild() }
      if options.json { return try report.printObject() }
      let wrong = report.differing.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
      try StandardStreams.print(
        report.text + ": "
          + (wrong.isEmpty
            ? "all equal"
            : "made anew, rows that differed: "
              + wrong.joined(separator: ", ")))
    }
  }
}

extension StoreReport {
  fileprivate var sortedRows: [(String, Int)] { rows.sorted { $0.key < $1.key } }

  fileprivate var text: String {
    var parts = ["\(entries) entries", "\(merchants) merchants"]
    parts += sortedRows.map { "\($1) rows of \($0)" }
    if let sealed { parts.append("\(sealed) sealed values") }
    if let licences { parts.append("\(licences) licence copies") }
    return parts.joined(separator: ", ")
  }

  fileprivate func printObject() throws {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("entries", entries)
      writer.member("merchants", merchants)
      writer.name("rows")
      writer.object { writer in for (name, count) in sortedRows { writer.member(name, count) } }
      writer.name("differing")
      writer.object { writer in
        for (name, count) in differing.sorted(by: { $0.key < $1.key }) {
          writer.member(name, count)
        }
      }
      writer.member("sealed", sealed)
      writer.member("licences", licences)
    }
    try StandardStreams.print(String(decoding: writer.bytes, as: UTF8.self))
  }
}
