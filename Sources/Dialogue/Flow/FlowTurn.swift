import Casework
import Policy

/// One message in the light of the merchant's record: news first, then an answer to our own question, then
/// the open step of a flow, then whatever else was said.
///
/// It asks nobody and changes nothing: what happens is collected in `decision`, checked by the record's table
/// of transitions as it goes.
struct FlowTurn {
  let decider: Decider
  let state: ConversationState
  let now: Moment
  let asOf: Moment
  var situation: Situation
  var decision: Decision
  /// The flow that the conversation is in after this turn.
  var focus: FlowFocus?
  /// What Xiaoer asks at the end of this turn.
  var question: FlowQuestion?
  /// What the simulator answers next.
  var arms: SimulatorArms
  /// The draft that is offered at the first message.
  var draft: CaseID?
  /// What its texts say by themselves.
  let readings = Readings()
  /// What the message says, once it was listened to.
  var heard: [Heard]?
  /// The part of the message that was heeded.
  var heeded: String?
  /// What the conversation is at with the desk after this turn.
  var desk: DeskState

  init(
    decider: Decider, state: ConversationState, situation: Situation, at now: Moment, asOf: Moment,
    decision: Decision
  ) {
    self.decider = decider
    self.state = state
    self.situation = situation
    self.now = now
    self.asOf = asOf
    self.decision = decision
    focus = state.flow
    arms = state.arms
    desk = state.desk
  }

  var record: MerchantRecord { situation.record }
  var tongue: Tongue { decision.language }
  var pack: Pack { decider.pack }

  /// The case that the conversation is in, while something is asked of the merchant.
  var open: Case? { focus.flatMap { record[$0.application] } }

  // MARK: - What happens

  /// Lets `event` happen, if the table of transitions allows it.
  @discardableResult
  mutating func happen(_ event: CaseEvent) -> Bool {
    do throws(ForbiddenEvent) {
      situation.record = try record.after(event, at: now, by: decision.actor)
    } catch {
      decision.forbidden = error
      return false
    }
    decision.happened.append(event)
    return true
  }

  /// Takes `value` as that of `field`, sealed beside the event.
  @discardableResult
  mutating func give(_ field: Field, _ value: String, in id: CaseID) -> Bool {
    let isNew = situation.particulars[id]?[field] != value
    guard happen(.fieldGiven(id, field, isNew: isNew)) else { return false }
    decision.seals.append(Seal(scope: id.rawValue, name: field.rawValue, value: value))
    situation.particulars[id, default: [:]][field] = value
    return true
  }

  // MARK: - What is said

  /// Adds a reply of a flow that says `pieces`.
  mutating func say(_ pieces: [PlannedReply.Piece], kind: Reply.Kind = .flow, silent: [String] = [])
  {
    var reply = PlannedReply(kind: kind, pieces: pieces)
    reply.silent = silent
    reply.intent = open.flatMap { decider.listener.index(of: "flow." + $0.kind.rawValue) }
    decision.replies.append(reply)
  }

  /// Adds a reply of a flow that says one sentence.
  mutating func say(
    _ key: FlowPhrase, _ arguments: [PlannedReply.Argument] = [], kind: Reply.Kind = .flow,
    silent: [String] = []
  ) {
    say([.phrase(key, arguments)], kind: kind, silent: silent)
  }

  /// Puts `question` to the merchant.
  mutating func ask(_ question: FlowQuestion) {
    self.question = question
    clearOffers()
  }

  /// While a flow asks, a number or a yes is an answer to it and to nothing else.
  mutating func clearOffers() { decision.offer = Offer(suggestions: [], agent: false) }

  /// The words of the flow's step.
  func script(of step: Step, in kind: CaseKind) -> StepScript? {
    guard let index = decider.listener.index(of: "flow." + kind.rawValue) else { return nil }
    return pack.intents[index].steps.first { $0.step == step }
  }

  // MARK: - The turn

  /// What is decided, with the state that the conversation is in afterwards.
  consuming func finished() -> Decision {
    if let found = open, found.step == nil { focus = nil }
    // A field is asked for by itself: what follows leans on no earlier question, unless one was just answered.
    if open?.step != nil, decision.topic == nil { decision.topic = "" }
    decision.events.append(.heard(at: now))
    if focus != state.flow { decision.events.append(.focused(focus)) }
    if question != state.question { decision.events.append(.asked(question)) }
    if arms != state.arms { decision.events.append(.armed(arms)) }
    if let verdict = decision.verdict { decision.events.append(.claimed(verdict)) }
    decision.flow = FlowPosition(focus: focus, record: record, at: now)
    return decision
  }
}

/// The flow that a conversation shows after a turn.
public struct FlowPosition: Sendable, Equatable {
  /// Which flow.
  public var kind: CaseKind
  /// The open step; nil while somebody else has to act.
  public var step: Step?
  /// How far it is.
  public var state: CaseState

  /// The flow in `focus`, else the last one that waits for somebody; nil when there is none.
  public init?(focus: FlowFocus?, record: MerchantRecord, at now: Moment) {
    let waiting = record.cases.last { $0.state(at: now).isWaiting }
    guard let found = focus.flatMap({ record[$0.application] }) ?? waiting else { return nil }
    (kind, step, state) = (found.kind, found.step, found.state(at: now))
  }

  /// Which question of the flow is open, from 1, and how many there are; nil while none is.
  public var progress: (number: Int, count: Int)? {
    guard let step, let index = kind.steps.firstIndex(of: step) else { return nil }
    return (index + 1, kind.steps.count)
  }
}
