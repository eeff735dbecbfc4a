import Understanding

/// Finds the point of a message that opens with small talk: a story, the weather, how busy one is.
///
/// No list of small talk is needed. A part in front of others is idle if the pack can make nothing
/// sure of it by itself; the message is then read again without it, and the surer reading counts. A
/// message whose beginning matters (才八个粉丝，可以卖货不) is read more surely whole.
extension Listener {
  /// A part that is read as an intent, at least this probable, is never idle.
  private static let sure = 0.5
  /// A whole is taken for so much surer, unless what is left out says the same as the whole.
  private static let wholeness = 0.1
  /// What a point of the reject score counts, beside the probability.
  private static let share = 0.2
  /// How long a rest has to be, in Chinese characters or Latin words; a shorter one may be the tail of
  /// something else, unless it is as probable as this.
  private static let substance = (characters: 5, words: 3, certainty: 0.95)

  /// So many parts are looked at.
  private static let reach = 12

  /// From which of `parts` on the message has its point, and what is said from there on; the first
  /// and `whole` if all of it counts.
  func point(
    of parts: [Compound.Part], _ whole: Heard, in state: ConversationState
  ) -> (start: Int, heard: Heard) {
    var best = (start: 0, heard: whole, worth: worth(whole))
    var (isTainted, asks) = (false, false)
    // The first rest of some length behind small talk, understood or not.
    var rest: (start: Int, heard: Heard)?
    for start in parts.indices.dropFirst().prefix(Listener.reach) {
      let before = parts[start - 1].text
      let part = asWritten(before)
      guard isIdle(part, before) else { break }
      isTainted = isTainted || part.meaning == whole.meaning
      asks = asks || self.asks(before)
      let text = Compound.text(of: Array(parts[start...]))
      let after = single(text, after: state.topic, leaning: false)
      if rest == nil, isSmallTalk(part), isSubstantial(text) { rest = (start, after) }
      guard !leans(parts[start].text), canStand(after, text), !isSmallTalk(after) || !asks,
        self.asks(text) || !isFragment(text, of: parts[..<start])
      else { continue }
      let worth = worth(after)
      if worth > best.worth { best = (start, after, worth) }
    }
    if isSmallTalk(whole) {
      // A greeting is no reply to what comes after it, even where that is not understood.
      if best.start > 0, !isSmallTalk(best.heard) { return (best.start, best.heard) }
      return rest ?? (0, whole)
    }
    let isClear = best.worth >= worth(whole) + Listener.wholeness
    if whole.isDecided, !isTainted, !isClear { return (0, whole) }
    return (best.start, best.heard)
  }

  /// The surest that the end of a message says, from whichever part on, where `whole`, all of it, is
  /// hardly understood.
  func end(
    of parts: [Compound.Part], _ whole: Heard, in state: ConversationState
  ) -> Heard {
    if whole.isDecided, (whole.score ?? 0) >= thresholds.part { return whole }
    var best = whole
    for start in parts.indices.dropFirst().prefix(Listener.reach) {
      let text = Compound.text(of: Array(parts[start...]))
      let rest = single(text, after: state.topic, leaning: false)
      guard canStand(rest, text), !isSmallTalk(rest), (rest.score ?? 0) >= thresholds.part,
        asks(text) || !isFragment(text, of: parts[..<start])
      else { continue }
      if worth(rest) > worth(best) { best = rest }
    }
    return best
  }

  /// How surely a reading says something; an undecided one says nothing.
  func worth(_ heard: Heard) -> Double {
    heard.isDecided ? (heard.score ?? 1) + Listener.share * nearness(of: heard) : -1
  }

  /// How surely what was heard is the pack's matter, by the matcher's reject score; 0 where nothing was
  /// matched.
  private func nearness(of heard: Heard) -> Double {
    switch heard.trace.way {
    case .matched, .followed: Double(matcher.scope(of: heard.trace.text).rejectScore)
    case .chosen, .agreed, .shortForm: 0
    }
  }

  /// Whether `text`, read as `heard`, can be left out; a figure never can.
  private func isIdle(_ heard: Heard, _ text: String) -> Bool {
    if text.utf8.contains(where: { (0x30...0x39).contains($0) }) { return false }
    return switch heard.meaning {
    case .intent(let intent):
      isSocial(intent) || (heard.score ?? 0) < Listener.sure && !asks(text)
    case .outOfScope, .unclear, .oneOf: true
    case .agreed, .declined, .idleYes, .idleNo: false
    }
  }

  private func isSmallTalk(_ heard: Heard) -> Bool { heard.intent.map(isSocial) ?? false }

  /// Whether a rest, `text`, says by itself what it was heard to say.
  private func canStand(_ heard: Heard, _ text: String) -> Bool {
    let least = isSmallTalk(heard) ? 0.7 : Listener.substance.certainty
    return heard.isDecided && (isSubstantial(text) || (heard.score ?? 0) >= least)
  }

  /// Whether `text` is too short to be anything but the end of what the parts before it began, and
  /// that is surely out of scope (hotel check-in time and deposit).
  func isFragment(_ text: String, of before: ArraySlice<Compound.Part>) -> Bool {
    guard !isSubstantial(text), let first = before.first else { return false }
    let start = asWritten(first.text)
    return start.meaning == .outOfScope && (start.score ?? 0) >= Listener.sureness
  }

  private func isSubstantial(_ text: String) -> Bool {
    let folded = FoldedText(text)
    return folded.length
      >= (folded.isLatin ? Listener.substance.words : Listener.substance.characters)
  }
}
