/// Reads a message that begins with a courtesy or with small talk and then comes to the point.
///
/// A message is read whole first. Where that gives nothing, or only a greeting, or nothing of ours,
/// its first parts are left out, one after the other, until what is left says something for sure. So
/// no list of courtesies is needed. What is left of a message can mislead, hence the bar of
/// a part (`Thresholds.part`): a wrong answer costs more than a question back.
extension Listener {
  /// Fewer UTF-8 bytes (seven Chinese characters) after a greeting or thanks may belong to them.
  private static let substantial = 21

  /// What a message of several `parts` says.
  func unopened(_ parts: [String], of text: String, in state: ConversationState) -> Heard {
    let whole = single(text, after: state.topic, leaning: false)
    let isGreeting = whole.intent.map(isSocial) ?? false
    switch whole.meaning {
    case .intent: guard isGreeting else { return whole }
    case .outOfScope, .unclear: break
    case .oneOf, .agreed, .declined, .idleYes, .idleNo: return whole
    }
    let comma = text.utf8.allSatisfy { $0 < 0x80 } ? ", " : "，"
    var point: Heard?
    for start in parts.indices.dropFirst() {
      let rest = parts[start...].joined(separator: comma)
      let heard = single(rest, after: state.topic, leaning: false)
      if let intent = heard.intent {
        let bar = isGreeting ? 0 : thresholds.part
        if !isSocial(intent), (heard.score ?? 0) >= bar { return heard }
      } else if point == nil, rest.utf8.count >= Listener.substantial {
        point = heard
      }
    }
    // A greeting is no reply to what comes after it, even where that is not understood.
    return isGreeting ? point ?? whole : whole
  }
}
