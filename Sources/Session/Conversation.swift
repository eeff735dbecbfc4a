import Casework
public import Dialogue
import Policy

/// One merchant's conversation: the corridor from a line of text to a record.
public struct Conversation: Sendable {
  /// What was said in one turn, kept for `/history` and `/save`.
  struct Turn: Sendable {
    /// What came of the turn; laid out only when somebody asks.
    var record: Record
    /// Whether the reply is kept; a history is not.
    var withReply: Bool
  }

  /// So many turns are kept for `/history` and `/save`: memory stays flat however long it goes on.
  static let kept = 2_000

  /// The session's name.
  public let session: String
  /// The fold of all that happened.
  public private(set) var state: ConversationState
  /// What answers: another one after `/reload`.
  public private(set) var assistant: Assistant
  let settings: Settings
  /// The merchant's record.
  var keeper: RecordKeeper
  private(set) var turns: [Turn] = []

  /// A conversation in which nothing was said.
  public init(session: String = "default", assistant: Assistant, settings: Settings) {
    self.session = session
    self.assistant = assistant
    self.settings = settings
    keeper = RecordKeeper(store: settings.store, merchant: settings.merchant)
    let welcome = assistant.decider.welcome(in: settings.language ?? .zh)
    let start: [Event] = settings.language.map { [.languageChosen($0)] } ?? []
    state = ConversationState(welcome: welcome).applying(start)
  }

  /// Answers `text`, one message of any content.
  public mutating func answer(_ text: String) -> Record {
    let now = state.clock ?? settings.clock.now()
    var fault = StoreError.busy
    for _ in 0..<Conversation.tries {
      do throws(StoreError) {
        return record(of: try decide(text, at: now), text)
      } catch .conflict {
        // Somebody else wrote first: decide again in the light of it.
        continue
      } catch {
        fault = error
        break
      }
    }
    return unsaved(text, fault, at: now)
  }

  /// So often a turn is decided anew when others write at the same time.
  private static let tries = 50

  /// Puts what was decided about `text` on record, and words it.
  mutating func record(of decision: Decision, _ text: String) -> Record {
    let masked = Visible.filter(decision.heard)
    var record = Record(
      turn: state.turn + 1, session: session, text: masked, language: decision.language)
    record.replies = decision.replies.map {
      assistant.renderer.render($0, in: decision.language)
    }
    record.replies += decision.effects.compactMap { perform($0, in: decision.language) }
    for index in record.replies.indices {
      record.replies[index].text = Visible.filter(record.replies[index].text)
    }
    let exchange = Exchange(
      text: masked, language: decision.language, topic: decision.topic, offer: decision.offer,
      reading: decision.reading)
    state = state.applying([.exchanged(exchange)] + decision.events)
    record.suggestions = state.suggestions
    record.verdict = decision.verdict
    record.flow = decision.flow
    record.agent = state.desk.account
    record.tickets = Set(decision.happened.compactMap(\.ticket)).compactMap { keeper.record[$0] }
      .sorted { $0.id.rawValue < $1.id.rawValue }
    record.saved = keeper.takeSaved()
    record.isSensitive = decision.isSensitive
    if decision.replies.contains(where: { $0.pieces == [.phrase(FlowPhrase.noKey, [])] }) {
      record.failure = Record.Failure(
        code: .noKey, message: record.replies.last?.text ?? "", line: 0)
    }
    if settings.explains {
      record.account = decision.reading.flatMap { assistant.decider.account(of: $0) }
    }
    record.script = Visible.filter(script(of: text, decision))
    // A history inside the history would double it each time it is asked for.
    keep(record, withReply: !decision.effects.contains(.listHistory))
    return record
  }

  /// The message as a script says it: numbers and specimens by name, and what else was hidden as it was heard.
  private func script(of text: String, _ decision: Decision) -> String {
    if decision.isSensitive { return assistant.specimen(for: text) ?? decision.heard }
    let masked = PersonalData.find(in: text).isEmpty ? text : PersonalData.mask(text).masked
    guard decision.heard == masked else { return decision.heard }
    return assistant.named(text) ?? decision.heard
  }

  /// Refuses a line that could not be read, and counts it as a turn.
  public mutating func refuse(_ line: Line) -> Record {
    switch line.content {
    case .tooLong:
      refuse(
        code: .lineTooLong, .lineTooLong, ["limit": "\(Line.limit)"], line: line.number)
    case .notUTF8, .text: refuse(code: .invalidUTF8, .lineNotUTF8, [:], line: line.number)
    }
  }

  /// Refuses line `number`, which is no readable object for `reason`.
  public mutating func refuse(object reason: String, line number: Int) -> Record {
    refuse(code: .badJSON, .lineNotObject, ["reason": reason], line: number)
  }

  private mutating func refuse(
    code: Record.Failure.Code, _ key: PhraseKey, _ arguments: KeyValuePairs<String, String>,
    line: Int
  ) -> Record {
    let tongue = state.chosenLanguage ?? state.lastLanguage ?? .zh
    let message = Visible.filter(assistant.pack.phrases.say(key, in: tongue, arguments))
    var record = Record(turn: state.turn + 1, session: session, text: "", language: tongue)
    record.replies = [Reply(kind: .error, text: message)]
    record.failure = Record.Failure(code: code, message: message, line: line)
    record.suggestions = state.suggestions
    let exchange = Exchange(text: "", language: tongue, topic: nil, offer: nil, reading: nil)
    state = state.applying([.exchanged(exchange)])
    return record
  }

  private mutating func keep(_ record: Record, withReply: Bool) {
    if turns.count == Conversation.kept { turns.removeFirst(Conversation.kept / 2) }
    turns.append(Turn(record: record, withReply: withReply))
  }

  // MARK: - Effects

  private mutating func perform(_ effect: Effect, in tongue: Tongue) -> Reply? {
    switch effect {
    case .listHistory:
      return command(history() ?? assistant.pack.phrases.say(.historyEmpty, in: tongue))
    case .saveScript(let file): return command(save(to: file, in: tongue))
    case .reload: return command(reload(in: tongue))
    case .charge, .lookUp, .review, .openLicence, .forget: return nil
    }
  }

  /// Reads the pack again; where it cannot be read the old one stays.
  private mutating func reload(in tongue: Tongue) -> String {
    let phrases = assistant.pack.phrases
    guard let packs = settings.packs else { return phrases.say(.reloadUnchanged, in: tongue) }
    do {
      assistant = Assistant(pack: try packs.load())
    } catch {
      return phrases.say(.reloadFailed, in: tongue, ["reason": error.reason])
    }
    let pack = assistant.pack
    return pack.phrases.say(
      .reloaded, in: tongue, ["count": "\(pack.intents.count)", "hash": pack.hash])
  }

  private func command(_ text: String) -> Reply { Reply(kind: .command, text: text) }

  private func reply(of turn: Turn) -> [String] {
    turn.withReply ? PlainText(renderer: assistant.renderer).lines(of: turn.record) : []
  }

  private func history() -> String? {
    guard !turns.isEmpty else { return nil }
    return turns.suffix(50).flatMap { turn in
      ["> " + turn.record.text] + reply(of: turn).map { "  " + $0 }
    }.joined(separator: "\n")
  }

  private func save(to file: String, in tongue: Tongue) -> String {
    let phrases = assistant.pack.phrases
    guard let scripts = settings.scripts else {
      return phrases.say(.saveFailed, in: tongue, ["reason": "read-only"])
    }
    var script = ScriptText(settings: settings)
    for turn in turns { script.append(text: turn.record.script, reply: reply(of: turn)) }
    do {
      try scripts.save(script.text, to: file)
    } catch {
      return phrases.say(.saveFailed, in: tongue, ["reason": error.reason])
    }
    return phrases.say(.savedScript, in: tongue, ["file": file, "count": "\(turns.count)"])
  }
}
