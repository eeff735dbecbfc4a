import Casework
public import Policy
import Understanding

/// Decides what is said and done about one message. It asks nobody and changes nothing.
public struct Decider: Sendable {
  let pack: Pack
  let listener: Listener
  let matcher: Matcher
  /// The service desk; nil when the pack has nobody who works there.
  let desk: DeskAgent?
  private let identifier = LanguageIdentifier()

  /// A decider over `pack`. One that is not warm starts sooner and reads a little slower: right for a
  /// single message.
  public init(pack: Pack, thresholds: Thresholds = Thresholds(), isWarm: Bool = true) {
    self.pack = pack
    matcher = Matcher(model: pack.model, isWarm: isWarm)
    listener = Listener(pack: pack, matcher: matcher, thresholds: thresholds, isWarm: isWarm)
    desk = DeskAgent(pack: pack)
  }

  /// The names of the commands inside a conversation.
  public var commands: [String] { Command.names }

  /// The questions that the welcome offers, in `tongue`.
  public func welcome(in tongue: Tongue) -> [Suggestion] {
    suggestions(
      ["onboard.free", "onboard.steps", "bluev.what", "bluev.fee", "upgrade.rule"], in: tongue)
  }

  /// What to do about `text` in `state`, said by a merchant in `situation` at `now`, on the policy date `asOf`.
  public func decide(
    _ text: String, in state: ConversationState, of situation: Situation, at now: Moment,
    asOf: Moment
  ) -> Decision {
    let numbers = PersonalData.find(in: text)
    let heard = numbers.isEmpty ? text : PersonalData.mask(text).masked
    let command = turnsToPath(text, in: state, situation) ? nil : Command(heard)
    let spoken = state.chosenLanguage ?? state.lastLanguage ?? .zh
    let isInFlow = state.flow != nil
    let decision = Decision(
      heard: heard,
      language: command != nil || isInFlow ? spoken : language(of: heard, in: state))
    var turn = FlowTurn(
      decider: self, state: state, situation: situation, at: now, asOf: asOf, decision: decision)
    turn.hideNames()
    turn.tellLate()
    turn.tellOfTickets()
    turn.tellNews()
    turn.tellAtStart()
    if let command { turn.obey(command, heard: heard) } else { turn.take(text, numbers) }
    turn.offerDraft()
    turn.noteUnanswered()
    turn.moveAtDesk()
    return turn.finished()
  }

  /// Whether a line that begins with `/` is the path of the licence that is asked for, and no command.
  private func turnsToPath(
    _ text: String, in state: ConversationState, _ situation: Situation
  ) -> Bool {
    guard let open = state.flow.flatMap({ situation.record[$0.application] }),
      open.step == .field(.licenceFile), case .unknown? = Command(text)
    else { return false }
    return LicencePath.looksLikePath(text)
  }

  // MARK: - Language

  /// The chosen language, else that of the message, else that of the last reply, else Chinese.
  func language(of text: String, in state: ConversationState) -> Tongue {
    if let chosen = state.chosenLanguage { return chosen }
    switch identifier.identify(text) {
    case .chinese?: return .zh
    case .english?: return .en
    case nil: return state.lastLanguage ?? .zh
    }
  }

  // MARK: - One thing that was said

  func reply(
    to heard: Heard, asOf: Moment, claim: PaymentClaim?, isAnswer: Bool,
    decision: inout Decision, offer: inout Offer
  ) {
    decision.reading = heard.trace
    if let claim, isAnswer || wantsVerdict(heard),
      add(verdictOn: claim, heard, to: &decision, offer: &offer), !asksBesides(heard)
    {
      return
    }
    switch heard.meaning {
    case .intent(let index):
      meet(index, heard, asOf: asOf, decision: &decision, offer: &offer)
    case .oneOf(let indices):
      ask(.clarify, .clarify, indices, heard, decision: &decision, offer: &offer)
    case .outOfScope:
      add(.outOfScope, .phrase(.outOfScope, []), heard, to: &decision)
    case .unclear(let guesses):
      if guesses.isEmpty {
        add(.notUnderstood, .phrase(.notUnderstood, []), heard, to: &decision)
      } else {
        ask(.notUnderstood, .notUnderstoodGuess, guesses, heard, decision: &decision, offer: &offer)
      }
    case .agreed:
      guard let agent = listener.index(of: "agent.request") else { return }
      decision.reading?.intent = "agent.request"
      meet(agent, heard, asOf: asOf, decision: &decision, offer: &offer)
    case .declined: add(.social, .phrase(.agentDeclined, []), heard, to: &decision)
    case .idleYes: add(.social, .phrase(.nothingToAffirm, []), heard, to: &decision)
    case .idleNo: add(.social, .phrase(.nothingToDecline, []), heard, to: &decision)
    }
  }

  private func add(
    _ kind: Reply.Kind, _ piece: PlannedReply.Piece, _ heard: Heard, to decision: inout Decision
  ) {
    decision.replies.append(PlannedReply(kind: kind, score: heard.score, pieces: [piece]))
  }

  private func meet(
    _ index: Int, _ heard: Heard, asOf: Moment, decision: inout Decision, offer: inout Offer
  ) {
    let intent = pack.intents[index]
    if intent.id == "control.language" { return chooseLanguage(heard, index, decision: &decision) }
    var kind = Decider.kind(of: intent)
    var piece = PlannedReply.Piece.answer(index)
    if kind == .answer || kind == .silent, let primary = intent.answer?.cite.first,
      let start = pack.policy[primary]?.effective, asOf < start.moment
    {
      (kind, piece) = (.notInForce, .notYet(index, primary))
    }
    var planned = PlannedReply(kind: kind, intent: index, score: heard.score, pieces: [piece])
    planned.cite = intent.answer?.cite ?? []
    planned.silent = intent.answer?.silent ?? []
    planned.simulated = kind == .agent
    decision.replies.append(planned)
    if intent.kind.isAskable, intent.kind != .agent { decision.topic = intent.id }
    if kind == .silent { offer.agent = true }
    let more = suggestions(intent.follow, in: decision.language)
    if !more.isEmpty { offer.suggestions = more }
  }

  private static func kind(of intent: Intent) -> Reply.Kind {
    switch intent.kind {
    case .answer: intent.isSilent ? .silent : .answer
    case .silent: .silent
    case .flow: .flow
    case .agent: .agent
    case .social: .social
    case .command: .command
    case .outOfScope: .outOfScope
    case .privacy: .answer
    }
  }

  private func chooseLanguage(_ heard: Heard, _ index: Int, decision: inout Decision) {
    let folded = FoldedText(heard.trace.text)
    let named: (WordList) -> Bool = { list in
      self.pack.lexicon.words(list).contains { folded.holds($0) }
    }
    let tongue: Tongue =
      named(.english) && !named(.chinese)
      ? .en : named(.chinese) ? .zh : decision.language == .zh ? .en : .zh
    decision.language = tongue
    decision.events.append(.languageChosen(tongue))
    decision.replies.append(
      PlannedReply(
        kind: .command, intent: index, score: heard.score, pieces: [.phrase(.languageSet, [])]))
  }

  // MARK: - Questions back, offers

  private func ask(
    _ kind: Reply.Kind, _ phrase: PhraseKey, _ indices: [Int], _ heard: Heard,
    decision: inout Decision, offer: inout Offer
  ) {
    let askable = indices.filter { pack.intents[$0].kind.isAskable }.map { pack.intents[$0].id }
    let ids = askable.filter { $0 != "agent.request" } + ["agent.request"]
    let options = suggestions(ids, in: decision.language, most: 4)
    let pieces: [PlannedReply.Piece] = [.phrase(phrase, [])] + Decider.lines(of: options)
    decision.replies.append(PlannedReply(kind: kind, score: heard.score, pieces: pieces))
    offer.suggestions = options
  }

  /// `options`, each on a line of its own.
  static func lines(of options: [Suggestion]) -> [PlannedReply.Piece] {
    options.flatMap { option -> [PlannedReply.Piece] in
      [
        .verbatim("\n"),
        .phrase(
          .option, [.init("key", .text("\(option.key)")), .init("text", .text(option.text))]),
      ]
    }
  }

  /// The questions of the intents called `ids`, numbered from 1, at most `most`.
  func suggestions(_ ids: [String], in tongue: Tongue, most: Int = 5) -> [Suggestion] {
    let known = ids.compactMap { id in listener.index(of: id) }.prefix(most)
    return known.enumerated().map { number, index in
      let intent = pack.intents[index]
      return Suggestion(key: number + 1, intent: intent.id, text: intent.question[tongue])
    }
  }

  /// Ends the last reply about the policy with one offer of an agent for all of them.
  func offerAgent(in decision: inout Decision) {
    guard let last = decision.replies.lastIndex(where: { !$0.cite.isEmpty || !$0.silent.isEmpty })
    else { return }
    decision.replies[last].pieces.append(.phrase(.offerAgent, []))
  }

  // MARK: - Personal data

  func warn(of kinds: [PersonalData.Kind], in decision: inout Decision) {
    let names: [PhraseKey] = kinds.map { kind in
      switch kind {
      case .residentID: .kindIDNumber
      case .mobileNumber: .kindMobile
      case .bankCard: .kindBankCard
      }
    }
    var unique: [PhraseKey] = []
    for name in names where !unique.contains(name) { unique.append(name) }
    let warning = PlannedReply(
      kind: .answer, intent: listener.index(of: "privacy.pasted"),
      pieces: [.phrase(.privacySensitive, [.init("kinds", .phrases(unique))])])
    decision.replies.append(warning)
  }

  /// `text` without the numbers in it: what is left to be understood.
  static func without(_ numbers: [PersonalData], _ text: String) -> String {
    var rest = ""
    var start = text.startIndex
    for number in numbers {
      rest += text[start..<number.range.lowerBound] + " "
      start = number.range.upperBound
    }
    return rest + text[start...]
  }
}

extension Heard {
  /// Whether it is surely a question to be answered, and not the words around a number.
  func isSureQuestion(in pack: Pack) -> Bool {
    guard let intent, pack.intents[intent].kind.isAskable else { return false }
    return (score ?? 0) >= 0.75
  }
}
