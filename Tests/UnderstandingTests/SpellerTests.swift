import Testing

@testable import Understanding

@Suite struct SpellerTests {
  private static let speller = Speller(
    model: Trainer().train(
      TrainingSet(
        labels: ["fee", "join", "stray"],
        examples: [
          Example(text: "how much does certification cost", label: 0),
          Example(text: "what is the price of certification", label: 0),
          Example(text: "蓝V认证多少钱一年", label: 0), Example(text: "认证费用是多少钱", label: 0),
          Example(text: "where can I register my shop", label: 1),
          Example(text: "I want to join with my shop", label: 1),
          Example(text: "怎么入驻你们平台", label: 1), Example(text: "入驻平台要什么条件", label: 1),
          Example(text: "will it rain tomorrow", label: 2), Example(text: "明天下雨吗", label: 2),
        ], rejectLabels: [2])))

  @Test(arguments: [
    ("how mcuh does certification cost", "how much does certification cost"),
    ("how much does certificatio cost", "how much does certification cost"),
    ("where can I regiister my shop", "where can i register my shop"),
    ("whot is the price", "what is the price"),
  ])
  func `A word one letter away from a known one is mended`(_ text: String, _ mended: String) {
    #expect(Self.speller.repairs(of: text).first?.text == mended)
  }

  @Test(arguments: [
    ("蓝V证认多少钱一年", "蓝v认证多少钱一年"), ("怎么入住你们平台", "怎么入驻你们平台"),
    ("怎么入你们平台", "怎么入驻你们平台"), ("蓝V认多少钱一年", "蓝v认证多少钱一年"),
  ])
  func `Characters that changed places, only sound right or were left out are mended`(
    _ text: String, _ mended: String
  ) {
    #expect(Self.speller.repairs(of: text).contains { $0.text == mended })
  }

  @Test(arguments: [
    "", "？", "how much does certification cost", "怎么入驻你们平台", "zenme ruzhu", "12345",
    "lorem ipsum dolor sit amet",
  ])
  func `What is known, or altogether strange, is left alone`(_ text: String) {
    #expect(Self.speller.repairs(of: text).isEmpty)
  }

  @Test func `At most a few repairs are proposed, each gains something`() {
    let repairs = Self.speller.repairs(of: "hou mach does certifcation cost")
    #expect(repairs.count <= Speller.most)
    #expect(repairs.allSatisfy { $0.gain > 0 })
  }
}
