import ArgumentParser
import Casework
import Journal
import Session

/// The operator's side of applications.
struct CasesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cases", abstract: "Lists applications; approves, rejects and refunds them.",
    discussion: """
      EXAMPLES
        xiaoer cases
        xiaoer cases show C20200803-0001
        xiaoer cases approve C20200803-0001 --operator qin
        xiaoer cases reject C20200803-0001 --reason R1,R5
        xiaoer cases refund BV20200803-000001K

      Review and refund are simulated: the policy knows neither.
      """,
    subcommands: [List.self, Show.self, Approve.self, Reject.self, Refund.self],
    defaultSubcommand: List.self)

  /// All of them.
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Lists every application.")
    @OptionGroup var options: DeskOptions

    func run() throws {
      let desk = try options.desk()
      let found = try desk.records().flatMap { record in record.cases.map { (record, $0) } }
      let sorted = found.sorted { $0.1.id.rawValue < $1.1.id.rawValue }
      try CasePage(desk: desk, json: options.json).show(sorted)
    }
  }

  /// One of them.
  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Shows one application, what was given masked.")
    @OptionGroup var options: DeskOptions
    @Argument(help: "C20200803-0001") var id: String

    func run() throws {
      let desk = try options.desk()
      let record = try desk.record(of: id) { $0.cases.map(\.id.rawValue) }
      try CasePage(desk: desk, json: options.json).show(CaseID(rawValue: id), of: record)
    }
  }

  /// What was handed in is right.
  struct Approve: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Approves a Blue V under review, or a submitted real name.")
    @OptionGroup var options: DeskOptions
    @Argument(help: "C20200803-0001") var id: String

    func run() throws {
      let desk = try options.desk()
      let id = CaseID(rawValue: id)
      let merchant = try desk.record(of: self.id) { $0.cases.map(\.id.rawValue) }.merchant
      let record = try desk.append(to: merchant) { record in
        ([record[id]?.kind == .realname ? .verified(id) : .approved(id)], [])
      }
      try CasePage(desk: desk, json: options.json).show(id, of: record)
    }
  }

  /// It is sent back.
  struct Reject: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Sends an application back, with at least one reason.",
      discussion: """
        REASONS (simulated)
          R1 blurred  R2 name differs  R3 credit code differs  R4 legal representative differs
          R5 licence ended  R6 kind of entity  R7 ID wrong  R8 no licence  R9 edited
        Of a real name: mismatch, used_elsewhere, under_age.
        """)
    @OptionGroup var options: DeskOptions
    @Argument(help: "C20200803-0001") var id: String
    @Option(help: "R1,R5") var reason: String

    func run() throws {
      let desk = try options.desk()
      let id = CaseID(rawValue: id)
      let merchant = try desk.record(of: self.id) { $0.cases.map(\.id.rawValue) }.merchant
      let record = try desk.append(to: merchant) { ([try event(on: id, of: $0)], []) }
      try CasePage(desk: desk, json: options.json).show(id, of: record)
    }

    private func event(on id: CaseID, of record: MerchantRecord) throws -> CaseEvent {
      if record[id]?.kind == .realname {
        guard let failure = VerificationFailure(rawValue: reason) else {
          throw Failure(.usage, "--reason \(reason): use mismatch, used_elsewhere or under_age")
        }
        return .verificationFailed(id, failure)
      }
      let words = reason.split(separator: ",", omittingEmptySubsequences: false)
      let reasons = words.compactMap { ReviewReason(rawValue: $0.uppercased()) }
      guard reasons.count == words.count else {
        throw Failure(.usage, "--reason \(reason): use R1 to R9, with commas between")
      }
      return .rejected(id, reasons)
    }
  }

  /// The money goes back.
  struct Refund: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Gives the money of an order back (simulated).")
    @OptionGroup var options: DeskOptions
    @Argument(help: "BV20200803-000001K, or its application") var id: String

    func run() throws {
      let desk = try options.desk()
      let merchant = try desk.record(of: id) { record in
        record.cases.filter { !$0.orders.isEmpty }
          .flatMap { [$0.id.rawValue] + $0.orders.map(\.number.rawValue) }
      }.merchant
      // Two steps, as it is with a real channel: that it has begun is on disk before it is done.
      try desk.append(to: merchant) { record in
        let order = try order(of: record)
        return (order.state == .refunding ? [] : [.refundStarted(order.number)], [])
      }
      let record = try desk.append(to: merchant) { record in
        ([.refunded(try order(of: record).number)], [])
      }
      guard let application = (try? order(of: record))?.application else { return }
      try CasePage(desk: desk, json: options.json).show(application, of: record)
    }

    private func order(of record: MerchantRecord) throws -> Order {
      let found = record[OrderNumber(rawValue: id)] ?? record[CaseID(rawValue: id)]?.order
      guard let found else { throw Failure(.usage, "there is no order \(id)") }
      return found
    }
  }
}
