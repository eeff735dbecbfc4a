import Casework
@testable import Dialogue
import Fixtures
import Policy
import Testing

/// FLOWS 3 and the things that must never happen (N06, N14, N23, N24), at the desk.
@Suite struct DeskAgentTests {
  private static let monday = "2020-08-03T10:00:00+08:00"

  /// A talk with somebody who is connected already: the dedicated desk has no queue.
  private func connected() throws -> DeskTalk {
    var talk = try DeskTalk(at: DeskAgentTests.monday)
    try talk.upgrade()
    try talk.say("转人工")
    return talk
  }

  @Test func `whoever only says so has no dedicated agent`() throws {
    var talk = try DeskTalk(at: DeskAgentTests.monday)
    let said = try talk.say("我是蓝V，转人工")
    #expect(talk.state.desk.tier == .ordinary)
    #expect(!said.words.contains("专属"))
  }

  @Test func `a Blue V has a named agent with a number who knows the surname`() throws {
    var talk = try DeskTalk(at: DeskAgentTests.monday)
    try talk.upgrade()
    talk.name = "林小满"
    let said = try talk.say("转人工")
    #expect(said.words.contains("林老板您好，我是您的专属客服"))
    #expect(talk.state.desk.account?.agent == talk.desk.agents.fixed(for: "lin"))
  }

  @Test func `an agent answers from the clauses and with them`() throws {
    var talk = try connected()
    let reply = try #require(try talk.say("蓝V多少钱").replies.first)
    #expect(reply.kind == .agent)
    #expect(reply.simulated)
    #expect(reply.cite.map(\.description) == ["P11"])
    #expect(reply.text.contains("599 元/年"))
  }

  @Test func `what the policy does not say becomes one ticket, however often it is asked`() throws {
    var talk = try connected()
    let first = try talk.say("认证费能退吗")
    #expect(first.replies.first?.silent == ["S01"])
    #expect(first.opened.count == 1)
    #expect(try talk.say("没过退不退钱").opened == [])
    #expect(talk.record.tickets.count == 1)
    #expect(talk.record.tickets.first?.subject.items == ["S01"])
  }

  @Test(arguments: ["我的密码是 qwerty", "验证码是 123456", "身份证 110199199003150025"])
  func `an agent wants no secret and keeps none`(_ text: String) throws {
    var talk = try connected()
    #expect(try talk.say(text).words.contains("别发"))
    try talk.say("你们保证能退吗，我要投诉")
    #expect(!talk.seals.contains { $0.value.contains("qwerty") || $0.value.contains("123456") })
    #expect(!talk.seals.contains { $0.value.contains("19900315") })
  }

  @Test func `an agent asked whether it is human says that it is automatic`() throws {
    var talk = try connected()
    #expect(try talk.say("你是真人吗").words.contains("我不是真人"))
  }

  @Test func `five quiet minutes are noticed, ten end the talk`() throws {
    var talk = try connected()
    talk.wait(minutes: 4)
    #expect(!(try talk.say("蓝V多少钱").words.contains("我还在")))
    talk.wait(minutes: 5)
    #expect(try talk.say("蓝V多少钱").words.contains("我还在"))
    talk.wait(minutes: 10)
    let late = try talk.say("蓝V多少钱")
    #expect(late.words.contains("先收尾"))
    #expect(talk.state.desk.phase == .bot)
    #expect(late.replies.last?.kind == .answer)
  }

  @Test func `a queue of ten minutes becomes a ticket`() throws {
    var talk = try DeskTalk(at: DeskAgentTests.monday)
    try talk.say("转人工")
    talk.wait(minutes: 10)
    let said = try talk.say("蓝V多少钱")
    #expect(said.opened.count == 1)
    #expect(talk.state.desk.phase == .bot)
    #expect(said.replies.map(\.kind) == [.agent, .answer])
  }

  @Test func `whoever leaves the queue is called back, and rates nothing`() throws {
    var talk = try DeskTalk(at: DeskAgentTests.monday)
    try talk.say("转人工")
    let said = try talk.say("不等了")
    #expect(said.opened.count == 1)
    #expect(talk.state.desk.phase == .bot)
    #expect(talk.record.tickets.allSatisfy { !$0.wasSurveyed })
  }

  @Test func `three answers that are none go to the policy desk, six to the supervisor`() throws {
    var talk = try connected()
    let trace = ReadingTrace(text: "", intent: nil, way: .matched)
    let noise = [Heard(meaning: .unclear([]), score: 0.1, trace: trace)]
    for _ in 0..<3 { _ = try talk.take("咕叽", noise) }
    #expect(talk.state.desk.account?.agent == talk.desk.agents.policy)
    for _ in 0..<3 { _ = try talk.take("咕叽", noise) }
    #expect(talk.state.desk.account?.agent == talk.desk.agents.supervisor)
    #expect(talk.record.tickets.map(\.level) == [3])
  }

  @Test func `a rating is asked for once, and a low one reaches the supervisor`() throws {
    var talk = try connected()
    try talk.say("蓝V多少钱")
    try talk.say("没有了")
    #expect(try talk.say("不用了").words.contains("1 到 5"))
    #expect(try talk.say("1").words.contains("哪里没做好"))
    try talk.say("太慢")
    let ticket = try #require(talk.record.tickets.last)
    #expect(ticket.score == 1)
    #expect(ticket.level == 3)
    #expect(talk.seals.contains { $0.scope == ticket.id.rawValue && $0.value == "太慢" })
  }

  @Test func `whoever is angry gets one apology, a person at once, and no survey`() throws {
    var talk = try DeskTalk(at: DeskAgentTests.monday)
    let first = try talk.say("什么破平台，气死我了")
    #expect(first.words.contains("对不住"))
    #expect(talk.state.desk.account?.state == "connected")
    #expect(!(try talk.say("气死我了").words.contains("对不住")))
    try talk.say("没有了")
    #expect(!(try talk.say("不用了").words.contains("1 到 5")))
  }

  @Test(arguments: ["我不想活了", "I want to kill myself", "真想死，借的钱都没了"])
  func `words of self-harm get the safety text first, in every state`(_ text: String) throws {
    var talks = [try DeskTalk(at: DeskAgentTests.monday), try connected()]
    try talks[0].say("转人工")
    var wrapping = try connected()
    try wrapping.say("没有了")
    talks.append(wrapping)
    talks.append(try DeskTalk(at: "2020-08-09T03:00:00+08:00"))
    for var talk in talks {
      let said = try talk.say(text)
      #expect(said.replies.first?.text.contains("12356") ?? false)
      #expect(said.opened.count == 1)
    }
  }

  @Test(arguments: ["跳楼价甩卖怎么设置", "律师能开直播吗", "商家被投诉了会怎么处罚"])
  func `a trade word is no alarm`(_ text: String) throws {
    var talk = try DeskTalk(at: DeskAgentTests.monday)
    let said = try talk.say(text)
    #expect(said.replies.allSatisfy { $0.kind != .agent })
    #expect(talk.record.tickets.isEmpty)
  }

  @Test func `a handover names what was asked, the clauses and what is open, and no whole name`()
    throws
  {
    var talk = try DeskTalk(at: "2020-08-08T20:00:00+08:00")
    talk.name = "林小满"
    try talk.say("蓝V多少钱")
    try talk.say("认证费能退吗")
    try talk.say("转人工")
    let words = try #require(talk.seals.first { $0.name == "summary" }).value
    #expect(words.contains("林**"))
    #expect(!words.contains("林小满"))
    #expect(words.contains("bluev.fee P11"))
    #expect(words.contains("open: S01"))
  }
}
