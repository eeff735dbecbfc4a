import ArgumentParser
import Casework
import Journal
import Policy
import Session

/// The operator's side of questions that a person has to look at.
struct TicketsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tickets", abstract: "Lists tickets; takes, answers, closes and reopens them.",
    discussion: """
      EXAMPLES
        xiaoer tickets
        xiaoer tickets show T20200803-0001
        xiaoer tickets take T20200803-0001 --operator qin
        xiaoer tickets reply T20200803-0001 已向政策台核实
        xiaoer tickets close T20200803-0001
      """,
    subcommands: [List.self, Show.self, Take.self, Reply.self, Close.self, Reopen.self, Gaps.self],
    defaultSubcommand: List.self)

  /// All of them.
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Lists every ticket.")
    @OptionGroup var options: DeskOptions

    func run() throws {
      let desk = try options.desk()
      let found = try desk.records().flatMap { record in record.tickets.map { (record, $0) } }
      let sorted = found.sorted { $0.1.id.rawValue < $1.1.id.rawValue }
      try TicketPage(desk: desk, json: options.json).show(sorted)
    }
  }

  /// One of them.
  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Shows a ticket and its notes.")
    @OptionGroup var options: DeskOptions
    @Argument(help: "T20200803-0001") var id: String

    func run() throws {
      let desk = try options.desk()
      let record = try desk.record(of: id) { $0.tickets.map(\.id.rawValue) }
      try TicketPage(desk: desk, json: options.json).show(TicketID(rawValue: id), of: record)
    }
  }

  /// A person looks at it.
  struct Take: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Takes a ticket on.")
    @OptionGroup var options: DeskOptions
    @Argument(help: "T20200803-0001") var id: String

    func run() throws {
      let desk = try options.desk()
      try desk.act(on: id, json: options.json) { _ in (.taken(by: desk.who), nil) }
    }
  }

  /// A person answers.
  struct Reply: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Answers a ticket; the merchant reads it at the next turn.")
    @OptionGroup var options: DeskOptions
    @Argument(help: "T20200803-0001") var id: String
    @Argument(help: "The answer; several words are joined by blanks.") var text: [String]

    func run() throws {
      let text = PersonalData.mask(text.joined(separator: " ")).masked
      guard !text.isEmpty, text.utf8.count <= Line.limit else {
        throw Failure(.usage, "the answer is empty, or longer than \(Line.limit) bytes")
      }
      try options.desk().act(on: id, json: options.json) { ticket in
        (.noted(name: "note-\(ticket.notes.count + 1)"), text)
      }
    }
  }

  /// It is done.
  struct Close: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Closes a ticket.")
    @OptionGroup var options: DeskOptions
    @Argument(help: "T20200803-0001") var id: String

    func run() throws {
      try options.desk().act(on: id, json: options.json) { _ in (.closed, nil) }
    }
  }

  /// It was not done after all.
  struct Reopen: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Opens a ticket again, within \(MerchantRecord.reopeningDays) days of its end.")
    @OptionGroup var options: DeskOptions
    @Argument(help: "T20200803-0001") var id: String

    func run() throws {
      let desk = try options.desk()
      // A day to look at it again (simulated).
      let due = desk.now.advanced(bySeconds: 86_400)
      try desk.act(on: id, json: options.json) { _ in (.reopened(due: due), nil) }
    }
  }
}

extension OperatorDesk {
  /// Does what `event` says of the ticket, its words sealed under the name of the note, and shows it.
  fileprivate func act(
    on id: String, json: Bool, _ event: (Ticket) -> (event: TicketEvent, words: String?)
  ) throws {
    let merchant = try record(of: id) { $0.tickets.map(\.id.rawValue) }.merchant
    let number = TicketID(rawValue: id)
    let record = try append(to: merchant) { record in
      guard let ticket = record[number] else { throw Failure(.usage, "there is no \(id)") }
      let (event, words) = event(ticket)
      guard case .noted(let name) = event, let words else { return ([.ticket(number, event)], []) }
      return ([.ticket(number, event)], [Seal(scope: id, name: name, value: words)])
    }
    try TicketPage(desk: self, json: json).show(number, of: record)
  }
}

/// Lays tickets out for operators: nothing personal in clear.
private struct TicketPage {
  let desk: OperatorDesk
  let json: Bool

  func show(_ tickets: [(MerchantRecord, Ticket)]) throws {
    if json {
      let summaries = try tickets.map { try words(of: $1, $0.merchant)?["summary"] }
      var writer = JSONWriter()
      writer.array(zip(tickets, summaries)) { write($1.0.1, summary: $1.1, into: &$0) }
      return try StandardStreams.print(String(decoding: writer.bytes, as: UTF8.self))
    }
    for (record, ticket) in tickets {
      try say(
        "\(ticket.id)  \(ticket.priority.rawValue)  \(ticket.state.rawValue)  \(ticket.owner)  "
          + "due \(ticket.due.iso8601)  \(record.merchant)  \(ticket.subject.key)")
    }
  }

  func show(_ id: TicketID, of record: MerchantRecord) throws {
    guard let ticket = record[id] else { throw Failure(.usage, "there is no \(id)") }
    try show([(record, ticket)])
    if json { return }
    let words = try words(of: ticket, record.merchant)
    for note in ticket.notes {
      let text = words.map { $0[note.name] ?? "(erased)" } ?? "(sealed)"
      try say("  \(note.at.iso8601)  \(note.by.name)  \(text)")
    }
  }

  private func words(of ticket: Ticket, _ merchant: String) throws -> [String: String]? {
    try desk.particulars(in: ticket.id.rawValue, of: merchant)?
      .mapValues { PersonalData.mask($0).masked }
  }

  private func write(_ ticket: Ticket, summary: String?, into writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("id", ticket.id.rawValue)
      writer.member("priority", ticket.priority.rawValue)
      writer.member("state", ticket.state.rawValue)
      writer.member("owner", ticket.owner)
      writer.member("due", ticket.due.iso8601)
      writer.name("items")
      writer.array(ticket.subject.items) { $0.value($1) }
      writer.member("mood", ticket.mood.rawValue)
      writer.member("order", ticket.subject.order?.rawValue)
      writer.member("summary", summary)
    }
  }

  private func say(_ line: String) throws { try StandardStreams.print(Visible.filter(line)) }
}
