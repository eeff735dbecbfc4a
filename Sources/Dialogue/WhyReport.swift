import Policy
import Understanding

extension Decider {
  /// How the last answer came about: `/why`. The printed terms add up to the printed score.
  func why(in state: ConversationState) -> [PlannedReply.Piece] {
    guard let trace = state.lastReading else { return [.phrase(.whyNothing, [])] }
    switch trace.way {
    case .chosen: return [notMatched(.phrase(.whyReasonChoice))]
    case .agreed: return [notMatched(.phrase(.whyReasonAgreement))]
    case .command: return [notMatched(.phrase(.whyReasonCommand))]
    case .shortForm(let topic): return [notMatched(followUp(topic))]
    case .matched: return explained(trace, lead: [])
    case .followed(let topic):
      return explained(trace, lead: [notMatched(followUp(topic)), .verbatim("\n")])
    }
  }

  private func notMatched(_ reason: PlannedReply.Value) -> PlannedReply.Piece {
    .phrase(.whyNotMatched, [.init("reason", reason)])
  }

  private func followUp(_ topic: String) -> PlannedReply.Value {
    .text(topic)
  }

  private func explained(
    _ trace: ReadingTrace, lead: [PlannedReply.Piece]
  ) -> [PlannedReply.Piece] {
    let reading = matcher.read(trace.text)
    guard let best = reading.candidates.first else { return [.phrase(.whyNothing, [])] }
    let explanation = matcher.explain(trace.text, label: best.label)
    var pieces = lead
    let line: (PhraseKey, [PlannedReply.Argument]) -> Void = { key, arguments in
      if !pieces.isEmpty { pieces.append(.verbatim("\n")) }
      pieces.append(.phrase(key, arguments))
    }
    let intent = pack.intents[best.label]
    line(.whyMatch, [.init("text", .text(trace.text))] + named(best))
    line(.whyFile, [.init("place", .text("\(intent.file):\(intent.line)"))])
    if let second = reading.candidates.dropFirst().first { line(.whyRunnerUp, named(second)) }
    if pack.examples.indices.contains(reading.nearest.example) {
      let nearest = pack.examples[reading.nearest.example]
      line(
        .whyNearest,
        [
          .init("text", .text(nearest.text)), .init("place", .text(nearest.place)),
          .init("similarity", .text(Fixed.hundredths(Double(reading.nearest.similarity)))),
        ])
    }
    line(
      .whyReject,
      [
        .init("score", .text(Fixed.hundredths(Double(explanation.rejectScore)))),
        .init("threshold", .text(Fixed.hundredths(Double(explanation.threshold)))),
      ])
    line(.whyTotal, [.init("score", .text(Fixed.millionths(explanation.score)))])
    for term in explanation.terms {
      line(
        .whyTerm,
        [.init("weight", .text(Fixed.millionths(term.weight))), .init("term", .text(term.text))])
    }
    return pieces
  }

  private func named(_ candidate: Candidate) -> [PlannedReply.Argument] {
    let intent = pack.intents[candidate.label]
    return [
      .init("title", .both(intent.title)), .init("intent", .text(intent.id)),
      .init("score", .text(Fixed.hundredths(Double(candidate.probability)))),
    ]
  }
}

/// Writes numbers with a fixed number of decimals, the same on every machine.
public enum Fixed {
  /// Rounded half away from zero to two decimals: `0.97`.
  public static func hundredths(_ value: Double) -> String {
    decimal(Int64((value * 100).rounded()), 2)
  }

  /// Rounded half away from zero to four decimals: `0.9712`.
  public static func tenThousandths(_ value: Double) -> String {
    decimal(Int64((value * 10_000).rounded()), 4)
  }

  /// `count` millionths, all six decimals: `-0.001200`.
  public static func millionths(_ count: Int64) -> String { decimal(count, 6) }

  private static func decimal(_ count: Int64, _ places: Int) -> String {
    let digits = String(count.magnitude)
    let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
    return (count < 0 ? "-" : "") + padded.dropLast(places) + "." + padded.suffix(places)
  }
}
