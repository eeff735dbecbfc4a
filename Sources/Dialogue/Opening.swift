/// Reads a message that begins with a courtesy or with small talk and then comes to the point.
///
/// A message that is read whole for sure is taken so. Any other is read again without its first
/// parts, one after the other, and the surest reading counts; so no list of courtesies is needed.
/// What is left of a message can mislead, hence the bar of a part (`Thresholds.part`): a wrong
/// answer costs more than a question back.
extension Listener {
  /// Fewer UTF-8 bytes (seven Chinese characters) after a greeting or thanks may belong to them.
  private static let substantial = 21

  /// What a message of several `parts` says, which was read as `whole`.
  func unopened(_ parts: [String], _ whole: Heard, in state: ConversationState) -> Heard {
    let isGreeting = isGreeting(whole)
    if !isGreeting, whole.isIntent, (whole.score ?? 0) >= thresholds.part { return whole }
    let isLatin = parts.allSatisfy { $0.utf8.allSatisfy { $0 < 0x80 } }
    let comma = isLatin ? ", " : "，"
    var rests: [Heard] = []
    var point: Heard?
    for start in parts.indices.dropFirst() {
      let rest = parts[start...].joined(separator: comma)
      let heard = single(rest, after: state.topic, leaning: false)
      rests.append(heard)
      let isPoint = !heard.isIntent && rest.utf8.count >= Listener.substantial
      if isPoint, point == nil { point = heard }
    }
    if let best = best(of: rests, bar: isGreeting ? 0 : thresholds.part) {
      let isBetter = isGreeting || !whole.isIntent || (best.score ?? 0) > (whole.score ?? 0)
      return isBetter ? best : whole
    }
    // A greeting is no reply to what comes after it, even where that is not understood.
    if isGreeting, let point { return point }
    return whole
  }

  private func isGreeting(_ heard: Heard) -> Bool {
    guard let intent = heard.intent else { return false }
    return isSocial(intent)
  }

  /// The likeliest of `heard` that is more than small talk and reaches `bar`.
  private func best(of heard: [Heard], bar: Double) -> Heard? {
    var best: Heard?
    var highest = -1.0
    for candidate in heard where candidate.isIntent && !isGreeting(candidate) {
      let score = candidate.score ?? 0
      if score >= bar, score > highest { (best, highest) = (candidate, score) }
    }
    return best
  }
}
