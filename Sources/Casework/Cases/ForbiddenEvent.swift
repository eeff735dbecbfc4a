/// Why an event cannot happen to a merchant's record: the transition is not in the table, or it would lead to
/// a state that must never be (N01, N02, N03, N17, N20).
public enum ForbiddenEvent: Error, Hashable, Sendable {
  /// There is no such case.
  case unknownCase
  /// There is no such order.
  case unknownOrder
  /// There is no such ticket.
  case unknownTicket
  /// The number is taken.
  case numberTaken
  /// One of its kind is open already.
  case alreadyOpen
  /// It is verified already: no second record.
  case alreadyVerified
  /// The state does not allow it.
  case notFrom(CaseState)
  /// It is not for this one to do.
  case notBy(Actor)
  /// Nothing is taken before the merchant consents.
  case noConsent
  /// The flow has no such field.
  case noSuchField
  /// A field is missing.
  case incomplete
  /// The order of this application and period stands already.
  case orderExists
  /// The amount differs from that of the order of the same key.
  case otherAmount
  /// Money may have moved and nobody knows: it has to be looked up first.
  case unsettled
  /// It is paid; nothing is paid twice (N01).
  case alreadyPaid
  /// It is not paid, or refunded (N03).
  case notPaid
  /// The order was offered too long ago: it is closed, and opened again at today's price.
  case orderExpired
  /// The attempt is not the one that is waited for.
  case otherAttempt
  /// A rejection needs a reason (N20).
  case noReason
  /// Nothing that was refused has changed.
  case unchanged
  /// Too many failed verifications in a day.
  case tooManyFailures
  /// Blue V is in force; there is nothing to open.
  case alreadyActive
  /// There is no Blue V that could be renewed now.
  case nothingToRenew
  /// The ticket's state does not allow it.
  case ticketNotFrom(Ticket.State)
  /// A ticket on the same subject is open.
  case ticketExists
  /// Nobody would answer for the ticket.
  case noOwner
  /// The time that would be promised is over already.
  case promiseInPast
}
