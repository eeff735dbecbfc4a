/// What happened according to a message, and where it says so.
struct ClaimEvents {
  /// What an event is to the reader of payments.
  enum Kind: Hashable {
    /// A payment that is said to be made.
    case paid
    /// Paying, without a word that it is done: 「19号缴费算吗」.
    case paying
    /// An order was placed.
    case ordered
    /// A payment succeeded.
    case succeeded
    /// Something else, so that a time beside it is not a payment's.
    case other
  }

  /// One event.
  struct Event {
    /// What it is to the reader of payments.
    let kind: Kind
    /// Its tokens.
    let range: Range<Int>
    /// Han verbs stand behind their time, Latin ones before it.
    let isHan: Bool
  }

  /// The events in order, not overlapping.
  let events: [Event]
  private let tokens: [ClaimToken]

  /// The events in these tokens; the tokens of the times themselves are left out.
  init(in tokens: [ClaimToken], times: [TimeReader.Found]) {
    self.tokens = tokens
    var events: [Event] = []
    var time = times.startIndex
    var place = 0
    while place < tokens.count {
      if time < times.count, times[time].range.contains(place) {
        place = times[time].range.upperBound
        time += 1
      } else if let event = ClaimEvents.event(in: tokens, at: place) {
        events.append(event)
        place = event.range.upperBound
      } else {
        place += 1
      }
    }
    self.events = ClaimEvents.withDebits(events, in: tokens)
  }

  /// Where somebody paid and the bank took the money at a time of its own, that is the success: 付的…扣的.
  private static func withDebits(_ events: [Event], in tokens: [ClaimToken]) -> [Event] {
    let pays = { (event: Event) in event.kind == .paid || event.kind == .paying }
    let isDebit = { (event: Event) in
      pays(event) && ClaimWords.debit.length(in: tokens, at: event.range.lowerBound) != nil
    }
    guard events.contains(where: { pays($0) && !isDebit($0) }) else { return events }
    return events.map { event in
      isDebit(event) ? Event(kind: .succeeded, range: event.range, isHan: event.isHan) : event
    }
  }

  /// Whether an event of this kind is there.
  func has(_ kind: Kind) -> Bool { events.contains { $0.kind == kind } }

  /// The kind of the event to which a time belongs; nil when the message has none.
  ///
  /// That is the nearest event, one in the same clause before one in another, and of two the one on
  /// the side on which its language has the time.
  func owner(of range: Range<Int>) -> Kind? {
    let next = events.firstIndex { $0.range.lowerBound >= range.upperBound } ?? events.count
    let candidates = [next - 1, next].filter(events.indices.contains)
    return candidates.map { (events[$0].kind, cost(of: events[$0], for: range)) }
      .min { $0.1 < $1.1 }?.0
  }

  private func cost(of event: Event, for range: Range<Int>) -> Int {
    let isBehind = event.range.lowerBound >= range.upperBound
    let between =
      isBehind
      ? range.upperBound..<event.range.lowerBound
      : event.range.upperBound..<max(event.range.upperBound, range.lowerBound)
    let clauses = tokens[between].filter(\.endsClause).count
    return between.count + clauses * 40 + (isBehind == event.isHan ? 0 : 8)
  }

  private static func event(in tokens: [ClaimToken], at place: Int) -> Event? {
    let cursor = ClaimCursor(tokens: tokens, place: place)
    let event = { (kind: Kind, length: Int) in
      Event(kind: kind, range: place..<place + length, isHan: isHan(tokens[place]))
    }
    if ClaimWords.notOther.length(in: tokens, at: place) == nil,
      let length = ClaimWords.other.length(in: tokens, at: place)
    {
      return cursor.sees(ClaimWords.circumstance, at: length) ? nil : event(.other, length)
    }
    if let length = ClaimWords.order.length(in: tokens, at: place) {
      return event(.ordered, length)
    }
    if let length = ClaimWords.payNoun.length(in: tokens, at: place) { return event(.paid, length) }
    if let length = ClaimWords.success.length(in: tokens, at: place) {
      return event(.succeeded, length)
    }
    if let (kind, length) = PaymentVerb.read(cursor) { return event(kind, length) }
    return ClaimWords.bareSuccess.length(in: tokens, at: place).map { event(.succeeded, $0) }
  }

  private static func isHan(_ token: ClaimToken) -> Bool {
    switch token {
    case .sign, .number: true
    case .word: false
    }
  }
}
