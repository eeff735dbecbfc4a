import Dialogue
import Policy
import Session
import Testing

@testable import Rehearsal

@Suite struct AssertionTests {
  /// A turn of two replies: an answer with a clause, and a silent one.
  static let record: Record = {
    var record = Record(turn: 1, session: "default", text: "", language: .en)
    var answer = Reply(kind: .answer, intent: "bluev.fee", text: "")
    answer.cite = ["P11", "P12"].compactMap { ClauseID($0) }
    var silent = Reply(kind: .silent, intent: "silent.refund", text: "")
    silent.silent = ["S01"]
    record.replies = [answer, silent]
    record.suggestions = [Suggestion(key: 1, intent: "onboard.free", text: "?")]
    return record
  }()

  @Test(arguments: [
    ("kind answer", true), ("kind silent", true), ("kind answer silent", true),
    ("kind social", false), ("kind not social", true), ("kind not silent", false),
    ("intent bluev.fee", true), ("intent none", false), ("intent not none", true),
    ("cite P11", true), ("cite P11 P12", true), ("cite P11 P13", false), ("cite not P13", true),
    ("cite not P11", false), ("cite not P11 P13", false), ("silent S01", true),
    ("silent none", false), ("flow none", true), ("flow realname step=name", false),
    ("verdict none", true), ("verdict eligible", false), ("agent none", true),
    ("ticket none", true),
    ("saved none", true), ("saved not none", false), ("lang en", true), ("lang zh", false),
    ("suggest onboard.free", true), ("suggest none", false),
  ])
  func `An assertion holds or does not`(_ text: String, _ holds: Bool) throws {
    #expect(try Assertion.read(text).get().holds(in: Self.record) == holds)
  }

  @Test(arguments: [
    ("", "unknown assertion"), ("intend bluev.fee", "unknown assertion `intend`"),
    ("intent", "needs a value"), ("cite not", "needs a value"),
  ])
  func `What is no assertion says what is wrong`(_ text: String, _ words: String) {
    guard case .failure(let problem) = Assertion.read(text) else {
      Issue.record("`\(text)` was read")
      return
    }
    #expect(problem.message.contains(words))
  }

  @Test(arguments: [
    ("kind answer", Misstep.Grade.intent), ("intent a", .intent), ("lang zh", .intent),
    ("cite P11", .citation), ("silent S01", .citation), ("flow none", .flow), ("saved none", .flow),
    ("agent none", .flow), ("ticket none", .flow),
  ])
  func `What an assertion looks at decides its grade`(_ text: String, _ grade: Misstep.Grade) throws
  {
    #expect(try Assertion.read(text).get().grade == grade)
  }

  @Test func `Grades go from the wording to the flow`() {
    #expect(Misstep.Grade.allCases.sorted() == [.wording, .citation, .intent, .flow])
    #expect(
      Misstep.Grade.allCases.map(\.name)
        == ["wording", "other citation", "other intent", "other flow state"])
  }
}
