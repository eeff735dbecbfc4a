import Casework
import Policy

extension DeskAgent {
  /// What fills a sentence about `ticket`: its number, subject, state, owner, due and closing time.
  func arguments(of ticket: Ticket) -> [PlannedReply.Argument] {
    [
      .init("ticket", .text(ticket.id.rawValue)), .init("subject", subject(of: ticket)),
      .init("state", .desk(DeskAgent.state(of: ticket))), .init("due", .moment(ticket.due)),
      .init("when", .moment(ticket.closedAt ?? ticket.openedAt)),
      .init("owner", owner(of: ticket)),
    ]
  }

  /// What the ticket is about: the intent's title, else the silent item's question, else a word of its kind.
  func subject(of ticket: Ticket) -> PlannedReply.Value {
    let subject = ticket.subject
    if subject.key == "agent.request" { return .desk(.subjectAgent) }
    if subject.key.hasPrefix(TicketKey.contact) { return .desk(.subjectContact) }
    if subject.key.hasPrefix(TicketKey.wish) { return .desk(.subjectWish) }
    if subject.key.hasPrefix(TicketKey.review) { return .desk(.subjectReview) }
    if let index = subject.intent.flatMap({ intent($0) }), pack.intents[index].kind != .flow {
      return .both(pack.intents[index].title)
    }
    if let item = subject.items.first.flatMap({ SilentID($0) }), let silent = pack.policy[item] {
      return .both(silent.question)
    }
    let kind = subject.key.prefix { $0 != ":" }
    return .desk(DeskPhrase(rawValue: "subject_" + kind) ?? .subjectContact)
  }

  private static func state(of ticket: Ticket) -> DeskPhrase {
    switch ticket.state {
    case .open: .ticketIsOpen
    case .taken: .ticketIsTaken
    case .answered: .ticketIsAnswered
    case .closed: .ticketIsClosed
    }
  }

  /// Who looks after the ticket, in words.
  private func owner(of ticket: Ticket) -> PlannedReply.Value {
    guard let agent = agent(owning: ticket.owner) else { return .desk(.ownerPerson) }
    let key: DeskPhrase =
      agent == agents.supervisor
      ? .ownerSupervisor : agent == agents.policy ? .ownerPolicy : .ownerAgent
    let words = pack.phrases.words(of: Phrase(key))
    let filled = { (text: String) in Phrasebook.fill(text) { _ in agent.number } }
    return (try? Bilingual(zh: filled(words.zh), en: filled(words.en))).map { .both($0) }
      ?? .desk(.ownerPerson)
  }
}

extension DeskVisit {
  /// What fills a sentence about `ticket`.
  func arguments(of ticket: Ticket) -> [PlannedReply.Argument] { desk.arguments(of: ticket) }
}

/// How the keys of tickets begin that are about no question of the pack.
enum TicketKey {
  /// A talk with an agent; the moment it began follows.
  static let contact = "contact:"
  /// A wish; the day follows.
  static let wish = "wish:"
  /// Another look at a review; the case follows.
  static let review = "review:"
}
