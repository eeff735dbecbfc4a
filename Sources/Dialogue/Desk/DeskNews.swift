public import Casework
public import Policy

/// What the desk has to tell a merchant unasked, at the next turn or the next start.
public struct DeskNews: Sendable {
  /// One piece of news.
  public enum Item: Hashable, Sendable {
    /// The promised time of a ticket has come; there is no result.
    case due(TicketID)
    /// A person wrote something; the words stand sealed under the ticket and this name.
    case written(TicketID, name: String)
    /// Somebody closed it.
    case closed(TicketID)
    /// Somebody escalated it.
    case escalated(TicketID)
    /// A payment's outcome has been unknown for too long, and there is no ticket on it.
    case paymentUnknown(OrderNumber)
  }

  /// What there is to tell at `moment`, the oldest first.
  public static func due(_ record: MerchantRecord, at moment: Moment) -> [Item] {
    written(record) + promised(record, at: moment) + unknown(record, at: moment)
  }

  private static func written(_ record: MerchantRecord) -> [Item] {
    var told: [TicketID: Int] = [:]
    return record.untold.compactMap { news -> Item? in
      guard case .ticket(let id, let event) = news.event else { return nil }
      switch event {
      case .noted(let name):
        told[id, default: 0] += 1
        return .written(id, name: name)
      case .closed: return .closed(id)
      case .escalated: return .escalated(id)
      case .opened, .taken, .reported, .reopened, .surveyOffered, .surveyed: return nil
      }
    }
  }

  private static func promised(_ record: MerchantRecord, at moment: Moment) -> [Item] {
    record.tickets.filter { $0.state != .closed && $0.state != .answered && $0.due <= moment }
      .map { .due($0.id) }
  }

  private static func unknown(_ record: MerchantRecord, at moment: Moment) -> [Item] {
    record.cases.flatMap(\.orders).filter { order in
      guard order.isUnsettled, let sent = order.attempts.last?.sentAt else { return false }
      let limit = sent.advanced(bySeconds: Escalation.unknownMinutes * 60)
      let key = Escalation.paymentUnknown.rawValue + ":" + order.number.rawValue
      return moment > limit && record.openTicket(on: key) == nil
    }.map { .paymentUnknown($0.number) }
  }
}

extension DeskAgent {
  /// Tells the news of the desk, as replies to stand before the others of a turn; nil when there is none. `words`
  /// gives what a person wrote to a ticket; nil when it was erased.
  ///
  /// The caller marks what was told (`CaseEvent.told`) when it has told all the news of the record.
  public func news(
    in state: ConversationState, record: MerchantRecord, counters: Counters, at now: Moment,
    language: Tongue, surname: String? = nil, words: (TicketID, String) -> String?
  ) -> DeskTurn? {
    let items = DeskNews.due(record, at: now)
    guard !items.isEmpty else { return nil }
    var visit = DeskVisit(
      desk: self, text: "", heard: [], state: state,
      setting: DeskSetting(now: now, asOf: now, seed: 0, tongue: language, surname: surname),
      book: TicketBook(record: record, counters: counters, at: now))
    for item in items { visit.tell(item, words) }
    return visit.turn
  }
}

extension DeskVisit {
  mutating func tell(_ item: DeskNews.Item, _ words: (TicketID, String) -> String?) {
    switch item {
    case .due(let id):
      guard let ticket = book.record[id] else { return }
      book.write(.reported(next: policy.due(ticket.priority, from: setting.now)), to: id)
      tell(.newsDue, of: id, by: desk.agent(owning: ticket.owner))
    case .written(let id, let name):
      guard let ticket = book.record[id] else { return }
      let text = words(id, name)
      var arguments = arguments(of: ticket)
      if let text { arguments.append(.init("words", .text(text))) }
      say([.desk(text == nil ? .newsPersonBlank : .newsPerson, arguments)])
    case .closed(let id): tell(.newsClosed, of: id)
    case .escalated(let id): tell(.newsEscalated, of: id)
    case .paymentUnknown(let order):
      let key = Escalation.paymentUnknown.rawValue + ":" + order.rawValue
      guard
        let (ticket, _) = ticket(
          on: Ticket.Subject(key: key, order: order), .escalation(.paymentUnknown))
      else { return }
      say([
        .desk(
          .newsPaymentUnknown,
          arguments(of: ticket) + [.init("order", .text(order.rawValue))])
      ])
    }
  }

  private mutating func tell(_ key: DeskPhrase, of id: TicketID, by agent: Agent? = nil) {
    guard let ticket = book.record[id] else { return }
    let speaker = next.tier == .dedicated ? agent : nil
    say([.desk(key, arguments(of: ticket))], as: speaker)
  }
}
