import Casework
import Policy

extension FlowTurn {
  /// Three answers in a row that cannot be taken: a person is offered, and nobody is locked out.
  static let missesAllowed = 3

  /// Takes `text` at the open step; false when it is no answer to it.
  mutating func takeAnswer(_ text: String) -> Bool {
    guard let open, let step = open.step else { return false }
    if state.offersAgent, isYes(FoldedText(text)) { return false }
    if correct(text, in: open) { return true }
    if FoldedText(text).digit != nil, !step.isField {
      askAgain()
      return true
    }
    if case .field(let field) = step, takeSmallWord(text, at: field, in: open) { return true }
    switch step {
    case .consent: return takeConsent(text, in: open)
    case .field(let field): return take(text, as: field, in: open)
    case .confirm: return takeConfirmation(text, in: open)
    case .pay: return takePayment(text, in: open)
    }
  }

  /// Small words that steer are no value of any field: "go on" asks again, the rest is a miss.
  private mutating func takeSmallWord(_ text: String, at field: Field, in open: Case) -> Bool {
    let folded = FoldedText(text)
    let lexicon = pack.lexicon
    let holds = { (list: WordList) in lexicon.holds(folded, in: list) }
    if holds(.restart) {
      offerToResume(open)
      return true
    }
    if holds(.again) || holds(.goOn) {
      focus?.misses = 0
      askAgain()
      return true
    }
    if holds(.skip) {
      pause()
      return true
    }
    // A bare number is no value of a field of words, and picks nothing while one is asked for.
    if folded.digit != nil, let script = script(of: .field(field), in: open.kind),
      script.options.isEmpty, field != .amount
    {
      miss(nil, script)
      return true
    }
    guard !holds(.keep), script(of: .field(field), in: open.kind)?.options.isEmpty == true else {
      return false
    }
    let isFree = field == .traffic || field == .discount || field == .highlights
    let isSmall =
      [.submit, .pay, .fullYes, .consent, .yes].contains(where: holds)
      || !isFree && [.no, .refuse].contains(where: holds)
    guard isSmall, let script = script(of: .field(field), in: open.kind) else { return false }
    miss(nil, script)
    return true
  }

  // MARK: - Consent

  private mutating func takeConsent(_ text: String, in open: Case) -> Bool {
    let folded = FoldedText(text)
    if pack.lexicon.holds(folded, in: .refuse) || pack.lexicon.holds(folded, in: .no) {
      happen(.erased(open.id, nil))
      happen(.closed(open.id))
      focus = nil
      say(.consentRefused)
      return true
    }
    guard agreesNow(folded) || pack.lexicon.holds(folded, in: .consent) else {
      guard pack.lexicon.holds(folded, in: .yes) else { return false }
      askAgain()
      return true
    }
    happen(.consented(open.id))
    goOn(.consented)
    return true
  }

  /// Another question is open: what was missed or talked about before counts no more.
  mutating func startAfresh() {
    focus?.misses = 0
    focus?.isInterrupted = false
  }

  /// Says `key`, then asks what comes next.
  mutating func goOn(_ key: FlowPhrase, _ arguments: [PlannedReply.Argument] = []) {
    startAfresh()
    clearOffers()
    say([.phrase(key, arguments)] + asking())
  }

  // MARK: - A field

  private mutating func take(_ text: String, as field: Field, in open: Case) -> Bool {
    guard let script = script(of: .field(field), in: open.kind) else { return false }
    let folded = FoldedText(text)
    if keeps(folded), let old = situation.particulars[open.id]?[field] {
      return accept(old, as: field, in: open, note: nil, script)
    }
    if takeSeveral(text, at: field, in: open) { return true }
    if let value = withoutLead(text, script), takeValue(value, as: field, in: open, script) {
      return true
    }
    return take(text, as: field, in: open, script)
  }

  /// Takes what stands behind 「我叫」 or a label, if the field takes it as it is.
  private mutating func takeValue(
    _ text: String, as field: Field, in open: Case, _ script: StepScript
  ) -> Bool {
    guard
      case .value(let value, let note) = reader.read(
        text, as: field, script, given: situation.particulars[open.id] ?? [:]),
      case .value = sense(of: text, as: field)
    else { return false }
    return accept(value, as: field, in: open, note: note, script)
  }

  private mutating func take(
    _ text: String, as field: Field, in open: Case, _ script: StepScript
  ) -> Bool {
    let answer = reader.read(
      text, as: field, script, given: situation.particulars[open.id] ?? [:])
    switch answer {
    case .value(let value, let note):
      switch sense(of: text, as: field) {
      case .value: return accept(value, as: field, in: open, note: note, script)
      case .question: return false
      case .doubtful:
        hide(text, as: field)
        ask(.take(field, value))
        say(.askWhetherMeant, [.init("value", shown(value, of: field, script))])
        return true
      }
    case .file(let candidates):
      hide(text, as: field)
      decision.effects.append(.openLicence(open.id, candidates))
      return true
    case .offer(let value, let reason):
      hide(text, as: field)
      ask(.take(field, value))
      say(refusal(reason, script))
      return true
    case .refused(let reason):
      let isPlain =
        (FieldAnswer.plainReasons.contains(reason.key) || text.count <= 6) && !asks(text)
        && !isMet(text, 0.9) && !isSideQuestion(text)
      if !isPlain, case .question = sense(of: text, as: field) { return false }
      hide(text, as: field)
      miss(reason, script)
      return true
    case .silent(let item, let reason):
      if case .question = sense(of: text, as: field) { return false }
      hide(text, as: field)
      leave(to: item, reason, script)
      return true
    case .stopped(let item, let reason):
      hide(text, as: field)
      happen(.erased(open.id, nil))
      happen(.closed(open.id))
      focus = nil
      say(refusal(reason, script), kind: .silent, silent: [item])
      return true
    case .noAttempt: return false
    }
  }

  /// Reads fields on the day of this turn.
  var reader: FieldReader { FieldReader(today: now.shanghaiDate, lexicon: pack.lexicon) }

  /// "As it was": the old value stays.
  private func keeps(_ folded: FoldedText) -> Bool { pack.lexicon.holds(folded, in: .keep) }

  /// Takes `value` and goes on.
  mutating func accept(
    _ value: String, as field: Field, in open: Case, note: FieldAnswer.Reason?,
    _ script: StepScript
  ) -> Bool {
    guard give(field, value, in: open.id) else {
      say(.notPossible)
      return true
    }
    hide(value, as: field)
    var pieces: [PlannedReply.Piece] = [
      .phrase(
        .noted,
        [.init("name", .both(script.name)), .init("value", shown(value, of: field, script))])
    ]
    if let note { pieces += refusal(note, script) }
    startAfresh()
    clearOffers()
    if open.kind == .upgrade { return judgeUpgrade(after: pieces) }
    say(pieces + asking())
    return true
  }

  /// The words of `reason`, which stand with the step.
  func refusal(_ reason: FieldAnswer.Reason, _ script: StepScript) -> [PlannedReply.Piece] {
    [.words(script.refusals[reason.key] ?? script.hint, reason.arguments)]
  }

  /// An answer that cannot be taken: why, an example, and after the third a person.
  mutating func miss(_ reason: FieldAnswer.Reason?, _ script: StepScript) {
    focus?.misses += 1
    clearOffers()
    var pieces = reason.map { refusal($0, script) } ?? [.phrase(.notTaken, [])]
    if script.refusals[reason?.key ?? ""] != nil || reason == nil {
      pieces.append(.words(script.hint, []))
    }
    if let focus, focus.misses >= FlowTurn.missesAllowed {
      ask(.stuck(focus.application))
      pieces.append(.phrase(.stuck, []))
    }
    say(pieces)
  }

  /// The policy is silent about what was given: the draft stays, a person is offered, nothing is charged.
  private mutating func leave(
    to item: String, _ reason: FieldAnswer.Reason, _ script: StepScript
  ) {
    say(
      refusal(reason, script) + [.phrase(PhraseKey.offerAgent, [])], kind: .silent, silent: [item])
    decision.offer = Offer(suggestions: [], agent: true)
  }

  /// Keeps what was typed into a sensitive field out of the record of the turn.
  mutating func hide(_ text: String, as field: Field) {
    guard field.isSensitive else { return }
    decision.isSensitive = true
    if field == .licenceFile {
      decision.heard = "…"
    } else {
      decision.heard = FlowTurn.masked(text, of: field, today: now.shanghaiDate)
    }
  }

  // MARK: - Handing in

  private mutating func takeConfirmation(_ text: String, in open: Case) -> Bool {
    let folded = FoldedText(text)
    if isNo(folded) {
      say(.askWhatToChange)
      clearOffers()
      return true
    }
    // Paying comes after this: what is asked now is asked again.
    if means(folded, .pay), !agrees(folded) {
      askAgain()
      return true
    }
    guard agrees(folded) || means(folded, .submit) else {
      guard isYes(folded) else { return false }
      say(.fullYesNeeded)
      clearOffers()
      return true
    }
    handIn(open)
    return true
  }

  private mutating func handIn(_ open: Case) {
    switch open.kind {
    case .realname:
      if happen(.submitted(open.id)) {
        say(.realNameSubmitted)
      } else if decision.forbidden == .tooManyFailures {
        sayWithAgent(.tooManyFailures, silent: [])
      } else {
        say(.notPossible)
      }
    case .recruit:
      let lines = summary(of: open)
      if happen(.recorded(open.id)) {
        focus = nil
        say(
          [.phrase(.recruitRecorded, [.init("number", .text(open.id.rawValue))]), .verbatim("\n")]
            + lines)
      }
    case .bluev where open.isRepair && open.order?.isPaid == true: resubmit(open)
    case .bluev, .renew: if !endsAsPointless(open) { openOrder(for: open) }
    case .upgrade: break
    }
  }

  private mutating func resubmit(_ open: Case) {
    if happen(.resubmitted(open.id)) {
      say(.resubmitted, silent: ["S02"])
    } else {
      say(.nothingChanged)
      happen(.revisited(open.id, open.kind.fields.first { open.refusedFields.contains($0) }))
      say(asking())
    }
  }
}
