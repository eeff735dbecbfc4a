import Fixtures
import Foundation
import Journal
import JournalSpecimens
import Testing

/// The operator's commands, end to end.
@Suite struct StoreCommandTests {
  private let folder = Scratch.path("shop")
  private var options: [String] {
    [
      "--store", folder + "/store.db", "--key", folder + "-keys/master.key", "--clock",
      "2020-08-03T12:00:00+08:00", "--operator", "qin",
    ]
  }

  init() throws {
    let store = try SQLiteStore(path: folder + "/store.db", keyFile: folder + "-keys/master.key")
    for merchant in ["lin", "wang"] { try Specimen.settle(merchant, in: store) }
  }

  private func run(_ words: String...) throws -> Program.Ending {
    try Program.run(words + options)
  }

  private func array(_ words: String...) throws -> [[String: Any]] {
    let ending = try Program.run(words + options + ["--json"])
    #expect(ending.code == 0, "\(ending.err)")
    let value = try JSONSerialization.jsonObject(with: Data(ending.out))
    return try #require(value as? [[String: Any]])
  }

  @Test func `cases are one array, with their orders and attempts`() throws {
    let cases = try array("cases")
    #expect(cases.count == 6)
    let bluev = try #require(cases.first { $0["kind"] as? String == "bluev" })
    #expect(bluev["state"] as? String == "under_review")
    let orders = try #require(bluev["orders"] as? [[String: Any]])
    #expect(orders.count == 1 && orders[0]["amount_fen"] as? Int == 59_900)
    #expect((orders[0]["attempts"] as? [[String: String]]) == [["state": "paid"]])
  }

  @Test func `tickets are one array, their summary masked`() throws {
    let ticket = try #require(try array("tickets").first)
    #expect(ticket["summary"] as? String == "问退款,手机 138****0000")
    #expect(Set(ticket.keys).isSuperset(of: ["id", "priority", "state", "owner", "due", "items"]))
  }

  @Test func `an operator approves, rejects and refunds through the gate`() throws {
    #expect(try array("cases", "approve", "C20200803-0002").first?["state"] as? String == "active")
    let rejected = try array("cases", "reject", "C20200803-0005", "--reason", "R1,R5")
    #expect(rejected.first?["state"] as? String == "rejected")
    #expect(try array("cases", "refund", "C20200803-0005").first?["state"] as? String == "closed")
    let twice = try run("cases", "approve", "C20200803-0002")
    #expect(twice.code == 64 && twice.err.contains("it is active"))
    #expect(try run("cases", "reject", "C20200803-0002", "--reason", "R77").code == 64)
    let unknown = try run("cases", "show", "C1")
    #expect(unknown.code == 64 && unknown.err.contains("C20200803-0001"))
  }

  @Test func `nothing personal is shown but in the person's own copy`() throws {
    for words in [["cases", "show", "C20200803-0002"], ["tickets", "show", "T20200803-0001"]] {
      let ending = try Program.run(words + options)
      #expect(ending.code == 0)
      for secret in Specimen.secrets { #expect(!ending.text.contains(secret)) }
    }
    #expect(try run("merchant", "export", "lin").code == 64)
    let copy = try run("merchant", "export", "lin", "--yes")
    #expect(copy.code == 0 && copy.text.contains("110199199003150025"))
    #expect(try run("merchant", "forget", "lin").code == 64)
    #expect(try run("merchant", "forget", "lin", "--yes").code == 0)
    #expect(try !run("merchant", "export", "lin", "--yes").text.contains("110199199003150025"))
    #expect(try run("store", "check").code == 0)
  }

  @Test func `the store is checked, rebuilt, copied and purged`() throws {
    #expect(try run("store", "check").text.contains("whole"))
    #expect(try run("store", "rebuild").text.contains("all equal"))
    #expect(try run("store", "purge").text == "erased 0 fields of 0 drafts\n")
    #expect(try run("store", "backup", folder + "/copy.db").code == 0)
    #expect(try run("store", "backup", folder + "/copy.db").code == 73)
  }

  @Test func `a store or a key that is missing is 66, a damaged store 65`() throws {
    let nowhere = try Program.run("store", "check", "--store", "/nowhere/store.db")
    #expect(nowhere.code == 66)
    let keyless = ["--store", folder + "/store.db", "--key", "/nowhere/key"]
    #expect(try Program.run(["tickets", "reply", "T20200803-0001", "好"] + keyless).code == 66)
    #expect(try Program.run(["cases"] + keyless).code == 0)
    let damaged = try Scratch.file("damaged.db", "not a store, but long enough to be read as one")
    #expect(try Program.run("cases", "--store", damaged).code == 65)
  }
}
