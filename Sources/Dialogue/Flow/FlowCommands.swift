import Casework
import Policy

extension FlowTurn {
  /// Does what a command says.
  mutating func obey(_ command: Command, heard: String) {
    switch command {
    case .control("agent.request") where callAgent(): break
    case .control(let id) where id != "agent.request":
      guard control(id) else { return }
      for index in decision.replies.indices where decision.replies[index].kind == .command {
        decision.replies[index].score = nil
      }
    case .simulator(let name, let argument): simulate(name, argument)
    case .forget: forget()
    case .help, .why, .language, .history, .save, .reload, .new, .secret, .clock, .control, .quit,
      .unknown:
      if case .quit = command {
        putAside()
        leaveQueue()
      }
      let told = decision.replies
      decision = decider.decide(command, heard: heard, in: state, at: now, after: decision)
      decision.replies = told + decision.replies
      if case .new = command { (focus, desk) = (nil, DeskState()) }
    }
  }

  /// The end of a conversation keeps an open flow as a draft.
  mutating func putAside() {
    guard let open, open.step != nil, !open.isSuspended else { return }
    happen(.suspended(open.id))
  }

  private mutating func forget() {
    guard record.version > 0 else { return say(PhraseKey.nothingStored) }
    // Money may be on its way: it is settled first.
    if record.cases.contains(where: { $0.orders.contains(where: \.isUnsettled) }) {
      return say(.cancelUnsettled, kind: .command)
    }
    ask(.forget)
    say(.askForget, kind: .command)
  }

  // MARK: - The simulator

  private mutating func simulate(_ name: String, _ argument: String) {
    switch name {
    case "/pay":
      guard let charge = SimulatorArms.Charge(rawValue: argument) else {
        return tell(.payUsage)
      }
      pay(charge)
    case "/query":
      guard let outcome = LookUpOutcome(rawValue: argument), outcome != .unknown else {
        return tell(.queryUsage)
      }
      arms.lookUp = outcome
      tell(.queryArmed)
    case _:
      guard let review = FlowTurn.review(argument) else { return tell(.reviewUsage) }
      arms.review = review
      tell(.reviewArmed)
    }
  }

  private mutating func pay(_ charge: SimulatorArms.Charge) {
    let order = record.cases.last { !$0.orders.isEmpty }?.order
    if charge == .late || charge == .duplicate, let order, !order.attempts.isEmpty,
      order.state != .refunded,
      order.state != .refunding
    {
      return toldPaid(order)
    }
    arms.charge = charge
    tell(.payArmed)
  }

  /// Says something of the simulator's.
  private mutating func tell(_ key: FlowPhrase) {
    var reply = PlannedReply(kind: .command, pieces: [.phrase(key, [])])
    reply.simulated = true
    decision.replies.append(reply)
  }

  /// `approve`, or `reject R1,R5`; nil for anything else.
  static func review(_ text: String) -> SimulatorArms.Review? {
    let words = text.split { $0 == " " || $0 == "," || $0 == "，" }.map(String.init)
    switch words.first {
    case "approve"? where words.count == 1: return .approve
    case "reject"?:
      let reasons = words.dropFirst().map { ReviewReason(rawValue: $0.uppercased()) }
      guard !reasons.isEmpty, !reasons.contains(nil) else { return nil }
      return .reject(reasons.compactMap { $0 })
    case _: return nil
    }
  }
}
