public import Policy

/// What a new ticket is: how urgent, whose, and when the merchant hears of it. All simulated (S35).
public struct TicketPolicy: Sendable {
  /// What a ticket is about, as far as urgency goes.
  public enum Matter: Hashable, Sendable {
    /// Something that the policy does not say, or that nobody could answer.
    case question
    /// A person was asked for.
    case person
    /// A wish or a suggestion.
    case wish
    /// Something for the next level.
    case escalation(Escalation)
  }

  /// The merchant's desk.
  public let tier: DeskTier
  /// The merchant's mood.
  public let mood: Ticket.Mood
  /// Who works at the desks.
  public let agents: Agents

  /// The rules for a merchant of this tier and mood.
  public init(tier: DeskTier, mood: Ticket.Mood, agents: Agents) {
    (self.tier, self.mood, self.agents) = (tier, mood, agents)
  }

  /// How urgent a matter is. The dedicated desk and a bad mood raise it by one each, but never to P1, which
  /// is for money, personal data and danger alone.
  public func priority(of matter: Matter) -> Ticket.Priority {
    var rank: Int
    switch matter {
    case .escalation(let trigger):
      if trigger.priority == .p1 { return .p1 }
      rank = trigger.priority.rank
    case .question, .person: rank = Ticket.Priority.p3.rank
    case .wish: rank = Ticket.Priority.p4.rank
    }
    if tier == .dedicated { rank -= 1 }
    if mood != .calm { rank -= 1 }
    return Ticket.Priority.of(rank: max(rank, Ticket.Priority.p2.rank))
  }

  /// When the merchant hears of it at the latest: within the desk's hours, after so many hours.
  public func due(_ priority: Ticket.Priority, from moment: Moment) -> Moment {
    let hours = DeskHours(of: tier)
    let wait = TicketPolicy.hours(priority, tier)
    // A short promise begins when somebody is there; a longer one simply ends there.
    let start = wait <= 4 ? hours.next(from: moment) : moment
    return hours.next(from: start.advanced(bySeconds: wait * 3600))
  }

  /// When a merchant who found the desk closed is called back: when it opens, and an hour later.
  public func callBack(from moment: Moment) -> Moment {
    let hours = DeskHours(of: tier)
    return hours.next(from: hours.next(from: moment).advanced(bySeconds: 3600))
  }

  private static func hours(_ priority: Ticket.Priority, _ tier: DeskTier) -> Int {
    switch (priority, tier) {
    case (.p1, .dedicated): 1
    case (.p1, .ordinary): 4
    case (.p2, .dedicated): 4
    case (.p2, .ordinary): 24
    case (.p3, .dedicated): 24
    case (.p3, .ordinary): 72
    case (.p4, .dedicated): 72
    case (.p4, .ordinary): 168
    }
  }

  /// Who answers for a matter of `merchant`: the fixed agent of a Blue V, else the desk of its level.
  public func owner(of matter: Matter, merchant: String) -> String {
    switch matter {
    case .escalation(let trigger): owner(level: trigger.level)
    case .question, .person, .wish:
      tier == .dedicated ? agents.fixed(for: merchant).owner : agents.policy.owner
    }
  }

  /// Who answers at `level`: 2 the policy desk, 3 the supervisor.
  public func owner(level: Int) -> String {
    level >= 3 ? agents.supervisor.owner : agents.policy.owner
  }
}

extension Ticket.Priority {
  /// 1 for the most urgent.
  var rank: Int { (Ticket.Priority.allCases.firstIndex(of: self) ?? 0) + 1 }

  static func of(rank: Int) -> Ticket.Priority {
    allCases[min(max(rank, 1), allCases.count) - 1]
  }
}
