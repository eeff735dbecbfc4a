/// What is said at the desk. The words stand in `lexicon/desk.yaml`; the raw value is the key there.
public enum DeskPhrase: String, CaseIterable, Sendable {
  case mark
  case label

  // Shown for a moment at the prompt while an agent "types".
  case typing

  // Hours.
  case hoursDedicated = "hours_dedicated"
  case hoursOrdinary = "hours_ordinary"
  case closed

  // On the way to an agent.
  case handover
  case queued
  case queueJammed = "queue_jammed"
  case queueOver = "queue_over"
  case queueLeft = "queue_left"
  case offerAfterFailures = "offer_after_failures"

  // An agent begins.
  case greetDedicated = "greet_dedicated"
  case greetDeputy = "greet_deputy"
  case greetOrdinary = "greet_ordinary"
  case whoThere = "who_there"
  case whoNamed = "who_named"
  case memoryTicketOpen = "memory_ticket_open"
  case memoryTicketClosed = "memory_ticket_closed"
  case memoryCase = "memory_case"
  case tookOver = "took_over"
  case goAhead = "go_ahead"
  case whatIsIt = "what_is_it"
  case apology
  case concern

  // An agent talks.
  case automatic
  case smallTalk = "small_talk"
  case notMine = "not_mine"
  case unclear
  case which
  case noPromise = "no_promise"
  case secret
  case byTheBot = "by_the_bot"
  case stillThere = "still_there"
  case idleClosed = "idle_closed"
  case back
  case transfer
  case topReached = "top_reached"
  case escalated
  case alreadyEscalated = "already_escalated"
  case wishNoted = "wish_noted"
  case recheck

  // Looking things up.
  case statusNone = "status_none"
  case statusCase = "status_case"
  case statusOrder = "status_order"
  case orderUnknown = "order_unknown"

  // Tickets.
  case ticketOpened = "ticket_opened"
  case ticketKept = "ticket_kept"
  case ticketReopened = "ticket_reopened"
  case ticketState = "ticket_state"
  case ticketClosed = "ticket_closed"
  case ticketTooOld = "ticket_too_old"
  case ticketUnknown = "ticket_unknown"
  case ticketWithdrawn = "ticket_withdrawn"
  case ticketsNone = "tickets_none"
  case ticketsHeading = "tickets_heading"
  case ticketLine = "ticket_line"
  case ticketLineClosed = "ticket_line_closed"

  // News.
  case newsDue = "news_due"
  case newsPerson = "news_person"
  case newsPersonBlank = "news_person_blank"
  case newsClosed = "news_closed"
  case newsEscalated = "news_escalated"
  case newsPaymentUnknown = "news_payment_unknown"

  // Danger. No rule of ours, and no simulation.
  case safety

  // The end of a talk.
  case wrapUp = "wrap_up"
  case wrapUpTickets = "wrap_up_tickets"
  case anythingElse = "anything_else"
  case closing
  case survey
  case surveyThanks = "survey_thanks"
  case surveyWhy = "survey_why"
  case surveyReason = "survey_reason"
  case surveySkipped = "survey_skipped"

  // What a ticket is about, where it is no question of the pack.
  case subjectAgent = "subject_agent"
  case subjectContact = "subject_contact"
  case subjectWish = "subject_wish"
  case subjectReview = "subject_review"
  case subjectFailedAnswers = "subject_failed_answers"
  case subjectComplaint = "subject_complaint"
  case subjectPublicComplaint = "subject_public_complaint"
  case subjectPaymentUnknown = "subject_payment_unknown"
  case subjectDoubleCharge = "subject_double_charge"
  case subjectPersonalData = "subject_personal_data"
  case subjectSelfHarm = "subject_self_harm"

  // Who looks after a ticket.
  case ownerAgent = "owner_agent"
  case ownerPolicy = "owner_policy"
  case ownerSupervisor = "owner_supervisor"
  case ownerPerson = "owner_person"

  // How far a ticket is.
  case ticketIsOpen = "ticket_is_open"
  case ticketIsTaken = "ticket_is_taken"
  case ticketIsAnswered = "ticket_is_answered"
  case ticketIsClosed = "ticket_is_closed"

  // What a case is, and how far.
  case kindRealname = "kind_realname"
  case kindBluev = "kind_bluev"
  case kindUpgrade = "kind_upgrade"
  case kindRenew = "kind_renew"
  case kindRecruit = "kind_recruit"
  case caseDraft = "case_draft"
  case caseSubmitted = "case_submitted"
  case caseVerifying = "case_verifying"
  case caseVerified = "case_verified"
  case caseFailed = "case_failed"
  case caseAwaitingPayment = "case_awaiting_payment"
  case casePaymentUnknown = "case_payment_unknown"
  case caseUnderReview = "case_under_review"
  case caseRejected = "case_rejected"
  case caseActive = "case_active"
  case caseExpired = "case_expired"
  case caseWithdrawn = "case_withdrawn"
  case caseClosed = "case_closed"
  case caseChecking = "case_checking"
  case caseChecked = "case_checked"
  case caseRecorded = "case_recorded"

  // How far an order is.
  case orderCreated = "order_created"
  case orderPending = "order_pending"
  case orderPaid = "order_paid"
  case orderFailed = "order_failed"
  case orderUnknownOutcome = "order_unknown_outcome"
  case orderClosed = "order_closed"
  case orderRefunding = "order_refunding"
  case orderRefunded = "order_refunded"
}
