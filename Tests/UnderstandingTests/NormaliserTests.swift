import Testing

@testable import Understanding

@Suite struct NormaliserTests {
  @Test(arguments: [
    ("ＢＬＵＥ　Ｖ　５９９", "blue v 599"), ("藍V認證費用多少錢", "蓝v认证费用多少钱"), ("  how \t MUCH\n", "how much"),
    ("蓝\u{200B}V", "蓝v"), ("蓝Ⅴ", "蓝v"), ("café", "cafe"), ("zěnme", "zenme"),
    ("hi😀there", "hi there"),
    ("it’s", "it's"), ("a\u{0}b", "a b"), ("", ""), (" ", ""), ("𝗕lue", "blue"),
    ("２０２０／７／２０", "2020/7/20"),
  ])
  func `A message is folded`(_ text: String, _ folded: String) {
    #expect(Normaliser().normalise(text) == folded)
  }

  @Test func `Folding twice changes nothing`() {
    let once = Normaliser().normalise("幫我確認 ＡＢＣ ÄÖÜ ß 🙂 ③")
    #expect(Normaliser().normalise(once) == once)
  }
}
