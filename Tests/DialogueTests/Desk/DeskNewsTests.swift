import Casework
import Dialogue
import Policy
import Testing

@Suite struct DeskNewsTests {
  private func asked() throws -> (DeskTalk, TicketID) {
    var talk = try DeskTalk(at: "2020-08-03T10:00:00+08:00")
    try talk.say("认证费能退吗")
    let said = try talk.say("好")
    return (talk, try #require(said.opened.first))
  }

  @Test func `a promise is kept when its time has come, even without a result, and made anew`()
    throws
  {
    var (talk, id) = try asked()
    talk.wait(minutes: 3 * 24 * 60 - 1)
    #expect(try talk.news().replies.isEmpty)
    talk.wait(minutes: 1)
    #expect(try talk.news().words.contains("\(id) 有更新"))
    #expect(try talk.news().replies.isEmpty)
    #expect(try #require(talk.record[id]).due > talk.now)
  }

  @Test func `what a person writes is told at the next turn, as a person's, and once`() throws {
    var (talk, id) = try asked()
    try talk.apply([.ticket(id, .noted(name: "note-1"))], by: .operator("wu"))
    let said = try talk.news { ticket, name in
      ticket == id && name == "note-1" ? "还在问财务" : nil
    }
    #expect(said.words.contains("平台工作人员（真人）回复：「还在问财务」"))
    #expect(try talk.news().replies.isEmpty)
  }

  @Test func `erased words are told as erased`() throws {
    var (talk, id) = try asked()
    try talk.apply([.ticket(id, .noted(name: "note-1"))], by: .operator("wu"))
    #expect(try talk.news().words.contains("已按您的要求删除"))
  }

  @Test func `a payment unknown for more than half an hour is escalated, once`() throws {
    var talk = try DeskTalk(at: "2020-08-03T10:00:00+08:00")
    let id = CaseID(1, on: talk.now.shanghaiDate)
    let order = OrderNumber(1, on: talk.now.shanghaiDate)
    let fields = CaseKind.bluev.fields.map { CaseEvent.fieldGiven(id, $0, isNew: true) }
    try talk.apply([.opened(id, .bluev), .consented(id)] + fields)
    try talk.apply([
      .orderOpened(order, id, period: 1, amountInFen: 59_900), .chargeSent(order, attempt: 1),
      .chargeAnswered(order, attempt: 1, .timeout),
    ])
    talk.wait(minutes: 30)
    #expect(try talk.news().replies.isEmpty)
    talk.wait(minutes: 1)
    let said = try talk.news()
    #expect(said.opened.count == 1)
    #expect(said.words.contains("请先不要再付"))
    #expect(talk.record.tickets.first?.priority == .p1)
    #expect(try talk.news().replies.isEmpty)
  }

  @Test func `a ticket is opened again within seven days, by its number`() throws {
    var (talk, id) = try asked()
    try talk.say("\(id) 关掉吧")
    #expect(talk.record[id]?.state == .closed)
    talk.wait(minutes: 7 * 24 * 60 - 10)
    #expect(try talk.say("\(id)还没解决，重新打开").words.contains("重新打开了"))
    #expect(talk.record[id]?.state == .open)
  }
}
