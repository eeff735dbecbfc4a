import Fixtures
import Testing

@testable import Dialogue

@Suite struct TopicNounsTests {
  @Test(
    arguments: [
      ("蓝V价格", "蓝V"), ("BLUE V price", "Blue V"), ("the price", nil), ("入驻步骤", "入驻"),
    ] as [(String, String?)])
  func `The noun that stands in a text is given as it was written`(_ text: String, _ noun: String?)
  {
    #expect(TopicNouns(intents: House.pack.intents).noun(in: FoldedText(text)) == noun)
  }
}
