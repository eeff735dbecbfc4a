import Policy

@testable import Casework

/// A random walk over the records of merchant after merchant: half of the events are what would come
/// next, half are anything at all, by anybody.
struct Walk {
  /// What one walk is mostly about.
  enum Machine: String, CaseIterable, Sendable {
    case realname, bluev, upgrade, renew, recruit, orders, tickets

    /// What is opened on the way.
    var kinds: [CaseKind] {
      switch self {
      case .realname: [.realname]
      case .bluev: [.bluev, .bluev, .bluev, .renew]
      case .upgrade: [.upgrade, .upgrade, .bluev]
      case .renew: [.renew, .renew, .renew, .bluev, .upgrade]
      case .recruit: [.recruit]
      case .orders: [.bluev, .renew]
      case .tickets: [.realname]
      }
    }
  }

  /// A place that a walk has been to.
  enum Place: Hashable, Sendable {
    case at(CaseKind, CaseState)
    case order(Order.State)
    case attempt(Order.Attempt.State)
    case ticket(Ticket.State)
    case refused(ForbiddenEvent)
  }

  let machine: Machine
  var lots: Lots
  var now = cutoff
  var record = MerchantRecord(merchant: "m")
  var ledger = Ledger()
  var entries: [Entry] = []
  var places: Set<Place> = []
  var accepted = 0
  var merchants = 0

  init(_ machine: Machine, seed: UInt64) {
    self.machine = machine
    lots = Lots(seed: seed)
  }

  /// Walks `count` events; what was forbidden and happened all the same, with the event that did it.
  mutating func run(_ count: Int) -> (Never, CaseEvent)? {
    for step in 0..<count {
      if record.cases.count >= 5 || record.tickets.count >= 6 || entries.count >= 120 {
        if let wrong = begin() { return (wrong, .told(version: step)) }
      }
      if machine == .renew, entries.isEmpty, let wrong = buy() { return wrong }
      pass()
      let (event, actor) = machine == .tickets ? ticketDraw() : draw()
      if let wrong = offer(event, by: actor) { return (wrong, event) }
    }
    return begin().map { ($0, .told(version: count)) }
  }

  /// Offers one event to the record.
  mutating func offer(_ event: CaseEvent, by actor: Actor) -> Never? {
    do throws(ForbiddenEvent) {
      let after = try record.after(event, at: now, by: actor)
      let wrong = ledger.note(event, at: now, by: actor, from: record, to: after)
      entries.append(
        Entry(
          sequence: entries.count + 1, version: after.version, merchant: "m", at: now,
          actor: actor, event: event))
      record = after
      accepted += 1
      look(after: event)
      return wrong
    } catch {
      places.insert(.refused(error))
      return ledger.wronglyRefused(event)
    }
  }

  /// Ends with this merchant: the log has to fold to the record, and every order has to be there.
  private mutating func begin() -> Never? {
    let wrong = ledger.lost(in: record)
    if wrong == nil, merchants % 8 == 0 {
      var folded = MerchantRecord(merchant: "m")
      for entry in entries { folded = folded.applying(entry) }
      if folded != record { return .logFoldsOtherwise }
    }
    merchants += 1
    (record, ledger, entries) = (MerchantRecord(merchant: "m"), Ledger(), [])
    return wrong
  }

  private mutating func look(after event: CaseEvent) {
    if case .ticket(let id, _) = event {
      if let ticket = record[id] { places.insert(.ticket(ticket.state)) }
      return
    }
    guard let id = event.subject(in: record), let found = record[id] else { return }
    places.insert(.at(found.kind, found.state(at: now)))
    guard let order = found.order else { return }
    places.insert(.order(order.state))
    if let attempt = order.attempts.last { places.insert(.attempt(attempt.state)) }
  }

  /// Time passes: mostly seconds, at times a day, seldom most of a year.
  private mutating func pass() {
    let seconds =
      switch lots.below(400) {
      case 0: lots.below(345 * 86_400)
      case 1...2: lots.below(40 * 86_400)
      case 3...12: lots.below(30 * 3600)
      case _: lots.below(90)
      }
    now = now.advanced(bySeconds: seconds)
    // A window of thirty days in a year is seldom hit by chance.
    if machine != .tickets, lots.once(in: 60), case .bought(_, _, let until) = record.blueV(at: now)
    {
      now = max(now, until.advanced(bySeconds: lots.below(3 * 86_400) - 2 * 86_400))
    }
  }
}

extension Walk {
  /// A Blue V, bought at once, so that there is something to renew.
  private mutating func buy() -> (Never, CaseEvent)? {
    let (id, number) = (Walk.caseIDs[0], Walk.orderNumbers[0])
    var events: [(CaseEvent, Actor)] = [
      (.opened(id, .bluev), .merchant), (.consented(id), .merchant),
    ]
    events += CaseKind.bluev.fields.map { (.fieldGiven(id, $0, isNew: true), .merchant) }
    events += [
      (.orderOpened(number, id, period: 1, amountInFen: Walk.price), .merchant),
      (.chargeSent(number, attempt: 1), .merchant),
      (.chargeAnswered(number, attempt: 1, .paid), .simulator), (.approved(id), .simulator),
    ]
    for (event, actor) in events {
      if let wrong = offer(event, by: actor) { return (wrong, event) }
    }
    now = now.advanced(bySeconds: (330 + lots.below(50)) * 86_400)
    return nil
  }
}
