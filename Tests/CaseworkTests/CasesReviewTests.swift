import Policy
import Testing

@testable import Casework

/// Real names and reviews, row by row.
@Suite struct CasesReviewTests {
  @Test func `nothing is kept before consent, and none after everything was erased`() throws {
    var history = History()
    let id = CaseID(1, on: cutoffDay)
    try history.happens(.opened(id, .realname))
    let name = CaseEvent.fieldGiven(id, .name, isNew: true)
    #expect(history.refusal(of: name) == .noConsent)
    #expect(history.refusal(of: .revisited(id, .name)) == .noConsent)
    #expect(history.refusal(of: .consented(id), by: clerk) == .notBy(clerk))
    try history.happens(.consented(id), name, .erased(id, nil))
    #expect(history.record[id]?.given.isEmpty == true)
    #expect(history.record[id]?.step == .consent)
    #expect(history.refusal(of: name) == .noConsent)
  }

  @Test func `a name is verified by the platform and taken away by an operator`() throws {
    var history = History()
    let id = try history.filled(.realname)
    try history.happens(.submitted(id))
    #expect(history.refusal(of: .closed(id)) == .notFrom(.submitted))
    try history.happens(.verifying(id), by: .simulator)
    #expect(history.refusal(of: .verified(id)) == .notBy(.merchant))
    try history.happens(.verified(id), by: .simulator)
    #expect(history.record.isVerified)
    #expect(history.refusal(of: .opened(CaseID(2, on: cutoffDay), .realname)) == .alreadyVerified)
    #expect(history.refusal(of: .revoked(id), by: .simulator) == .notBy(.simulator))
    try history.happens(.revoked(id), by: clerk)
    #expect(!history.record.isVerified)
    #expect(history.state(of: id) == .failed)
    #expect(history.record[id]?.failure == nil)
    #expect(history.record[id]?.activeFrom == nil)
  }

  @Test(arguments: [
    (VerificationFailure.mismatch, [Field.name, .idNumber]), (.usedElsewhere, [.idNumber]),
    (.underAge, [.idNumber]),
  ])
  func `a failed verification asks again only for what was wrong`(
    why: VerificationFailure, again: [Field]
  ) throws {
    var history = History()
    let id = try history.failed(why)
    #expect(history.refusal(of: .suspended(id)) == .notFrom(.failed))
    try history.happens(.repairStarted(id))
    #expect(history.record[id]?.missing == again)
    #expect(history.record[id]?.step == .field(again[0]))
    try history.fill(id)
    try history.happens(.submitted(id))
    #expect(history.state(of: id) == .submitted)
  }

  @Test func `three failures a day are enough, also in a case that is opened anew`() throws {
    var history = History(at: try shanghai("2020-08-03 23:59:58"))
    let id = try history.failed()
    for _ in 0..<2 {
      try history.happens(.repairStarted(id))
      try history.fill(id)
      try history.fail(id)
    }
    #expect(history.record.failuresToday(at: history.now) == 3)
    #expect(history.refusal(of: .repairStarted(id)) == .tooManyFailures)
    try history.happens(.closed(id))
    let anew = try history.filled(.realname)
    #expect(history.refusal(of: .submitted(anew)) == .tooManyFailures)
    history.now = try shanghai("2020-08-03 23:59:59")
    #expect(history.refusal(of: .submitted(anew)) == .tooManyFailures)
    history.now = try shanghai("2020-08-04 00:00:00")
    #expect(history.refusal(of: .submitted(anew)) == nil)
  }

  @Test(arguments: ReviewReason.allCases)
  func `what was refused has to change, and costs nothing again`(reason: ReviewReason) throws {
    var history = History()
    let (id, number) = try history.paid(.bluev)
    #expect(history.refusal(of: .rejected(id, []), by: clerk) == .noReason)
    #expect(history.refusal(of: .fieldGiven(id, .mobile, isNew: true)) == .notFrom(.underReview))
    try history.happens(.rejected(id, [reason]), by: clerk)
    #expect(history.refusal(of: .resubmitted(id)) == .notFrom(.rejected))
    try history.happens(.repairStarted(id))
    #expect(Set(history.record[id]?.missing ?? []) == Set(reason.fields))
    try history.happens(.fieldGiven(id, .mobile, isNew: true))
    try history.fill(id, isNew: false)
    #expect(history.refusal(of: .resubmitted(id)) == .unchanged)
    try history.happens(.fieldGiven(id, reason.fields[0], isNew: true), .resubmitted(id))
    #expect(history.state(of: id) == .underReview)
    #expect(history.record[number]?.attempts.count == 1)
    try history.happens(.approved(id), by: clerk)
    #expect(history.record[id]?.reasons == [])
  }

  @Test func `what was withdrawn or given up is never approved`() throws {
    var history = History()
    let (first, number) = try history.paid(.bluev)
    #expect(history.refusal(of: .approved(first)) == .notBy(.merchant))
    #expect(history.refusal(of: .withdrawn(first), by: clerk) == .notBy(clerk))
    try history.happens(.withdrawn(first))
    #expect(history.refusal(of: .approved(first), by: clerk) == .notFrom(.withdrawn))
    #expect(history.refusal(of: .resubmitted(first)) == .notFrom(.withdrawn))
    try history.happens(.refundStarted(number), by: clerk)

    let (second, _) = try history.paid(.bluev)
    try history.happens(.rejected(second, [.doctored]), by: .simulator)
    try history.happens(.closed(second))
    #expect(history.refusal(of: .repairStarted(second)) == .notFrom(.closed))

    let (third, _) = try history.paid(.bluev)
    try history.happens(.rejected(third, [.doctored]), by: .simulator)
    try history.happens(.repairStarted(third))
    try history.fill(third)
    try history.happens(.closed(third))
    #expect(history.refusal(of: .resubmitted(third)) == .notFrom(.closed))
    #expect(history.refusal(of: .approved(second), by: clerk) == .notFrom(.closed))
  }

  @Test func `a draft that is taken up again lies aside no longer`() throws {
    var history = History()
    let id = try history.filled(.realname)
    let acts: [CaseEvent] = [
      .resumed(id), .consented(id), .fieldGiven(id, .name, isNew: false), .revisited(id, nil),
      .submitted(id),
    ]
    for act in acts {
      try history.happens(.suspended(id))
      #expect(history.record[id]?.isSuspended == true)
      try history.happens(act)
      #expect(history.record[id]?.isSuspended == false)
    }
  }

  @Test func `an upgrade needs a finding, costs nothing, has no end, and comes once`() throws {
    var history = History()
    for finding in [UpgradeFinding.notEligible, .needsAgent] {
      let id = try history.filled(.upgrade)
      try history.happens(.upgradeChecked(id, finding))
      #expect(history.refusal(of: .upgraded(id), by: clerk) == .notFrom(.checked))
    }
    let id = try history.filled(.upgrade)
    #expect(history.refusal(of: .upgraded(id), by: clerk) == .notFrom(.checking))
    try history.happens(.upgradeChecked(id, .eligible))
    #expect(history.refusal(of: .upgraded(id)) == .notBy(.merchant))
    try history.happens(.upgraded(id), by: .simulator)
    #expect(history.record[id]?.expiry == .notStatedByPolicy)
    history.now = history.now.addingYears(50)
    #expect(history.record.blueV(at: history.now) == .upgraded)
    #expect(history.refusal(of: .opened(CaseID(9, on: cutoffDay), .bluev)) == .alreadyActive)
    #expect(history.refusal(of: .opened(CaseID(9, on: cutoffDay), .renew)) == .nothingToRenew)
    let again = try history.filled(.upgrade)
    try history.happens(.upgradeChecked(again, .eligible))
    #expect(history.refusal(of: .upgraded(again), by: .simulator) == .alreadyActive)
  }

  @Test func `news cannot be told before they happen`() throws {
    var history = History()
    try history.happens(.told(version: 1_000))
    let (id, _) = try history.paid(.bluev)
    try history.happens(.approved(id), by: .simulator)
    #expect(history.record.untold.map(\.event) == [.approved(id)])
    try history.happens(.told(version: history.record.version))
    #expect(history.record.untold.isEmpty)
  }
}
