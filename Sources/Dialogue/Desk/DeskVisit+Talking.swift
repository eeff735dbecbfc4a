import Casework
import Policy

extension DeskVisit {
  /// Seconds of silence after which the agent asks whether anybody is there, and closes the talk.
  enum Silence {
    static let ping = 5 * 60
    static let end = 10 * 60
  }

  /// Seconds since `moment`.
  func seconds(since moment: Moment) -> Int {
    Int((setting.now.milliseconds - moment.milliseconds) / 1000)
  }

  // MARK: - With an agent

  /// A message to the agent.
  mutating func withAgent(_ contact: DeskState.Contact) -> Bool {
    let quiet = seconds(since: contact.lastHeard)
    if quiet >= Silence.end { return returns(after: contact) }
    var contact = contact
    contact.lastHeard = setting.now
    next.phase = .connected(contact)
    if quiet >= Silence.ping { say([.desk(.stillThere)]) }
    if words.says(.backToBot) {
      leaveAgent()
    } else if words.says(.secret) || hasNumbers {
      say([.desk(.secret)])
      if !plainQuestions.isEmpty { answerAll(plainQuestions) }
    } else if answersAboutTickets() || escalates() || answersAboutWork() {
      return true
    } else if isGoodbye {
      say(summary(of: contact) + [.desk(.closing)])
      finish(contact)
    } else if isFarewell {
      wrapUp(contact)
    } else {
      answerAll(heard)
    }
    return true
  }

  /// After a long silence: the talk is closed, and Xiaoer or a new talk takes the message.
  private mutating func returns(after contact: DeskState.Contact) -> Bool {
    say([.desk(.idleClosed)], as: contact.agent)
    next.phase = .bot
    if !atBot() { passesOn = true }
    return true
  }

  private mutating func leaveAgent() {
    next.phase = .bot
    say([.desk(.back)])
    restoresFlow = true
  }

  /// What has to go higher: a complaint and its like, or a wish for somebody senior.
  private mutating func escalates() -> Bool {
    if let trigger {
      next.memory.mood = .upset
      escalate(trigger)
      return true
    }
    guard asksForPerson, words.says(.supervisor) else { return false }
    transfer()
    return true
  }

  /// Wishes, and reviews that should be hurried: noted, and nothing promised.
  private mutating func answersAboutWork() -> Bool {
    if words.says(.wish) {
      let key = TicketKey.wish + "\(setting.now.shanghaiDate.daysSinceEpoch)"
      return notes(Ticket.Subject(key: key), .wish, .wishNoted)
    }
    guard words.says(.hurry),
      let found = book.record.cases.last(where: { $0.state == .underReview })
    else { return false }
    let subject = Ticket.Subject(
      key: TicketKey.review + found.id.rawValue, items: ["S03"], order: found.order?.number,
      application: found.id)
    return notes(subject, .question, .recheck)
  }

  private mutating func notes(
    _ subject: Ticket.Subject, _ matter: TicketPolicy.Matter, _ key: DeskPhrase
  ) -> Bool {
    guard let (ticket, outcome) = ticket(on: subject, matter) else { return false }
    if outcome == .kept { book.note(text, on: ticket.id) }
    say([.desk(key, arguments(of: ticket))])
    return true
  }

  /// Whether it says goodbye, thanks, or that this was all.
  var isFarewell: Bool {
    // Nothing but such words needs no reading.
    if words.isOnly(.wrapUp) || words.isOnly(.no) { return true }
    guard questions.isEmpty else { return false }
    if words.isShort, words.says(.wrapUp) { return true }
    return heard.contains {
      isMeant("social.bye", by: $0) || isMeant("social.thanks", by: $0) || $0.meaning == .idleNo
        || $0.meaning == .declined
    }
  }

  /// Whether it says goodbye, so that nothing more need be asked.
  private var isGoodbye: Bool {
    guard isFarewell else { return false }
    if words.says(.goodbye) { return true }
    return !words.says(.wrapUp) && heard.contains { isMeant("social.bye", by: $0) }
  }
}
