import ArgumentParser
import Casework
import Foundation
import Journal
import Policy
import Session

/// A merchant's own data.
struct MerchantCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merchant", abstract: "Gives a merchant a copy of their data, or erases it.",
    discussion: """
      EXAMPLES
        xiaoer merchant export lin > lin.json
        xiaoer merchant forget lin
      """,
    subcommands: [Export.self, Forget.self])

  /// A copy.
  struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Writes everything about a merchant as JSON, in clear: for that person only.")
    @OptionGroup var options: DeskOptions
    @Flag(help: "Do not ask.") var yes = false
    @Argument(help: "The merchant, as in --merchant.") var merchant: String

    func run() throws {
      let desk = try options.desk()
      let record = try desk.record(of: merchant) { [$0.merchant] }
      if let fault = desk.store.keyFault { throw Failure(fault) }
      try Consent.ask(
        "Write all personal data of \(merchant) in clear to standard output?", isGiven: yes)
      try desk.stored { () throws(StoreError) in
        try desk.store.note("exported", on: merchant, at: desk.now, by: desk.who)
      }
      try StandardStreams.write(try MerchantCopy(desk: desk, record: record).json())
    }
  }

  /// Nothing is left but that there was something.
  struct Forget: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Erases a merchant's personal data and its key; what happened stays without it.")
    @OptionGroup var options: DeskOptions
    @Flag(help: "Do not ask.") var yes = false
    @Argument(help: "The merchant, as in --merchant.") var merchant: String

    func run() throws {
      let desk = try options.desk()
      _ = try desk.record(of: merchant) { [$0.merchant] }
      try Consent.ask("Erase all personal data of \(merchant) for ever?", isGiven: yes)
      try desk.stored { () throws(StoreError) in
        try desk.store.forget(merchant, at: desk.now, by: .operator(desk.who))
      }
      if options.json { return try StandardStreams.print("{\"forgotten\":true}") }
      try StandardStreams.print(
        Visible.filter("\(merchant): values, key and licence copies are erased"))
    }
  }
}

/// A yes that has to be given before something that cannot be taken back.
private enum Consent {
  static func ask(_ question: String, isGiven: Bool) throws {
    if isGiven { return }
    guard isatty(STDIN_FILENO) == 1, isatty(STDERR_FILENO) == 1 else {
      throw Failure(.usage, "nobody can be asked here; nothing was done. Say --yes")
    }
    let text = Array(Visible.filter(question + " (yes/no) ").utf8)
    _ = text.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
    let answer = readLine()?.trimmingCharacters(in: .whitespaces).lowercased()
    guard answer == "yes" || answer == "y" || answer == "是" else {
      throw Failure(.usage, "not confirmed; nothing was done")
    }
  }
}

/// What a person gets who asks for a copy.
private struct MerchantCopy {
  let desk: OperatorDesk
  let record: MerchantRecord

  func json() throws -> [UInt8] {
    let cases = try record.cases.map { found in
      (found, try values(in: found.id.rawValue), try files(of: found))
    }
    let tickets = try record.tickets.map { ($0, try values(in: $0.id.rawValue)) }
    let asked = try values(in: "asked")
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("merchant", record.merchant)
      writer.member("at", desk.now.iso8601)
      writer.name("cases")
      writer.array(cases) { write($1.0, $1.1, $1.2, into: &$0) }
      writer.name("tickets")
      writer.array(tickets) { write($1.0, $1.1, into: &$0) }
      writer.name("asked")
      writer.array(record.unanswered) { writer, question in
        writer.object { writer in
          writer.member("at", question.at.iso8601)
          writer.member("kind", question.what.kind)
          writer.member("text", asked["\(question.version)"])
        }
      }
    }
    return writer.bytes + [UInt8(ascii: "\n")]
  }

  private func values(in scope: String) throws -> [String: String] {
    try desk.particulars(in: scope, of: record.merchant) ?? [:]
  }

  private func files(of found: Case) throws -> [String: [UInt8]] {
    try desk.stored { () throws(StoreError) in
      try desk.store.licences(in: found.id.rawValue, of: record.merchant)
    }
  }

  private func write(
    _ found: Case, _ values: [String: String], _ files: [String: [UInt8]],
    into writer: inout JSONWriter
  ) {
    writer.object { writer in
      writer.member("id", found.id.rawValue)
      writer.member("kind", found.kind.rawValue)
      writer.member("state", found.state(at: desk.now).rawValue)
      writer.member("opened", found.openedAt.iso8601)
      writer.name("given")
      writer.object { writer in
        for (name, value) in values.sorted(by: { $0.key < $1.key }) { writer.member(name, value) }
      }
      writer.name("files")
      writer.array(files.sorted { $0.key < $1.key }) { writer, file in
        writer.object { writer in
          writer.member("sha256", file.key)
          writer.member("base64", Data(file.value).base64EncodedString())
        }
      }
      writer.name("orders")
      writer.array(found.orders) { writer, order in
        writer.object { writer in
          writer.member("number", order.number.rawValue)
          writer.member("state", order.state.rawValue)
          writer.member("amount_fen", order.amountInFen)
          writer.member("paid", order.paidAt?.iso8601)
        }
      }
    }
  }

  private func write(
    _ ticket: Ticket, _ words: [String: String], into writer: inout JSONWriter
  ) {
    writer.object { writer in
      writer.member("id", ticket.id.rawValue)
      writer.member("state", ticket.state.rawValue)
      writer.member("opened", ticket.openedAt.iso8601)
      writer.name("notes")
      writer.array(ticket.notes) { writer, note in
        writer.object { writer in
          writer.member("at", note.at.iso8601)
          writer.member("by", note.by == .merchant ? "merchant" : "platform")
          writer.member("text", words[note.name])
        }
      }
    }
  }
}
