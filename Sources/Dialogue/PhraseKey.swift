/// The sentences that Xiaoer says besides its answers. Their words stand in `lexicon/phrases.yaml`.
///
/// The raw value is the key there.
public enum PhraseKey: String, CaseIterable, Sendable {
  case welcome
  case welcomeQuestions = "welcome_questions"
  case welcomeHint = "welcome_hint"
  case leaveHint = "leave_hint"
  case sourceLine = "source_line"
  case suggestionHeading = "suggestion_heading"
  case notUnderstood = "not_understood"
  case notUnderstoodGuess = "not_understood_guess"
  case clarify
  case option
  case outOfScope = "out_of_scope"
  case notInForce = "not_in_force"
  case offerAgent = "offer_agent"
  case agentDeclined = "agent_declined"
  case nothingToAffirm = "nothing_to_affirm"
  case nothingToDecline = "nothing_to_decline"
  case verdictEligible = "verdict_eligible"
  case verdictHalfYearEnds = "verdict_half_year_ends"
  case verdictPaidTwice = "verdict_paid_twice"
  case verdictAtCutoff = "verdict_at_cutoff"
  case verdictPaidAfter = "verdict_paid_after"
  case verdictCertification = "verdict_certification"
  case verdictLapsed = "verdict_lapsed"
  case verdictTwoTimes = "verdict_two_times"
  case verdictRefunded = "verdict_refunded"
  case verdictAmount = "verdict_amount"
  case verdictAgency = "verdict_agency"
  case askMidnight = "ask_midnight"
  case askDay = "ask_day"
  case askTime = "ask_time"
  case askPayment = "ask_payment"
  case askFuture = "ask_future"
  case askFee = "ask_fee"
  case privacySensitive = "privacy_sensitive"
  case kindIDNumber = "kind_id_number"
  case kindMobile = "kind_mobile"
  case kindBankCard = "kind_bank_card"
  case languageSet = "language_set"
  case languageAuto = "language_auto"
  case languageUsage = "language_usage"
  case quit
  case unknownCommand = "unknown_command"
  case help
  case helpCommands = "help_commands"
  case helpTopic = "help_topic"
  case helpTopicNone = "help_topic_none"
  case historyEmpty = "history_empty"
  case startedAnew = "started_anew"
  case noOpenFlow = "no_open_flow"
  case savedScript = "saved_script"
  case saveUsage = "save_usage"
  case saveFailed = "save_failed"
  case clockSet = "clock_set"
  case clockUsage = "clock_usage"
  case reloaded
  case reloadUnchanged = "reload_unchanged"
  case reloadFailed = "reload_failed"
  case privateOn = "private_on"
  case privateOff = "private_off"
  case nothingStored = "nothing_stored"
  case whyNothing = "why_nothing"
  case whyMatch = "why_match"
  case whyFile = "why_file"
  case whyRunnerUp = "why_runner_up"
  case whyNearest = "why_nearest"
  case whyTotal = "why_total"
  case whyTerm = "why_term"
  case whyReject = "why_reject"
  case whyNotMatched = "why_not_matched"
  case whyReasonChoice = "why_reason_choice"
  case whyReasonAgreement = "why_reason_agreement"
  case whyReasonFollowUp = "why_reason_follow_up"
  case lineTooLong = "line_too_long"
  case lineNotUTF8 = "line_not_utf8"
  case lineNotObject = "line_not_object"
  case policyUndated = "policy_undated"
  case policyInForce = "policy_in_force"
  case policyNotInForce = "policy_not_in_force"
  case policyEnded = "policy_ended"
  case policySilent = "policy_silent"
  case policyFrom = "policy_from"
  case policyUntil = "policy_until"
  case prompt
}

/// The word lists that steer a conversation, and those that disturb one: `preamble`, `ramble` and
/// `small` are for `xiaoer test --disturb` alone. Their words stand in `lexicon/words.yaml`; the raw value is the key there.
public enum WordList: String, CaseIterable, Sendable {
  case yes, no, correction, joiner, question, statement, leaning, courtesy, chinese, english
  case leadIn = "lead_in"
  case coordinator, belonging
  case questionTail = "question_tail"
  case questionEnding = "question_ending"
  case noEnding = "no_ending"
  case badgeName = "badge_name"
  // What is said to the questions of a flow.
  case refuse, consent, keep, submit, pay, discard, restart, skip, again, change, surname, asking
  case resubmit
  case fullYes = "full_yes"
  case neverMind = "never_mind"
  case goOn = "go_on"
  case companyEnding = "company_ending"
  case requestOpening = "request_opening"
  case confirmWord = "confirm_word"
  case putOff = "put_off"
  case valueLead = "value_lead"
  case padding
  // What the desk listens for, and who works there.
  case selfHarm = "self_harm"
  case complaint, anger, repetition, distress, supervisor, reopen, secret, promise, wish, hurry
  case goodbye
  case noRating = "no_rating"
  case publicComplaint = "public_complaint"
  case doubleCharge = "double_charge"
  case personalData = "personal_data"
  case backToBot = "back_to_bot"
  case leaveQueue = "leave_queue"
  case myTickets = "my_tickets"
  case closeTicket = "close_ticket"
  case wrapUp = "wrap_up"
  case agentsDedicated = "agents_dedicated"
  case agentsOrdinary = "agents_ordinary"
  case agentPolicy = "agent_policy"
  case agentSupervisor = "agent_supervisor"
  case preamble, ramble, small
}
