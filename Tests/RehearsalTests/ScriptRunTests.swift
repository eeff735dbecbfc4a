import Dialogue
import Fixtures
import Policy
import Rehearsal
import Session
import Testing

@Suite struct ScriptRunTests {
  private func play(_ text: String) -> ScriptRun.Outcome {
    ScriptRun(assistant: TinyPack.assistant, file: "a.chat").play(ChatScript(text))
  }

  @Test func `A conversation that goes as expected passes`() {
    let outcome = play(
      """
      # Fee and refund
      @clock 2020-08-03T10:00:00+08:00
      > 蓝V多少钱
      < 蓝V认证费用是 599 元/年。〔[..]〕
      = kind answer
      = intent bluev.fee
      = cite P11
      = suggest silent.refund
      > 能退吗
      < ...
      = kind silent
      = silent S01
      = flow none
      > 好
      = kind agent
      """)
    #expect(outcome.missteps.isEmpty)
    #expect(outcome.turns == 3)
  }

  @Test(arguments: [
    ("> 蓝V多少钱\n< 免费", Misstep.Grade.wording, 2), ("> 蓝V多少钱\n= cite P12", .citation, 2),
    ("> 蓝V多少钱\n= intent onboard.free", .intent, 2), ("> 蓝V多少钱\n= kind silent", .intent, 2),
    ("> 蓝V多少钱\n\n= flow realname step=name", .flow, 3), ("> 蓝V多少钱\n= cite none", .citation, 2),
    ("> 蓝V多少钱\n= saved not none", .flow, 2), ("蓝V多少钱", .flow, 1),
  ])
  func `A misstep is graded and told by its line`(
    _ text: String, _ grade: Misstep.Grade, _ line: Int
  ) {
    let missteps = play(text).missteps
    #expect(missteps.map(\.grade) == [grade])
    #expect(missteps.map(\.line) == [line])
    #expect(missteps.first?.report.hasPrefix("a.chat:\(line): \(grade.name)\n") == true)
  }

  @Test func `A report shows the message, what was expected and what came`() {
    let report = play("> 蓝V多少钱\n= intent onboard.free").missteps.first?.report
    #expect(
      report == """
        a.chat:2: other intent
          > 蓝V多少钱
          - = intent onboard.free
          + = intent bluev.fee
        """)
  }

  @Test func `A turn without an expected line checks only its assertions`() {
    #expect(play("> 蓝V多少钱\n= kind answer").missteps.isEmpty)
    #expect(play("> 蓝V多少钱").missteps.isEmpty)
  }

  // MARK: - Directives

  @Test(arguments: [
    ("@as-of 2020-07-19", "not_in_force"), ("@as-of 2020-07-20", "answer"),
    ("@clock 2020-07-19T23:59:59.999+08:00", "not_in_force"),
    ("@clock 2020-07-20T00:00:00+08:00", "answer"),
    ("@clock 2020-08-01T00:00:00+08:00\n@as-of 2020-07-19", "not_in_force"), ("", "answer"),
  ])
  func `The clock and the policy date decide`(_ directives: String, _ kind: String) {
    #expect(play(directives + "\n> 入驻要钱吗\n= kind \(kind)").missteps.isEmpty)
  }

  @Test func `A clock set in mid-conversation goes on from there`() {
    let outcome = play(
      """
      @clock 2020-07-01T00:00:00+08:00
      > 入驻要钱吗
      = kind not_in_force
      @clock 2020-07-21T00:00:00+08:00
      > 入驻要钱吗
      = kind answer
      """)
    #expect(outcome.missteps.isEmpty)
  }

  @Test func `The language is set, and let go again`() {
    let outcome = play(
      """
      @lang en
      > 蓝V多少钱
      = lang en
      @lang auto
      > 蓝V多少钱
      = lang zh
      """)
    #expect(outcome.missteps.isEmpty)
  }

  @Test func `A restart forgets the conversation`() {
    let outcome = play(
      """
      > 蓝V多少钱
      @restart
      > /why
      < \(TinyPack.pack.phrases.say(.whyNothing, in: .zh))
      """)
    #expect(outcome.missteps.isEmpty)
  }

  @Test(arguments: [
    "@clock yesterday", "@as-of 2020-13-01", "@seed x", "@lang fr", "@include other.chat",
  ])
  func `A directive that cannot be obeyed is a misstep, never passed over`(_ directive: String) {
    let missteps = play(directive + "\n> 你好").missteps
    #expect(missteps.map(\.line) == [1])
  }

  // MARK: - Specimens

  @Test func `A specimen is filled in and never shown`() {
    let outcome = play(
      """
      > 我的身份证是 {sample.id_number.1}
      < [..]身份证号[..]
      = cite P11
      """)
    #expect(outcome.missteps.map(\.grade) == [.citation])
    #expect(outcome.missteps.first?.message == "我的身份证是 {sample.id_number.1}")
    #expect(outcome.missteps.first?.report.contains("110199") == false)
  }

  @Test(arguments: ["{sample.id_number.99}", "{sample.idnumber.1}", "{sample.id_number}"])
  func `A specimen that the pack does not have is a misstep`(_ name: String) {
    #expect(play("> \(name)").missteps.map(\.line) == [1])
  }
}
