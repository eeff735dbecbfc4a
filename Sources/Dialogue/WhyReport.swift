import Policy
import Understanding

extension Decider {
  /// How the last answer came about: `/why`. The printed terms add up to the printed score.
  func why(in state: ConversationState) -> [PlannedReply.Piece] {
    guard let trace = state.lastReading else { return [.phrase(.whyNothing, [])] }
    switch trace.way {
    case .chosen: return [notMatched(.phrase(.whyReasonChoice))]
    case .agreed: return [notMatched(.phrase(.whyReasonAgreement))]
    case .shortForm(let topic): return [followUp(topic)]
    case .matched: return explained(trace, lead: [])
    case .followed(let topic):
      return explained(trace, lead: [followUp(topic)])
    }
  }

  private func notMatched(_ reason: PlannedReply.Value) -> PlannedReply.Piece {
    .phrase(.whyNotMatched, [.init("reason", reason)])
  }

  /// Says that the message was read in the light of the intent called `topic`.
  private func followUp(_ topic: String) -> PlannedReply.Piece {
    let title = listener.index(of: topic).map { PlannedReply.Value.both(pack.intents[$0].title) }
    return .phrase(.whyReasonFollowUp, [.init("title", title ?? .text(topic))])
  }

  /// What the matcher made of `trace`, behind `lead`.
  func explained(
    _ trace: ReadingTrace, lead: [PlannedReply.Piece]
  ) -> [PlannedReply.Piece] {
    guard let account = account(of: trace), let best = account.contenders.first else {
      return [.phrase(.whyNothing, [])]
    }
    var pieces = lead
    let line: (PhraseKey, [PlannedReply.Argument]) -> Void = { key, arguments in
      if !pieces.isEmpty { pieces.append(.verbatim("\n")) }
      pieces.append(.phrase(key, arguments))
    }
    let intent = pack.intents[best.intent]
    line(.whyMatch, [.init("text", .text(account.text))] + named(best))
    line(.whyFile, [.init("place", .text("\(intent.file):\(intent.line)"))])
    if let nearest = account.nearest {
      let example = pack.examples[nearest]
      line(
        .whyNearest,
        [
          .init("text", .text(example.text)), .init("place", .text(example.place)),
          .init("similarity", .text(Fixed.hundredths(account.similarity))),
        ])
    }
    line(
      .whyReject,
      [
        .init("score", .text(Fixed.hundredths(account.rejectScore))),
        .init("threshold", .text(Fixed.hundredths(account.threshold))),
      ])
    list(best, line)
    if let second = account.contenders.dropFirst().first {
      line(.whyRunnerUp, named(second))
      list(second, line)
    }
    return pieces
  }

  /// The sum and its terms, a line each.
  private func list(
    _ contender: ReadingAccount.Contender,
    _ line: (PhraseKey, [PlannedReply.Argument]) -> Void
  ) {
    line(.whyTotal, [.init("score", .text(Fixed.millionths(contender.score)))])
    // A term of nothing made nothing; the record of `--explain` holds those, too.
    for term in contender.terms where term.weight != 0 {
      line(
        .whyTerm,
        [.init("weight", .text(Fixed.millionths(term.weight))), .init("term", .text(term.text))])
    }
  }

  private func named(_ contender: ReadingAccount.Contender) -> [PlannedReply.Argument] {
    let intent = pack.intents[contender.intent]
    return [
      .init("title", .both(intent.title)), .init("intent", .text(intent.id)),
      .init("score", .text(Fixed.hundredths(contender.probability))),
    ]
  }
}
