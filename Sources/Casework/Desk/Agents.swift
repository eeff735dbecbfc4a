public import Policy

/// A simulated agent.
public struct Agent: Hashable, Sendable, Codable {
  /// The number that the agent gives.
  public let number: String
  /// The name in Chinese.
  public let zh: String
  /// The name in English.
  public let en: String

  /// An agent of this number and name.
  public init(number: String, zh: String, en: String) {
    (self.number, self.zh, self.en) = (number, zh, en)
  }

  /// The name in `tongue`.
  public func name(in tongue: Tongue) -> String { tongue == .zh ? zh : en }

  /// How the agent stands as the owner of a ticket: `agent:1024`.
  public var owner: String { "agent:" + number }
}

/// Who works at the desks. Simulated: that an agent is one's own is not in the policy (S35).
public struct Agents: Hashable, Sendable {
  /// The agents of the dedicated desk.
  public let dedicated: [Agent]
  /// The agents of the ordinary queue.
  public let ordinary: [Agent]
  /// The policy desk: level 2.
  public let policy: Agent
  /// The supervisor: level 3.
  public let supervisor: Agent

  /// The agents of these lists; nil when a list is empty.
  public init?(dedicated: [Agent], ordinary: [Agent], policy: Agent?, supervisor: Agent?) {
    guard !dedicated.isEmpty, !ordinary.isEmpty, let policy, let supervisor else { return nil }
    self.dedicated = dedicated
    self.ordinary = ordinary
    self.policy = policy
    self.supervisor = supervisor
  }

  /// The agent that a merchant with a Blue V always has.
  public func fixed(for merchant: String) -> Agent { dedicated[place(of: merchant)] }

  /// Who serves `merchant` at the dedicated desk on `day`: the fixed agent, or a deputy on two days a week.
  public func onDuty(for merchant: String, on day: CivilDate) -> Agent {
    let first = place(of: merchant)
    for step in dedicated.indices {
      let place = (first + step) % dedicated.count
      if works(place, on: day) { return dedicated[place] }
    }
    return dedicated[first]
  }

  /// Whom a merchant meets in the ordinary queue: drawn by lot for the day.
  public func drawn(for merchant: String, on day: CivilDate, seed: UInt64) -> Agent {
    let salt = Lot.hash(merchant) &+ UInt64(bitPattern: Int64(day.daysSinceEpoch))
    return ordinary[Lot.draw(ordinary.count, seed: seed, salt: salt)]
  }

  private func place(of merchant: String) -> Int {
    Int(Lot.hash(merchant) % UInt64(dedicated.count))
  }

  /// Each has two days off in a row, the next agent two days later.
  private func works(_ place: Int, on day: CivilDate) -> Bool {
    let off = place * 2 % 7
    let today = day.weekday - 1
    return today != off && today != (off + 1) % 7
  }
}
