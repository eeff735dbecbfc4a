import Policy
import Understanding

extension Decider {
  /// What to do about a command.
  func decide(
    _ command: Command, heard: String, in state: ConversationState, at now: Moment,
    after sofar: Decision
  ) -> Decision {
    var decision = sofar
    let say: (PhraseKey, [PlannedReply.Argument]) -> PlannedReply = { key, arguments in
      PlannedReply(kind: .command, pieces: [.phrase(key, arguments)])
    }
    switch command {
    case .help(let topic): decision.replies = [help(topic, in: &decision)]
    case .why: decision.replies = [PlannedReply(kind: .command, pieces: why(in: state))]
    case .language(let choice): choose(choice, in: &decision)
    case .history: decision.effects = [.listHistory]
    case .save(let file):
      if let file {
        decision.effects = [.saveScript(file)]
      } else {
        decision.replies = [say(.saveUsage, [])]
      }
    case .reload: decision.effects = [.reload]
    case .new:
      decision.events.append(.restarted(welcome(in: decision.language)))
      decision.replies = [say(.startedAnew, [])]
    case .secret:
      decision.events.append(.privacySet(!state.isPrivate))
      decision.replies = [say(state.isPrivate ? .privateOff : .privateOn, [])]
    case .forget, .simulator: break
    case .clock(let text): decision.replies = [setClock(text, at: now, &decision)]
    case .control(let id): decision.replies = [control(id)]
    case .quit:
      decision.events.append(.ended)
      decision.replies = [say(.quit, [])]
    case .unknown(let name, let nearest):
      // A path that was dragged in may name a person: only its first part is said again.
      let parts = name.split(separator: "/", omittingEmptySubsequences: true)
      let name = parts.count > 1 ? "/\(parts[0])/…" : name
      if parts.count > 1 { decision.heard = name }
      decision.replies = [
        say(.unknownCommand, [.init("command", .text(name)), .init("nearest", .text(nearest))])
      ]
    }
    return decision
  }

  private func choose(_ choice: Command.LanguageChoice?, in decision: inout Decision) {
    let key: PhraseKey
    switch choice {
    case .one(let tongue)?:
      decision.language = tongue
      decision.events.append(.languageChosen(tongue))
      key = .languageSet
    case .ofTheMessage?:
      decision.events.append(.languageChosen(nil))
      key = .languageAuto
    case nil: key = .languageUsage
    }
    decision.replies = [PlannedReply(kind: .command, pieces: [.phrase(key, [])])]
  }

  /// The intent called `id`, which steers the conversation or hands it over.
  private func control(_ id: String) -> PlannedReply {
    guard let index = listener.index(of: id) else {
      return PlannedReply(kind: .command, pieces: [.phrase(.noOpenFlow, [])])
    }
    let isAgent = pack.intents[index].kind == .agent
    var reply = PlannedReply(
      kind: isAgent ? .agent : .command, intent: index, pieces: [.answer(index)])
    reply.simulated = isAgent
    return reply
  }

  /// `/clock INSTANT`, or `/clock +30d`: the merchant's clock is only ever set, never asked.
  private func setClock(
    _ text: String, at now: Moment, _ decision: inout Decision
  ) -> PlannedReply {
    guard let moment = Moment(iso8601: text) ?? later(text, than: now) else {
      return PlannedReply(kind: .command, pieces: [.phrase(.clockUsage, [])])
    }
    decision.events.append(.clockSet(moment))
    var reply = PlannedReply(
      kind: .command, pieces: [.phrase(.clockSet, [.init("moment", .moment(moment))])])
    reply.simulated = true
    return reply
  }

  /// `+30d`, `+2h`, `+10m` after `moment`.
  private func later(_ text: String, than moment: Moment) -> Moment? {
    guard text.hasPrefix("+"), let unit = text.last,
      let count = Int(text.dropFirst().dropLast()), (0...100_000).contains(count)
    else { return nil }
    switch unit {
    case "d": return moment.advanced(bySeconds: count * 86_400)
    case "h": return moment.advanced(bySeconds: count * 3600)
    case "m": return moment.advanced(bySeconds: count * 60)
    case _: return nil
    }
  }

  private func help(_ topic: String?, in decision: inout Decision) -> PlannedReply {
    guard let topic else {
      return PlannedReply(
        kind: .command,
        pieces: [.phrase(.help, [.init("commands", .phrase(.helpCommands))])])
    }
    let named = matcher.read(topic).candidates.filter {
      pack.intents[$0.label].kind.isAskable && $0.probability > 0.01
    }
    let argument = PlannedReply.Argument("topic", .text(topic))
    guard !named.isEmpty else {
      return PlannedReply(kind: .command, pieces: [.phrase(.helpTopicNone, [argument])])
    }
    let options = suggestions(named.map { pack.intents[$0.label].id }, in: decision.language)
    decision.offer = Offer(suggestions: options, agent: false)
    return PlannedReply(
      kind: .command, pieces: [.phrase(.helpTopic, [argument])] + Decider.lines(of: options))
  }
}
