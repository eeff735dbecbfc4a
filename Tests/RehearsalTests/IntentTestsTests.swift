import Dialogue
import Fixtures
import Rehearsal
import Session
import Testing

@Suite struct IntentTestsTests {
  @Test func `Tests that are read as their own intent pass`() {
    #expect(IntentTests.run(TinyPack.assistant).map(\.message) == [])
  }

  @Test func `A test that is read as another intent misses, with file and line`() throws {
    var pack = TinyPack.pack
    let fee = try #require(pack.intents.firstIndex { $0.id == "bluev.fee" })
    pack.tests = [
      Pack.Saying(text: "入驻要钱吗", intent: fee, file: "bluev/fee.yaml", line: 19),
      Pack.Saying(text: "蓝V多少钱", intent: fee, file: "bluev/fee.yaml", line: 20),
    ]
    let missteps = IntentTests.run(Assistant(pack: pack))
    #expect(missteps.map(\.line) == [19])
    #expect(missteps.first?.grade == .intent)
    #expect(missteps.first?.expected == ["bluev.fee"])
    #expect(missteps.first?.found == ["answer onboard.free"])
  }

  @Test func `What is out of scope may also be not understood`() throws {
    var pack = TinyPack.pack
    let weather = try #require(pack.intents.firstIndex { $0.id == "oos.weather" })
    let saying = { Pack.Saying(text: $0, intent: weather, file: "oos/weather.yaml", line: 1) }
    pack.tests = [saying("明天下雨不"), saying("qzxw"), saying("蓝V多少钱")]
    #expect(IntentTests.run(Assistant(pack: pack)).map(\.message) == ["蓝V多少钱"])
  }
}
