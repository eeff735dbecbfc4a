import Fixtures
import Session
import Testing

@testable import Dialogue

@Suite struct CoordinationTests {
  @Test(arguments: [
    ("蓝V价格和材料", ["bluev.fee", "bluev.documents"]),
    ("入驻步骤和费用", ["onboard.steps", "onboard.free"]),
    ("Blue V price and documents?", ["bluev.fee", "bluev.documents"]),
    ("我想了解一下免费入驻以及蓝V认证的费用", ["onboard.free", "bluev.fee"]),
    ("the cost and the documents for Blue V", ["bluev.fee", "bluev.documents"]),
    ("the price and the documents for Blue V", ["bluev.fee", "bluev.documents"]),
    ("蓝V的费用跟审核时间", ["bluev.fee", "silent.review_time"]),
    ("蓝V的材料和有效期", ["bluev.documents", "silent.validity_start"]),
    ("认证要多少钱、要什么材料、多久能下来?", ["bluev.fee", "bluev.documents", "silent.review_time"]),
  ])
  func `Two nouns side by side are two questions`(_ message: String, _ intents: [String]) {
    var talk = Talk(House.assistant)
    #expect(talk.say(message).intents == intents)
  }

  @Test(arguments: [
    ("免费入驻和蓝V认证有什么区别", "compare.tiers"), ("营业执照和身份证都要吗", "bluev.documents"),
  ])
  func `A question about two things stays one`(_ message: String, _ intent: String) {
    var talk = Talk(House.assistant)
    #expect(talk.say(message).intents == [intent])
  }

  @Test(arguments: [
    ("蓝V价格和材料", ["蓝V价格|材料"]), ("和你说", []), ("蓝V的价格", []), ("材料、费用", ["材料|费用"]),
  ])
  func `A text has halves around a word between two nouns`(_ text: String, _ halves: [String]) {
    let found = Compound(lexicon: House.pack.lexicon).halves(of: text)
    #expect(found.map { "\($0.left)|\($0.right)" } == halves)
  }
}
