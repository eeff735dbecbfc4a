import Casework
import Journal
import Policy
import Session

/// Lays applications out for operators: nothing personal in clear.
struct CasePage {
  let desk: OperatorDesk
  let json: Bool

  /// A line each, or one array.
  func show(_ cases: [(MerchantRecord, Case)]) throws {
    if json {
      var writer = JSONWriter()
      writer.array(cases) { write($1.1, of: $1.0.merchant, into: &$0) }
      return try StandardStreams.print(String(decoding: writer.bytes, as: UTF8.self))
    }
    for (record, found) in cases { try say(line(found, of: record.merchant)) }
  }

  /// One application, whole.
  func show(_ id: CaseID, of record: MerchantRecord) throws {
    guard let found = record[id] else { throw Failure(.usage, "there is no \(id)") }
    try show([(record, found)])
    if json { return }
    for order in found.orders {
      let attempts = order.attempts.map { CasePage.name(of: $0.state) }
      try say(
        "  \(order.number)  \(order.state.rawValue)  \(order.amountInFen) fen  "
          + attempts.joined(separator: " "))
    }
    if !found.reasons.isEmpty {
      try say("  rejected: " + found.reasons.map(\.rawValue).joined(separator: " "))
    }
    switch found.expiry {
    case .until(let end): try say("  until: \(end.iso8601)")
    case .notStatedByPolicy: try say("  until: not stated by the policy (S14)")
    case nil: break
    }
    let values = try desk.particulars(in: id.rawValue, of: record.merchant)
    for field in found.kind.fields where found.given.contains(field) {
      let shown = values.map { $0[field.rawValue].map(field.masked) ?? "(erased)" } ?? "(sealed)"
      try say("  \(field.rawValue): \(shown)")
    }
  }

  private func line(_ found: Case, of merchant: String) -> String {
    "\(found.id)  \(merchant)  \(found.kind.rawValue)  \(found.state(at: desk.now).rawValue)  "
      + found.changedAt.iso8601
  }

  private func write(_ found: Case, of merchant: String, into writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("id", found.id.rawValue)
      writer.member("merchant", merchant)
      writer.member("kind", found.kind.rawValue)
      writer.member("state", found.state(at: desk.now).rawValue)
      writer.name("orders")
      writer.array(found.orders) { writer, order in
        writer.object { writer in
          writer.member("number", order.number.rawValue)
          writer.member("state", order.state.rawValue)
          writer.member("amount_fen", order.amountInFen)
          writer.name("attempts")
          writer.array(order.attempts) { writer, attempt in
            writer.object { $0.member("state", CasePage.name(of: attempt.state)) }
          }
        }
      }
    }
  }

  /// Of a payment that is not answered nobody knows more than of one that timed out.
  static func name(of state: Order.Attempt.State) -> String {
    (state == .pending ? .unknown : state).rawValue
  }

  private func say(_ line: String) throws { try StandardStreams.print(Visible.filter(line)) }
}

extension Field {
  /// What may be shown of `value`.
  func masked(_ value: String) -> String {
    switch self {
    case .name, .legalName: (try? PersonName.parse(value).get())?.masked ?? "**"
    case .idNumber, .legalID: String(value.prefix(1)) + "****************" + value.suffix(1)
    case .mobile: (try? MobileNumber.parse(value).get())?.masked ?? "****"
    case .contact: "(given)"
    case .licenceFile: "sha256 " + value.prefix(12) + "…"
    case .entityKind, .companyName, .licenceValid, .paidAt, .feeKind, .amount, .traffic, .discount,
      .highlights:
      PersonalData.mask(value).masked
    // A credit code is public, even one of digits only.
    case .creditCode: value
    }
  }
}
