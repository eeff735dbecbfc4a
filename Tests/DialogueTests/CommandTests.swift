import Dialogue
import Fixtures
import Policy
import Session
import Testing

@Suite struct CommandTests {
  @Test(arguments: [
    "/help", "/help 蓝V", "/why", "/lang zh", "/status", "/cancel", "/pause", "/back", "/resume",
    "/save a.chat", "/save", "/reload", "/history", "/private", "/new", "/forget", "/quit",
    "/clock 2020-08-01T10:00:00+08:00", "/clock x", "/pay ok", "/query paid", "/review approve",
    "/HELP", "/unknown", "/", "/ help", "//", "/帮助",
  ])
  func `Every command gives exactly one reply of kind command`(_ command: String) {
    for assistant in [TinyPack.assistant, House.assistant] {
      var talk = Talk(assistant)
      let record = talk.say(command)
      #expect(record.kinds == ["command"])
      #expect(!record.words.isEmpty)
      #expect(record.replies.first?.score == nil)
    }
  }

  @Test func `The agent command hands over`() {
    var talk = Talk(House.assistant)
    let record = talk.say("/agent")
    #expect(record.kinds == ["agent"])
    #expect(record.intents == ["agent.request"])
    #expect(record.replies.first?.simulated == true)
  }

  @Test(arguments: [
    ("/histroy", "/history"), ("/hlep", "/help"), ("/wyh", "/why"), ("/langs zh", "/lang"),
    ("/QUITT", "/quit"), ("/statu", "/status"), ("/exit", "/quit"), ("/clok", "/clock"),
    ("/reviw approve", "/review"), ("/resumee", "/resume"),
  ])
  func `An unknown command names the nearest one and does nothing`(
    _ command: String, _ nearest: String
  ) {
    var talk = Talk(TinyPack.assistant)
    talk.say("怎么退款")
    let record = talk.say(command)
    #expect(record.kinds == ["command"])
    #expect(record.words.contains(nearest + " "))
    #expect(!talk.conversation.state.hasEnded)
    #expect(talk.say("好").kinds == ["agent"])
  }

  @Test func `An unknown command of a whole line is told in good time`() {
    var talk = Talk(TinyPack.assistant)
    let clock = ContinuousClock()
    let time = clock.measure { talk.say("/" + String(repeating: "x", count: 65_000)) }
    #expect(time < .seconds(2))
  }

  @Test func `Commands need their slash in the first place`() {
    var talk = Talk(TinyPack.assistant)
    #expect(talk.say(" /quit").kinds != ["command"] || !talk.conversation.state.hasEnded)
    talk.say("/quit")
    #expect(talk.conversation.state.hasEnded)
  }

  @Test(arguments: [
    ("/clock 2020-08-01T10:00:00+08:00", "/clock +30d", "2020-08-31T10:00:00+08:00"),
    ("/clock 2020-08-01T10:00:00+08:00", "/clock +2h", "2020-08-01T12:00:00+08:00"),
    ("/clock 2020-08-01T10:00:00+08:00", "/clock +15m", "2020-08-01T10:15:00+08:00"),
    ("/clock 2020-02-28T10:00:00+08:00", "/clock +1d", "2020-02-29T10:00:00+08:00"),
  ])
  func `The simulated clock is set, or moved on from where it stands`(
    _ first: String, _ then: String, _ moment: String
  ) {
    var talk = Talk(TinyPack.assistant, on: "2020-08-01T10:00:00+08:00")
    let record = talk.say(all: first, then)
    #expect(talk.conversation.state.clock == Moment(iso8601: moment))
    #expect(record.replies.first?.simulated == true)
  }

  @Test func `The first step of the simulated clock starts at the run's`() {
    withKnownIssue("/clock +30d is refused until /clock INSTANT was given") {
      var talk = Talk(TinyPack.assistant, on: "2020-08-01T10:00:00+08:00")
      talk.say("/clock +30d")
      #expect(talk.conversation.state.clock == Moment(iso8601: "2020-08-31T10:00:00+08:00"))
    }
  }

  @Test(arguments: [
    "/clock", "/clock 2020-08-01", "/clock +", "/clock +d", "/clock -1d", "/clock +1y",
    "/clock +999999999999999999999d", "/clock 2020-02-30T00:00:00+08:00",
  ])
  func `What is no instant leaves the clock as it is`(_ command: String) {
    var talk = Talk(TinyPack.assistant)
    #expect(talk.say(command).words == TinyPack.pack.phrases.say(.clockUsage, in: .zh))
    #expect(talk.conversation.state.clock == nil)
  }

  @Test func `Help on a topic offers its questions by number`() {
    var talk = Talk(House.assistant)
    let record = talk.say("/help 蓝V费用")
    #expect(!record.suggestions.isEmpty)
    #expect(talk.say("1").intents == [record.suggestions.first?.intent])
  }

  @Test func `Private turns the history off and on again`() {
    var talk = Talk(TinyPack.assistant)
    talk.say("/private")
    #expect(talk.conversation.state.isPrivate)
    talk.say("/private")
    #expect(!talk.conversation.state.isPrivate)
  }

  @Test(arguments: [
    "/pay ok", "/query paid", "/review approve", "/clock 2020-08-01T10:00:00+08:00",
  ])
  func `The simulator is always labelled as such`(_ command: String) {
    for (tongue, label) in [(Tongue.zh, "模拟"), (.en, "simulated")] {
      var talk = Talk(TinyPack.assistant, language: tongue)
      let record = talk.say(command)
      #expect(record.replies.first?.simulated == true)
      #expect(record.words.contains(label))
    }
  }
}
