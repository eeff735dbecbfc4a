import Fixtures
import Session
import Testing

@testable import Dialogue

@Suite struct BadgeNameTests {
  @Test(arguments: [
    ("lanv多少钱", "蓝V多少钱"), ("LanV 的材料", "蓝V 的材料"), ("lan v", "蓝V"),
    ("lanv duoshao qian", "lan v duoshao qian"), ("how much is lan-v?", "how much is lan v?"),
    ("plan v", "plan v"), ("lanvin 入驻", "lanvin 入驻"),
    ("多少钱", "多少钱"), ("", ""),
  ])
  func `The badge's name is read however its pinyin is typed`(_ text: String, _ read: String) {
    let name = BadgeName(lexicon: House.pack.lexicon)
    #expect(name.spelled(in: text) == read)
  }

  @Test(arguments: [
    ("lanv 多少米", "bluev.fee"), ("lanv shi ganma de", "bluev.what"),
    ("banli lanv yao shenme ziliao", "bluev.documents"),
  ])
  func `What is asked about it is understood`(_ message: String, _ intent: String) {
    var talk = Talk(House.assistant)
    #expect(talk.say(message).intents == [intent])
  }
}
