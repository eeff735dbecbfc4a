import Casework
import Policy

extension FlowTurn {
  /// Takes `text` as the answer to our own question; false when it is none.
  mutating func answer(_ asked: FlowQuestion, _ text: String) -> Bool {
    let folded = FoldedText(text)
    switch asked {
    case .cancel(let id): return answerCancel(id, folded)
    case .resume(let id): return answerResume(id, folded)
    case .change(let from, let kind): return answerChange(from, kind, folded)
    case .begin(let kind): return answerBegin(kind, folded)
    case .payDespiteUpgrade: return answerUpgradeFirst(folded)
    case .take(let field, let value): return answerTake(field, value, folded)
    case .stuck: return answerStuck(folded)
    case .withdraw(let id): return answerWithdraw(id, folded)
    case .giveUp(let id): return answerGiveUp(id, folded)
    case .forget: return answerForget(folded)
    }
  }

  // MARK: - Stop?

  private mutating func answerCancel(_ id: CaseID, _ folded: FoldedText) -> Bool {
    guard let found = record[id] else { return false }
    if pack.lexicon.holds(folded, in: .discard) {
      endOrder(of: found)
      happen(.erased(id, nil))
      happen(.closed(id))
      focus = nil
      say(.draftErased)
      return true
    }
    // 「算了」 may mean either: stop filling in, or stop stopping.
    if pack.lexicon.holds(folded, in: .neverMind) {
      ask(.cancel(id))
      say(.askCancelAgain)
      return true
    }
    if isYes(folded) {
      endOrder(of: found)
      happen(.suspended(id))
      focus = nil
      say(.draftKept, [.init("flow", title(of: found.kind))])
      clearOffers()
      return true
    }
    if isNo(folded) || pack.lexicon.holds(folded, in: .goOn) {
      askAgain()
      return true
    }
    return false
  }

  /// Closes an order that was not paid: money first.
  private mutating func endOrder(of found: Case) {
    if let order = found.order, order.isPayable { happen(.orderClosed(order.number)) }
  }

  // MARK: - Go on with a draft?

  private mutating func answerResume(_ id: CaseID, _ folded: FoldedText) -> Bool {
    guard let found = record[id], found.state.isWithMerchant else { return false }
    if pack.lexicon.holds(folded, in: .restart) {
      endOrder(of: found)
      happen(.erased(id, nil))
      happen(.closed(id))
      begin(found.kind)
      return true
    }
    if isYes(folded) || pack.lexicon.holds(folded, in: .goOn) {
      goOn(with: found)
      return true
    }
    if isNo(folded) {
      say(.laterThen)
      return true
    }
    return false
  }

  // MARK: - This flow, or another?

  private mutating func answerChange(
    _ from: CaseID, _ kind: CaseKind, _ folded: FoldedText
  ) -> Bool {
    if isYes(folded) {
      happen(.suspended(from))
      focus = nil
      start(kind)
      return true
    }
    if isNo(folded) || pack.lexicon.holds(folded, in: .goOn) {
      askAgain()
      return true
    }
    return false
  }

  private mutating func answerBegin(_ kind: CaseKind, _ folded: FoldedText) -> Bool {
    if isYes(folded) || pack.lexicon.holds(folded, in: .goOn) {
      start(kind)
      return true
    }
    if isNo(folded) {
      say(.laterThen)
      return true
    }
    return false
  }

  private mutating func answerUpgradeFirst(_ folded: FoldedText) -> Bool {
    if pack.lexicon.holds(folded, in: .pay) || pack.lexicon.holds(folded, in: .fullYes) {
      begin(.bluev)
      return true
    }
    if isNo(folded) {
      say(.waitForUpgrade, silent: ["S16"])
      return true
    }
    if isYes(folded) {
      ask(.payDespiteUpgrade)
      say(.upgradeFirst)
      return true
    }
    return false
  }

  // MARK: - This value?

  private mutating func answerTake(_ field: Field, _ value: String, _ folded: FoldedText) -> Bool {
    guard let open, let script = script(of: .field(field), in: open.kind) else { return false }
    if isYes(folded) {
      let answer = reader.read(
        value, as: field, script, given: situation.particulars[open.id] ?? [:])
      guard case .value(let value, let note) = answer else { return false }
      return accept(value, as: field, in: open, note: note, script)
    }
    if isNo(folded) {
      askAgain()
      return true
    }
    return false
  }

  private mutating func answerStuck(_ folded: FoldedText) -> Bool {
    if pack.lexicon.holds(folded, in: .skip) {
      pause()
      return true
    }
    if pack.lexicon.holds(folded, in: .again) || pack.lexicon.holds(folded, in: .goOn) {
      focus?.misses = 0
      askAgain()
      return true
    }
    return false
  }

  // MARK: - Take it back?

  private mutating func answerWithdraw(_ id: CaseID, _ folded: FoldedText) -> Bool {
    if agreesNow(folded) {
      guard happen(.withdrawn(id)) else { return false }
      sayWithAgent(.withdrawn, silent: ["S01"])
      return true
    }
    if isYes(folded) {
      ask(.withdraw(id))
      say(.fullYesNeeded)
      return true
    }
    if isNo(folded) {
      say(.reviewGoesOn)
      return true
    }
    return false
  }

  private mutating func answerGiveUp(_ id: CaseID, _ folded: FoldedText) -> Bool {
    if agreesNow(folded) {
      guard happen(.closed(id)) else { return false }
      sayWithAgent(.givenUp, silent: ["S02"])
      return true
    }
    if isNo(folded) {
      say(.rejectedNext)
      return true
    }
    return false
  }

  private mutating func answerForget(_ folded: FoldedText) -> Bool {
    if agreesNow(folded) {
      decision.effects.append(.forget)
      focus = nil
      return true
    }
    if isNo(folded) || isYes(folded) {
      say(isYes(folded) ? .fullYesNeeded : .kept, kind: .command)
      if isYes(folded) { ask(.forget) }
      return true
    }
    return false
  }
}
