import Foundation
import Policy
import Testing

@testable import Casework

/// The log is read for ever: what an event is written as never changes.
@Suite struct CasesEncodingTests {
  private func text(of value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }

  @Test(arguments: SampleEvents.all)
  func `an event is written as ever, and read again`(sample: SampleEvents.Sample) throws {
    let written = try text(of: sample.event)
    #expect(written == sample.json)
    let read = try JSONDecoder().decode(CaseEvent.self, from: Data(sample.json.utf8))
    #expect(read == sample.event)
  }

  @Test func `every kind of event has a sample`() {
    let names = Set(SampleEvents.all.map { SampleEvents.name(of: $0.event) })
    #expect(names == SampleEvents.names)
    #expect(SampleEvents.all.count == SampleEvents.events.count)
  }

  @Test(arguments: [
    (Actor.merchant, #"{"merchant":{}}"#), (.simulator, #"{"simulator":{}}"#),
    (.operator("wang"), #"{"operator":{"_0":"wang"}}"#),
  ])
  func `an actor is written as ever`(actor: Actor, json: String) throws {
    #expect(try text(of: actor) == json)
    #expect(try JSONDecoder().decode(Actor.self, from: Data(json.utf8)) == actor)
  }

  @Test func `the words of the log keep their spelling`() {
    #expect(
      CaseKind.allCases.map(\.rawValue) == ["realname", "bluev", "upgrade", "renew", "recruit"])
    #expect(
      Field.allCases.map(\.rawValue) == [
        "name", "id_number", "mobile", "entity_kind", "company_name", "credit_code", "legal_name",
        "legal_id", "licence_valid", "licence_file", "paid_at", "fee_kind", "amount", "traffic",
        "discount", "highlights", "contact",
      ])
    #expect(
      CaseState.allCases.map(\.rawValue) == [
        "draft", "submitted", "verifying", "verified", "failed", "awaiting_payment",
        "payment_unknown", "under_review", "rejected", "active", "expired", "withdrawn", "closed",
        "checking", "checked", "recorded",
      ])
    #expect(
      Order.State.allCases.map(\.rawValue) == [
        "created", "pending", "paid", "failed", "unknown", "closed", "refunding", "refunded",
      ])
    #expect(
      Order.Attempt.State.allCases.map(\.rawValue) == [
        "pending", "paid", "failed", "closed", "declined", "cancelled", "unknown",
      ])
    #expect(
      ChargeOutcome.allCases.map(\.rawValue) == [
        "paid", "declined", "limit", "cancelled", "timeout",
      ])
    #expect(LookUpOutcome.allCases.map(\.rawValue) == ["paid", "unpaid", "unknown"])
    #expect(ReviewReason.allCases.map(\.rawValue) == (1...9).map { "R\($0)" })
    #expect(
      VerificationFailure.allCases.map(\.rawValue) == ["mismatch", "used_elsewhere", "under_age"])
    #expect(
      UpgradeFinding.allCases.map(\.rawValue) == ["eligible", "not_eligible", "needs_agent"])
    #expect(Ticket.State.allCases.map(\.rawValue) == ["open", "taken", "answered", "closed"])
    #expect(Ticket.Priority.allCases.map(\.rawValue) == ["P1", "P2", "P3", "P4"])
    #expect(Ticket.Mood.allCases.map(\.rawValue) == ["calm", "upset", "distressed"])
  }

  @Test func `numbers are spelled as ever`() throws {
    let day = try #require(CivilDate(year: 2020, month: 8, day: 3))
    #expect(CaseID(1, on: day).rawValue == "C20200803-0001")
    #expect(TicketID(12_345, on: day).rawValue == "T20200803-12345")
    #expect(OrderNumber(1, on: day).rawValue == "BV20200803-000001C")
    #expect(OrderNumber(1_000_000, on: day).rawValue.hasPrefix("BV20200803-1000000"))
  }

  @Test func `the letter of an order's number changes with a digit and with neighbours swapped`() {
    let digits = Array("20200803000123")
    let letter = OrderNumber.check(String(digits))
    for place in digits.indices {
      for digit in "0123456789" where digit != digits[place] {
        var wrong = digits
        wrong[place] = digit
        #expect(OrderNumber.check(String(wrong)) != letter)
      }
      guard place > 0, digits[place] != digits[place - 1] else { continue }
      var swapped = digits
      swapped.swapAt(place, place - 1)
      #expect(OrderNumber.check(String(swapped)) != letter)
    }
  }
}
