import Policy
import Understanding

/// Understands messages: matcher, follow-ups, compounds, and answers to Xiaoer's own questions.
struct Listener: Sendable {
  let pack: Pack
  let matcher: Matcher
  let thresholds: Thresholds
  let compound: Compound
  let followUp: FollowUp
  private let courtesy: Courtesy
  private let badgeName: BadgeName
  /// Nil if it is made when a message is not understood.
  private let speller: Speller?
  private let index: [String: Int]
  let kinds: [Intent.Kind]
  let nouns: TopicNouns

  init(pack: Pack, matcher: Matcher, thresholds: Thresholds, isWarm: Bool = true) {
    self.pack = pack
    self.matcher = matcher
    self.thresholds = thresholds
    kinds = pack.intents.map(\.kind)
    compound = Compound(lexicon: pack.lexicon)
    followUp = FollowUp(intents: pack.intents, lexicon: pack.lexicon, isWarm: isWarm)
    courtesy = Courtesy(lexicon: pack.lexicon)
    badgeName = BadgeName(lexicon: pack.lexicon)
    speller = isWarm ? Speller(model: pack.model) : nil
    nouns = TopicNouns(intents: pack.intents)
    index = Dictionary(
      pack.intents.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Whether the intent of this index is small talk.
  func isSocial(_ index: Int) -> Bool { pack.intents[index].kind == .social }

  /// The index of the intent called `id`; nil when the pack has none.
  func index(of id: String) -> Int? { index[id] }

  /// Everything that `text`, already masked, says in `state`, in order, never nothing; and the part of
  /// the text that was heeded.
  func listen(
    to text: String, in state: ConversationState
  ) -> (heard: [Heard], heeded: String) {
    let text = badgeName.spelled(in: text)
    // Only a short message can answer us, or correct itself.
    if text.utf8.count <= Listener.short {
      let folded = FoldedText(text)
      if let answer = answer(text, folded, in: state) { return ([answer], text) }
      if let rest = followUp.corrected(folded) {
        return ([single(rest.text, after: state.topic, leaning: true)], text)
      }
    }
    let parts = compound.parts(of: text)
    if parts.count > 1 { return listen(to: parts, of: text, in: state) }
    let whole = single(text, after: state.topic, leaning: false)
    return (coordinated(compound.halves(of: text), whole, isJoined: true) ?? [whole], text)
  }

  /// What a message of several `parts` says, from its point on.
  private func listen(
    to parts: [Compound.Part], of text: String, in state: ConversationState
  ) -> (heard: [Heard], heeded: String) {
    let polite = courtesy.length(in: parts)
    let parts = Array(parts[polite...])
    let text = polite == 0 ? text : Compound.text(of: parts)
    let whole = single(text, after: state.topic, leaning: false)
    if parts.count == 2, parts[1].isJoined, !parts.allSatisfy({ compound.asks($0.text) }),
      let both = coordinated([(parts[0].text, parts[1].text)], whole, isJoined: true)
    {
      return (both, text)
    }
    let point = point(of: parts, whole, in: state)
    let rest = Array(parts[point.start...])
    let heeded = point.start == 0 ? text : Compound.text(of: rest)
    if rest.count == 1 { return ([point.heard], heeded) }
    let found = several(rest, point.heard, in: state)
    if let found, found.count > 1 { return (found, heeded) }
    let end = end(of: rest, point.heard, in: state)
    guard let only = found?.first, (only.score ?? 0) >= (end.score ?? 0) || !end.isDecided else {
      return ([end], heeded)
    }
    return ([only], heeded)
  }

  /// Whether `part` leans on what comes before it: 还是…, or….
  func leans(_ part: String) -> Bool { compound.leans(part) }

  /// Whether `part` surely asks or wishes for something, judged by its words alone.
  func asks(_ part: String) -> Bool { compound.surelyAsks(part) }

  /// What `text` says by itself, taken as it is written.
  func asWritten(_ text: String) -> Heard {
    heard(matcher.read(text), text: text, way: .matched)
  }

  /// A message of more bytes answers no question of ours, and leans on none of the merchant's.
  static let short = 120
  /// From this likeness on, a short form is said word for word.
  static let identity = 0.99

  // MARK: - An answer to our own question

  private func answer(
    _ text: String, _ folded: FoldedText, in state: ConversationState
  ) -> Heard? {
    if let key = folded.digit, let picked = state.suggestions.first(where: { $0.key == key }) {
      let trace = ReadingTrace(text: picked.text, intent: picked.intent, way: .chosen)
      guard let index = index[picked.intent] else {
        return single(picked.text, after: nil, leaning: false)
      }
      return Heard(meaning: .intent(index), score: nil, trace: trace)
    }
    let trace = ReadingTrace(text: text, intent: nil, way: .agreed)
    if pack.lexicon.holds(folded, in: .yes) {
      return Heard(meaning: state.offersAgent ? .agreed : .idleYes, score: nil, trace: trace)
    }
    if state.offersAgent, pack.lexicon.holds(folded, in: .no) {
      return Heard(meaning: .declined, score: nil, trace: trace)
    }
    return nil
  }

  // MARK: - One question

  /// What `text` says by itself, or else in the light of the intent `topic`. A message that is
  /// `leaning` is read in that light first.
  ///
  /// Not inlined: Swift 6.3.1's optimiser fails on its callers otherwise.
  @inline(never)
  func single(_ text: String, after topic: String?, leaning: Bool) -> Heard {
    let alone = mended(heard(matcher.read(text), text: text, way: .matched), text)
    guard let topic, let before = index[topic] else { return alone }
    guard text.utf8.count <= Listener.short else { return alone }
    let folded = FoldedText(text)
    if let form = followUp.meaning(of: folded, after: topic), let index = index[form.intent],
      form.likeness > Listener.identity && !turns(folded, alone, from: before) || leaning
        || !alone.standsByItself
    {
      let trace = ReadingTrace(text: text, intent: form.intent, way: .shortForm(topic))
      return Heard(meaning: .intent(index), score: form.likeness, trace: trace)
    }
    guard leaning || !alone.standsByItself, followUp.leans(folded),
      let noun = pack.intents[before].topic
    else { return alone }
    let joined = (folded.isLatin ? noun.en + " " : noun.zh) + text
    let together = heard(matcher.read(joined), text: joined, way: .followed(topic))
    let gain = (together.score ?? 0) - (alone.isIntent ? alone.score ?? 0 : 0)
    return together.isIntent && gain > 0.1 ? together : alone
  }

  /// Whether `text`, which is plainly read as `alone`, names what that is about, and it is something
  /// else than what the intent `before` is about.
  private func turns(_ text: FoldedText, _ alone: Heard, from before: Int) -> Bool {
    guard alone.isPlain, let intent = alone.intent, let noun = pack.intents[intent].topic,
      noun != pack.intents[before].topic
    else { return false }
    return nouns.stands(noun, in: text)
  }

  /// The same, or what `text` says when it is taken to be mistyped, if that is surer.
  private func mended(_ alone: Heard, _ text: String) -> Heard {
    if alone.isDecided, (alone.score ?? 0) >= Listener.plain || text.utf8.count > 240 {
      return alone
    }
    var best = alone
    var worth = alone.isDecided ? alone.score ?? 0 : 0
    for repair in (speller ?? Speller(model: pack.model)).repairs(of: text) {
      let mended = heard(matcher.read(repair.text), text: repair.text, way: .matched)
      guard mended.isDecided, let score = mended.score, score > worth else { continue }
      (best, worth) = (mended, score)
    }
    return best
  }

  /// A message read so surely is not looked at for slips of the keys.
  private static let plain = 0.6

  private func heard(_ reading: Reading, text: String, way: ReadingTrace.Way) -> Heard {
    let best = reading.candidates.first
    let score = best.map { Double($0.probability) }
    var trace = ReadingTrace(text: text, intent: best.map { pack.intents[$0.label].id }, way: way)
    let meaning: Heard.Meaning
    switch thresholds.verdict(on: reading, kinds: kinds) {
    case .met(let index): meaning = .intent(index)
    case .close(let indices): meaning = .oneOf(indices)
    case .outOfScope: meaning = .outOfScope
    case .unclear(let guesses):
      trace.intent = nil
      meaning = .unclear(guesses)
    }
    return Heard(meaning: meaning, score: score, trace: trace)
  }

  // MARK: - Several questions

  /// The questions among `parts`, if there are two or more that mean different things, or if only a
  /// part of the message can be understood. Where nothing but commas part them, a whole that is clear
  /// stays whole.
  private func several(
    _ parts: [Compound.Part], _ whole: Heard, in state: ConversationState
  ) -> [Heard]? {
    let isLoose = parts.dropFirst().allSatisfy { !$0.isApart }
    let asksAsWhole = whole.intent.map { kinds[$0].isAskable } ?? false
    if isLoose, asksAsWhole, (whole.score ?? 0) >= 0.8 {
      // Unless two of them are questions beyond doubt.
      let sure = questions(
        among: parts.filter { $0.isMarked || asks($0.text) }, after: state.topic)
      let beyondDoubt = sure.filter { ($0.score ?? 0) >= 0.7 }
      return beyondDoubt.count > 1 ? beyondDoubt : [whole]
    }
    let found = questions(among: parts, after: state.topic)
    if found.count > 1 { return Array(found.prefix(Compound.most)) }
    guard let only = found.first else { return nil }
    // What only a comma parts from something out of scope has to be surer than the whole is.
    let isClear = asksAsWhole || isLoose && whole.meaning == .outOfScope
    return isClear && worth(whole) >= worth(only) ? [whole] : [only]
  }

  /// The parts that ask for something and are understood, each intent once. A part is read in the
  /// light of the one before it. One without a word that asks has to be read surely, and to end in a
  /// question mark or follow a joining word; a fragment of something out of scope asks nothing.
  private func questions(among parts: [Compound.Part], after topic: String?) -> [Heard] {
    var found: [Heard] = []
    var intents: [Int] = []
    var topic = topic
    for (place, part) in parts.enumerated() {
      let asks = compound.asks(part.text)
      guard asks || part.isMarked || part.isJoined,
        let heard = question(part.text, after: topic), let intent = heard.intent,
        asks
          || (heard.score ?? 0) >= Listener.sureness && !isFragment(part.text, of: parts[..<place])
      else { continue }
      topic = pack.intents[intent].id
      if intents.contains(intent) { continue }
      intents.append(intent)
      found.append(heard)
    }
    return found
  }

  /// From this probability on, a part without a word that asks, or half of a pair, is a question.
  static let sureness = 0.7

  /// What a part asks, if that is clear enough to stand beside another question.
  private func question(_ text: String, after topic: String?) -> Heard? {
    let heard = single(text, after: topic, leaning: false).decided
    guard let intent = heard.intent, (heard.score ?? 0) >= thresholds.part,
      kinds[intent].isAskable
    else { return nil }
    return heard
  }
}

extension Heard {
  /// The index of the one intent that is meant; nil when it is none or several.
  ///
  /// Not inlined: Swift 6.3.1's optimiser fails on its callers otherwise.
  var intent: Int? {
    @inline(never) get {
      if case .intent(let index) = meaning { index } else { nil }
    }
  }

  /// Whether it says one thing, be it nothing that Xiaoer is there for.
  var isDecided: Bool {
    switch meaning {
    case .intent, .outOfScope, .agreed, .declined, .idleYes, .idleNo: true
    case .oneOf, .unclear: false
    }
  }

  /// Whether one intent is meant.
  var isIntent: Bool { intent != nil }

  /// The same, the likeliest of several taken: among several questions one does not ask back.
  fileprivate var decided: Heard {
    guard case .oneOf(let indices) = meaning, let first = indices.first else { return self }
    return Heard(meaning: .intent(first), score: score, trace: trace)
  }

  /// Whether the message is so clear that not even a short form could mean anything else.
  fileprivate var isPlain: Bool { isIntent && (score ?? 0) >= 0.98 }

  /// Whether the message is clear enough not to be read in the light of another.
  fileprivate var standsByItself: Bool {
    switch meaning {
    case .intent: (score ?? 0) >= 0.7
    case .outOfScope: (score ?? 0) >= 0.4
    case .agreed, .declined, .idleYes, .idleNo: true
    case .oneOf, .unclear: false
    }
  }
}
