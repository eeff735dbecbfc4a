import Testing

@testable import Understanding

@Suite struct LanguageIdentifierTests {
  @Test(arguments: [
    "蓝V多少钱", "zenme ruzhu", "zenmeruzhu", "wo yao zenyang cai neng kaibo", "我要 apply 蓝V", "app怎么下载",
    "free 跟 Blue V 差在哪里", "lan v duo shao qian", "renzheng feiyong", "tui kuan",
    "shen he duo jiu", "duo jiu neng shen he wan", "yao duo shao fen si", "you mei you you hui",
    "faipiao zenme kai", "lanv duoshao qian", "douyin zenme bangding", "weixin",
  ])
  func `Chinese and pinyin are Chinese`(_ text: String) {
    #expect(LanguageIdentifier().identify(text) == .chinese)
  }

  @Test(arguments: [
    "how much is blue v", "can you change", "refund", "hello", "what is 蓝V", "is it free?",
    "can i use it",
    "how long", "why", "cancel", "go back", "take me home", "i need help", "price", "time",
    "can I sell cheese", "delete my personal data", "can I link Taobao", "can a Taiwanese go live",
    "pinduoduo vs you", "are you cheaper than Pinduoduo", "change my name",
  ])
  func `English is English`(_ text: String) {
    #expect(LanguageIdentifier().identify(text) == .english)
  }

  @Test(arguments: ["", "???", "123", "599.00", "😀"])
  func `Neither is neither`(_ text: String) {
    #expect(LanguageIdentifier().identify(text) == nil)
  }
}
