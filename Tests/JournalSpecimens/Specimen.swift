public import Casework
public import Policy
public import Session

/// Made-up merchants, and what they do, for filling a store.
public enum Specimen {
  /// 2020-08-03T10:00:00+08:00.
  public static let morning = Moment(milliseconds: 1_596_420_000_000)

  /// The values that a specimen gives, by field; nobody's (the address codes are not assigned).
  public static let values: [Field: String] = [
    .name: "林小满", .idNumber: "110199199003150025", .mobile: "13800000000",
    .entityKind: "company", .companyName: "示例市云朵测试商贸有限公司",
    .creditCode: "91110199MA0TE5T16Y", .legalName: "林小满", .legalID: "110199199003150025",
    .licenceValid: "长期", .licenceFile: String(repeating: "0", count: 64),
  ]

  /// What none of a store's files may hold, nor any of its outputs.
  public static let secrets = ["林小满", "110199199003150025", "13800000000"]

  /// Appends `events` and `seals` where the merchant's log now ends.
  @discardableResult
  public static func append(
    _ events: [CaseEvent], _ seals: [Seal] = [], to merchant: String, in store: any EventStore,
    at moment: Moment = morning, by actor: Actor = .merchant
  ) throws(StoreError) -> Receipt {
    let version = try store.entries(of: merchant, after: 0).last?.version ?? 0
    return try store.append(
      Batch(events: events, at: moment, actor: actor, seals: seals), to: merchant,
      expecting: version)
  }

  /// A case of `kind` with every field given; the last field is still open when `isComplete` is false.
  @discardableResult
  public static func fillIn(
    _ kind: CaseKind, of merchant: String, in store: any EventStore, at moment: Moment = morning
  ) throws(StoreError) -> CaseID {
    let id = try CaseID(
      store.counters(on: moment.shanghaiDate).nextCase, on: moment.shanghaiDate)
    try append([.opened(id, kind), .consented(id)], to: merchant, in: store, at: moment)
    for field in kind.fields {
      let seal = Seal(scope: id.rawValue, name: field.rawValue, value: values[field] ?? "演示")
      try append(
        [.fieldGiven(id, field, isNew: true)], [seal], to: merchant, in: store, at: moment)
    }
    return id
  }

  /// A merchant whose name is verified, with a paid Blue V under review, a draft and a ticket.
  @discardableResult
  public static func settle(
    _ merchant: String, in store: any EventStore, at moment: Moment = morning
  ) throws(StoreError) -> CaseID {
    let named = try fillIn(.realname, of: merchant, in: store, at: moment)
    try append([.submitted(named)], to: merchant, in: store)
    try append([.verifying(named), .verified(named)], to: merchant, in: store, by: .simulator)
    let bluev = try fillIn(.bluev, of: merchant, in: store, at: moment)
    try store.keep(
      LicenceCopy(
        scope: bluev.rawValue, sha256: String(repeating: "0", count: 64),
        bytes: Array("%PDF-林小满".utf8)), of: merchant)
    let counters = try store.counters(on: moment.shanghaiDate)
    let order = OrderNumber(counters.nextOrder, on: moment.shanghaiDate)
    try append(
      [.orderOpened(order, bluev, period: 1, amountInFen: 59_900)], to: merchant, in: store)
    try append([.chargeSent(order, attempt: 1)], to: merchant, in: store)
    try append([.chargeAnswered(order, attempt: 1, .paid)], to: merchant, in: store)
    try fillIn(.recruit, of: merchant, in: store, at: moment)
    let ticket = TicketID(counters.nextTicket, on: moment.shanghaiDate)
    let opened = TicketEvent.opened(
      Ticket.Subject(key: "S01", intent: "silent.refund", items: ["S01"], order: order),
      priority: .p2, owner: "晓琳", due: moment.advanced(bySeconds: 3600), mood: .calm)
    try append(
      [.ticket(ticket, opened), .ticket(ticket, .noted(name: "summary"))],
      [Seal(scope: ticket.rawValue, name: "summary", value: "问退款,手机 13800000000")],
      to: merchant, in: store)
    return bluev
  }

  /// Everything that a store says, as text: equal texts mean equal stores.
  public static func account(_ store: any EventStore) throws(StoreError) -> String {
    var lines: [String] = []
    var scopes: Set<[String]> = []
    for entry in try store.entries(after: 0) {
      lines.append("\(entry)")
      switch entry.event {
      case .opened(let id, _): scopes.insert([entry.merchant, id.rawValue])
      case .ticket(let id, .opened): scopes.insert([entry.merchant, id.rawValue])
      case _: break
      }
    }
    for merchant in Set(scopes.map { $0[0] }).sorted() {
      lines.append("\(merchant): \(try store.entries(of: merchant, after: 0).count)")
    }
    for place in scopes.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      let values = try store.particulars(in: place[1], of: place[0])
      lines.append("\(place): \(values.sorted { $0.key < $1.key })")
    }
    return lines.joined(separator: "\n")
  }
}
