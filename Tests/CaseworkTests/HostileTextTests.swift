import Policy
import Testing

@testable import Casework

/// Promise R9: whatever is typed, nothing traps; and the same text gives the same result.
@Suite struct HostileTextTests {
  static let pieces = [
    "7", "19", "月", "号", "2020", "-", "/", ".", ":", "点", "零", "十", "百", "两", "交了", "付的", "paid",
    "on", "July", "th", "599", "元", "昨", "上个月", "前", "后", "差", "分", "秒", "+", "99", "东京时间", "UTC",
    "晚上", "12", "24", "00", "999999999999999999999", "X", "\u{0}", "\u{202E}", "😀", " ", "，", "O",
    "BV20200812-000123K", "T", "91", "十十", "廿", "退了", "midnight", "half", "a", "ago", "the", "'",
  ]

  @Test(arguments: 1...12)
  func `no mixture of its own words makes a reader trap`(seed: Int) {
    var state = UInt64(seed) &* 6_364_136_223_846_793_005
    let today = UpgradeVerdictTests.today
    for _ in 0..<100 {
      var text = ""
      for _ in 0..<24 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text += Self.pieces[Int(state >> 33) % Self.pieces.count]
      }
      let claims = [
        PaymentClaim.read(text, today: today), PaymentClaim.readAnswer(text, today: today),
      ]
      for claim in claims.compactMap(\.self) {
        _ = UpgradeVerdict.of(claim, cutoff: cutoff, feeInFen: 59_900, termInMonths: 6)
      }
      #expect(claims[0] == PaymentClaim.read(text, today: today))
      let once = PersonalData.mask(text)
      #expect(once.masked == PersonalData.mask(text).masked)
      _ = ResidentID.parse(text, today: today)
      _ = CreditCode.parse(text)
      _ = MobileNumber.parse(text)
      _ = PersonName.parse(text)
    }
  }

  @Test func `quick and whole reading of a claim agree`() {
    for text in ["我7月19号交的", "paid on July 19", "昨天付的", "I paid yesterday", "繳費時間七月十九"] {
      #expect(ClaimHints.mayClaim(text))
    }
    for text in ["蓝V多少钱", "你好", "how do I go live", "小程序跳转怎么开通"] {
      #expect(!ClaimHints.mayClaim(text))
    }
  }
}
