/// What is said in the flows besides the steps' own questions. The words stand in `lexicon/flow.yaml`; the
/// raw value is the key there.
public enum FlowPhrase: String, CaseIterable, Sendable {
  // Beginning
  case anyTime = "any_time"
  case noKey = "no_key"
  case notPossible = "not_possible"
  case askChange = "ask_change"
  case alreadyVerified = "already_verified"
  case alreadyActive = "already_active"
  case alreadyUpgraded = "already_upgraded"
  case activeSoonOver = "active_soon_over"
  case activeEnded = "active_ended"
  case realNameFirst = "real_name_first"
  case upgradeFirst = "upgrade_first"
  case waitForUpgrade = "wait_for_upgrade"
  case notOpenYet = "not_open_yet"
  case nothingToRenew = "nothing_to_renew"
  case renewUpgraded = "renew_upgraded"
  case renewalNotOpen = "renewal_not_open"
  case renewalLicenceOver = "renewal_licence_over"
  // Filling in
  case consented
  case consentRefused = "consent_refused"
  case noted
  case summaryLine = "summary_line"
  case longTerm = "long_term"
  case oldValue = "old_value"
  case notTaken = "not_taken"
  case stuck
  case askWhetherMeant = "ask_whether_meant"
  case askWhatToChange = "ask_what_to_change"
  case fullYesNeeded = "full_yes_needed"
  case agentInFlow = "agent_in_flow"
  case noStepBefore = "no_step_before"
  // Putting aside
  case askCancel = "ask_cancel"
  case askCancelOrder = "ask_cancel_order"
  case askCancelAgain = "ask_cancel_again"
  case cancelUnsettled = "cancel_unsettled"
  case cancelTooLate = "cancel_too_late"
  case draftKept = "draft_kept"
  case draftErased = "draft_erased"
  case paused
  case resumed
  case resumedStale = "resumed_stale"
  case askResume = "ask_resume"
  case laterThen = "later_then"
  case askForget = "ask_forget"
  case forgotten
  case kept
  // Handed in
  case realNameSubmitted = "real_name_submitted"
  case tooManyFailures = "too_many_failures"
  case recruitRecorded = "recruit_recorded"
  case resubmitted
  case confirmRepair = "confirm_repair"
  case nothingChanged = "nothing_changed"
  // Money
  case orderClosed = "order_closed"
  case orderExpired = "order_expired"
  case paymentPutOff = "payment_put_off"
  case paid
  case paidAlready = "paid_already"
  case paidTwiceIgnored = "paid_twice_ignored"
  case paidAfterEnd = "paid_after_end"
  case paymentDeclined = "payment_declined"
  case paymentLimit = "payment_limit"
  case paymentCancelled = "payment_cancelled"
  case paymentUnknown = "payment_unknown"
  case payAgain = "pay_again"
  case lookedUpUnpaid = "looked_up_unpaid"
  case lookedUpUnknown = "looked_up_unknown"
  case renewed
  case refundStarted = "refund_started"
  case refunded
  // Review and news
  case verified
  case failedMismatch = "failed_mismatch"
  case failedUsedElsewhere = "failed_used_elsewhere"
  case failedUnderAge = "failed_under_age"
  case revoked
  case approved
  case rejected
  case rejectedNext = "rejected_next"
  case upgraded
  case expiringSoon = "expiring_soon"
  case entityForAgent = "entity_for_agent"
  case repairStarted = "repair_started"
  case askWithdraw = "ask_withdraw"
  case withdrawn
  case noEditInReview = "no_edit_in_review"
  case reviewGoesOn = "review_goes_on"
  case askGiveUp = "ask_give_up"
  case givenUp = "given_up"
  case reasonBlurred = "reason_blurred"
  case reasonName = "reason_name"
  case reasonCode = "reason_code"
  case reasonRepresentative = "reason_representative"
  case reasonLicenceEnded = "reason_licence_ended"
  case reasonEntity = "reason_entity"
  case reasonID = "reason_id"
  case reasonNotALicence = "reason_not_a_licence"
  case reasonDoctored = "reason_doctored"
  // Status
  case statusDraft = "status_draft"
  case statusVerifying = "status_verifying"
  case statusVerified = "status_verified"
  case statusFailed = "status_failed"
  case statusAwaitingPayment = "status_awaiting_payment"
  case statusPaymentUnknown = "status_payment_unknown"
  case statusUnderReview = "status_under_review"
  case statusRejected = "status_rejected"
  case statusActive = "status_active"
  case statusUpgraded = "status_upgraded"
  case statusExpired = "status_expired"
  case statusWithdrawn = "status_withdrawn"
  case statusClosed = "status_closed"
  case statusChecked = "status_checked"
  case statusRecorded = "status_recorded"
  // The simulator
  case payArmed = "pay_armed"
  case payUsage = "pay_usage"
  case queryArmed = "query_armed"
  case queryUsage = "query_usage"
  case reviewArmed = "review_armed"
  case reviewUsage = "review_usage"
  // The prompt
  case flowPrompt = "flow_prompt"
  case savedMark = "saved_mark"
  // The store
  case notSaved = "not_saved"
  case storeBusy = "store_busy"
  case storeConflict = "store_conflict"
}
