import Casework
import Policy

extension FlowTurn {
  /// Does what a steering intent or command asks; false when it is none of a flow's.
  mutating func control(_ id: String) -> Bool {
    switch id {
    case "control.cancel": cancel()
    case "control.pause": pause()
    case "control.back": back()
    case "control.resume": resume()
    case "control.status": status()
    case _: return false
    }
    return true
  }

  // MARK: - Cancel, pause

  private mutating func cancel() {
    guard let open, open.step != nil else { return cancelWaiting() }
    if let order = open.order, order.isUnsettled { return say(.cancelUnsettled) }
    ask(.cancel(open.id))
    say(
      open.order?.isPayable == true ? .askCancelOrder : .askCancel,
      [.init("flow", title(of: open.kind))])
  }

  /// Cancelling while nothing is asked: an application in review may be taken back, a refused one given up.
  private mutating func cancelWaiting() {
    guard let found = record.cases.last(where: { $0.state.isWaiting }) else {
      return say(PhraseKey.noOpenFlow)
    }
    switch found.state {
    case .underReview:
      ask(.withdraw(found.id))
      say(.askWithdraw, silent: ["S01"])
    case .rejected:
      ask(.giveUp(found.id))
      say(.askGiveUp, silent: ["S02"])
    case .paymentUnknown: say(.cancelUnsettled)
    case _: say(.cancelTooLate)
    }
  }

  mutating func pause() {
    guard let open, open.step != nil else { return say(PhraseKey.noOpenFlow) }
    happen(.suspended(open.id))
    focus = nil
    clearOffers()
    say(.paused, [.init("flow", title(of: open.kind))])
  }

  /// Says a sentence of the conversation, as a command's reply.
  mutating func say(_ key: PhraseKey) {
    decision.replies.append(PlannedReply(kind: .command, pieces: [.phrase(key, [])]))
  }

  // MARK: - Back

  private mutating func back() {
    guard let open, let step = open.step else { return say(PhraseKey.noOpenFlow) }
    if step == .pay { return edit(nil, in: open) }
    let fields = open.kind.fields
    let before: Field?
    switch step {
    case .consent: before = nil
    case .field(let field):
      before = fields.prefix { $0 != field }.last { open.given.contains($0) }
    case .confirm: before = fields.last { open.given.contains($0) }
    case .pay: before = nil
    }
    guard let before else {
      say([.phrase(.noStepBefore, []), .verbatim("\n")] + asking())
      return clearOffers()
    }
    happen(.revisited(open.id, before))
    askForChange(of: before, in: open)
  }

  /// Asks for `field` again, showing masked what it is now.
  mutating func askForChange(of field: Field, in open: Case) {
    focus?.misses = 0
    clearOffers()
    guard let script = script(of: .field(field), in: open.kind),
      let old = situation.particulars[open.id]?[field]
    else { return say(asking()) }
    say(
      [
        .phrase(
          .oldValue,
          [.init("name", .both(script.name)), .init("value", shown(old, of: field, script))])
      ] + asking())
  }

  /// Goes back from the payment to the fields: the order is closed first, nothing was charged.
  mutating func edit(_ field: Field?, in open: Case) {
    guard let order = open.order else { return }
    guard happen(.orderClosed(order.number)) else { return say(.cancelUnsettled) }
    guard let field else {
      focus?.misses = 0
      clearOffers()
      return say([.phrase(.orderClosed, []), .verbatim("\n")] + asking())
    }
    happen(.revisited(open.id, field))
    say(.orderClosed)
    askForChange(of: field, in: open)
  }

  // MARK: - Resume

  mutating func resume() {
    if let open, open.step != nil { return askAgain() }
    if let found = record.cases.last(where: { $0.state.isWithMerchant }) {
      return goOn(with: found)
    }
    if let found = record.cases.last(where: { $0.state == .rejected || $0.state == .failed }) {
      return startRepair(of: found)
    }
    if let found = record.cases.last(where: { $0.state.isWaiting }) { return tellStatus(of: found) }
    say(PhraseKey.noOpenFlow)
  }

  /// Asks whether to go on with a draft or to start over.
  mutating func offerToResume(_ found: Case) {
    ask(.resume(found.id))
    let step = found.step.flatMap { script(of: $0, in: found.kind) }
    say(
      .askResume,
      [
        .init("flow", title(of: found.kind)),
        .init("step", step.map { .both($0.name) } ?? .text("")),
      ])
  }

  /// Goes on with a draft where it was; what does not hold any more is asked again.
  mutating func goOn(with found: Case) {
    if endsAsPointless(found) { return }
    focus = FlowFocus(found.id)
    let wasStale = found.isStale
    happen(.resumed(found.id))
    let stale = staleFields(of: found)
    if !stale.isEmpty { happen(.erased(found.id, stale)) }
    for field in stale { situation.particulars[found.id]?[field] = nil }
    clearOffers()
    let isLacking = wasStale || !stale.isEmpty
    say(
      [.phrase(isLacking ? .resumedStale : .resumed, [.init("flow", title(of: found.kind))])]
        + asking())
  }

  /// The fields whose value is gone, or would not be taken today: a licence may have expired meanwhile.
  private func staleFields(of found: Case) -> [Field] {
    let values = situation.particulars[found.id] ?? [:]
    return found.kind.fields.filter { field in
      guard found.given.contains(field) else { return false }
      guard let value = values[field] else { return true }
      if field == .licenceValid { return FieldReader.isOver(value, on: now.shanghaiDate) }
      guard let script = script(of: .field(field), in: found.kind) else { return false }
      switch field {
      case .licenceFile, .paidAt, .amount, .feeKind, .entityKind, .traffic, .discount, .highlights:
        return false
      case _:
        if case .value = reader.read(value, as: field, script, given: values) { return false }
        return true
      }
    }
  }

  // MARK: - Status

  mutating func status() {
    if let found = record.cases.last(where: { $0.state == .paymentUnknown }),
      let order = found.order
    {
      return lookUp(order)
    }
    if let review = arms.review, let found = reviewable {
      decision.effects.append(.review(found.id, review))
      arms.review = nil
      return
    }
    let shown = record.cases.filter { $0.state(at: now) != .closed }
    guard !shown.isEmpty else { return sayStatusIntent() }
    for found in latestOfEachKind(shown) { tellStatus(of: found) }
    if let open, open.step != nil { askAgain() }
  }

  /// The case that the reviewer may decide about now.
  private var reviewable: Case? {
    record.cases.last { found in
      switch found.state {
      case .submitted, .verifying, .underReview: true
      case .checked: found.finding == .eligible && arms.review == .approve
      case _: false
      }
    }
  }

  private func latestOfEachKind(_ cases: [Case]) -> [Case] {
    CaseKind.allCases.compactMap { kind in cases.last { $0.kind == kind } }
  }

  private mutating func sayStatusIntent() {
    guard let index = decider.listener.index(of: "control.status") else { return }
    decision.replies.append(
      PlannedReply(kind: .command, intent: index, pieces: [.answer(index)]))
  }

  /// Says how far `found` is.
  mutating func tellStatus(of found: Case) {
    var arguments: [PlannedReply.Argument] = [
      .init("flow", title(of: found.kind)), .init("number", .text(found.id.rawValue)),
    ]
    if let order = found.order { arguments.append(.init("order", .text(order.number.rawValue))) }
    if case .until(let until)? = found.expiry { arguments.append(.init("until", .moment(until))) }
    if let step = found.step, let script = script(of: step, in: found.kind) {
      arguments.append(.init("step", .both(script.name)))
    }
    var pieces: [PlannedReply.Piece] = [.phrase(FlowPhrase.status(of: found, at: now), arguments)]
    if found.state == .rejected {
      pieces += lines(of: found.reasons) + [.verbatim("\n"), .phrase(.rejectedNext, [])]
    }
    var reply = PlannedReply(
      kind: .command, intent: decider.listener.index(of: "control.status"), pieces: pieces)
    if found.state == .active, found.expiry == .notStatedByPolicy { reply.silent = ["S14"] }
    decision.replies.append(reply)
  }
}

extension FlowPhrase {
  /// How far a case is, in a sentence.
  static func status(of found: Case, at now: Moment) -> FlowPhrase {
    switch found.state(at: now) {
    case .draft, .checking: .statusDraft
    case .submitted, .verifying: .statusVerifying
    case .verified: .statusVerified
    case .failed: .statusFailed
    case .awaitingPayment: .statusAwaitingPayment
    case .paymentUnknown: .statusPaymentUnknown
    case .underReview: .statusUnderReview
    case .rejected: .statusRejected
    case .active: found.expiry == .notStatedByPolicy ? .statusUpgraded : .statusActive
    case .expired: .statusExpired
    case .withdrawn: .statusWithdrawn
    case .closed: .statusClosed
    case .checked: .statusChecked
    case .recorded: .statusRecorded
    }
  }

  /// A reviewer's reason and how to mend it.
  static func of(_ reason: ReviewReason) -> FlowPhrase {
    switch reason {
    case .blurred: .reasonBlurred
    case .nameDiffers: .reasonName
    case .codeDiffers: .reasonCode
    case .representativeDiffers: .reasonRepresentative
    case .licenceEnded: .reasonLicenceEnded
    case .entityUnsupported: .reasonEntity
    case .idWrong: .reasonID
    case .notALicence: .reasonNotALicence
    case .doctored: .reasonDoctored
    }
  }
}
