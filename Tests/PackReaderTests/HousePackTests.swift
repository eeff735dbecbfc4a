import Foundation
import PackReader
import Policy
import Testing

/// The pack of this project, `Intents/`, and the policy of 20 July 2020 in it.
@Suite struct HousePackTests {
  private static let reading = Result {
    let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Intents")
    return try PackReader.read(directory: root.path())
  }

  private static func policy() throws -> PolicyModel {
    try #require(try reading.get().pack).policy
  }

  @Test func `the pack has no errors`() throws {
    let errors = try Self.reading.get().findings.filter { $0.severity == .error }
    #expect(errors == [])
  }

  @Test func `no two messages of the pack are nearly the same`() throws {
    let near = try Self.reading.get().findings.filter {
      $0.message.contains("nearly `") || $0.message.contains("already an example")
    }
    #expect(near == [])
  }

  @Test func `all clauses and silent items of the article are there`() throws {
    let policy = try Self.policy()
    #expect(policy.clauses.map(\.id.number) == Array(1...43))
    #expect(policy.silent.map(\.id.number) == Array(1...52))
    #expect(policy.source.zh == "2020年7月的公开信报道")
    #expect(policy.source.en == "press report of the July 2020 open letter")
  }

  /// The texts that the authors of the answers were promised.
  @Test(arguments: [
    ("P02.start", "2020年7月20日0点", "00:00 on 20 July 2020"),
    ("P05.start", "2020年7月20日0点", "00:00 on 20 July 2020"),
    ("P06.start", "2020年7月20日0点", "00:00 on 20 July 2020"),
    ("P08.start", "2020年7月20日0点", "00:00 on 20 July 2020"),
    ("P05.start.date", "2020年7月20日", "20 July 2020"),
    ("P11.fee", "599 元/年", "CNY 599 a year"), ("P11.fee.amount", "599 元", "CNY 599"),
    ("P11.fee.monthly", "49.92 元", "CNY 49.92"),
    ("P23.fee", "599 元/半年", "CNY 599 per half-year"), ("P23.fee.amount", "599 元", "CNY 599"),
    ("P23.fee.yearly", "1198 元", "CNY 1198"),
    ("P23.name", "技术服务费", "technical service fee"),
    ("P21.cutoff", "2020年7月20日0点", "00:00 on 20 July 2020"),
    ("P21.cutoff.date", "2020年7月20日", "20 July 2020"), ("P04.points", "三", "three"),
    (
      "P12.benefits", "蓝V标识、小程序跳转、专属公域流量扶持、优先参与官方活动、专属客服、功能优先体验",
      "the Blue V badge, mini-program jump, exclusive public-domain traffic support, priority in "
        + "official activities, dedicated customer service and early access to features"
    ),
    ("P12.benefits.count", "六", "six"), ("P13.name", "蓝V标识", "the Blue V badge"),
    ("P14.name", "小程序跳转", "mini-program jump"),
    ("P15.name", "专属公域流量扶持", "exclusive public-domain traffic support"),
    ("P16.name", "优先参与官方活动", "priority in official activities"),
    ("P17.name", "专属客服", "dedicated customer service"),
    ("P18.name", "功能优先体验", "early access to features"),
    (
      "P10.documents", "企业营业执照、法人身份证",
      "the business licence and the legal representative's ID card"
    ),
    ("P25.course", "《直播小课堂》", "Live Classroom (《直播小课堂》)"),
    (
      "P26.topics", "直播产品功能介绍、电商能力、直播带货技巧",
      "product functions, e-commerce ability and live-selling skills"
    ),
    ("P27.entrances", "小程序、社群", "mini-programs and communities"),
    ("P28.entrance", "直播App", "the live app"),
    ("P32.what", "商家合作招募", "merchant co-operation recruitment"),
    (
      "P33.resources", "广告、推文、社群、自有小程序资源位",
      "ads, posts, communities and slots in your own mini-program"
    ),
    (
      "P34.discounts", "商品存在一定知名度，且属于全网最低价，或提供大量高额优惠券，或秒杀单品等",
      "fairly well-known goods at the lowest price on the net, or plenty of high-value coupons, or "
        + "flash-sale items, and the like"
    ),
    (
      "P35.highlights", "明星站台活动、抽奖奖品、发放现金红包",
      "celebrity appearances, lottery prizes and cash red packets"
    ),
    ("P37.predecessor", "看点直播", "看点直播"), ("P38.launch", "去年8月", "“last August”"),
    (
      "P40.tools", "直播、小程序商城、微信支付、二维码",
      "live streaming, mini-program shops, WeChat Pay and QR codes"
    ), ("P41.case", "喜茶", "HEYTEA"), ("P42.users", "超过12亿", "more than 1.2 billion"),
    ("P42.pool", "13亿", "1.3 billion"), ("P42.daily", "超过4亿", "over 400 million"),
    ("P42.volume", "8000亿", "800 billion"), ("P42.growth", "42%", "42%"),
  ])
  func `a fact is said in these words`(_ path: String, _ zh: String, _ en: String) throws {
    let policy = try Self.policy()
    #expect(try policy.render(path, in: .zh) == zh)
    #expect(try policy.render(path, in: .en) == en)
  }

  /// P11 and P23: one figure, two fees.
  @Test func `the certification fee and the old fee are two facts`() throws {
    let policy = try Self.policy()
    let amount = try Money(fen: 59_900)
    #expect(
      try policy.value(at: ValuePath("P11.fee"))
        == .fee(Fee(amount, per: .year, kind: .certification)))
    #expect(
      try policy.value(at: ValuePath("P23.fee"))
        == .fee(Fee(amount, per: .halfYear, kind: .technicalService)))
  }

  /// P21: "0点前", so that the instant itself is not before.
  @Test func `the cut-off is exclusive and the start inclusive`() throws {
    let policy = try Self.policy()
    let midnight = try #require(Moment(iso8601: "2020-07-20T00:00:00+08:00"))
    #expect(
      try policy.value(at: ValuePath("P21.cutoff")) == .instant(midnight, boundary: .exclusive))
    #expect(
      try policy.value(at: ValuePath("P05.start")) == .instant(midnight, boundary: .inclusive))
  }

  /// P02, P03, P05–P08 begin on 20 July; P23 ends then; no other clause is dated (A11, A12, A13).
  @Test func `only what the article dates begins or ends`() throws {
    let policy = try Self.policy()
    let midnight = try #require(Moment(iso8601: "2020-07-20T00:00:00+08:00"))
    let diff = policy.diff(from: midnight.advanced(bySeconds: -1), to: midnight)
    #expect(diff.began.map(\.id.number) == [2, 3, 5, 6, 7, 8])
    #expect(diff.ended.map(\.id.number) == [23])
    #expect(policy.clauses.filter { $0.effective == nil && $0.until == nil }.count == 36)
    #expect(policy.clauses.filter { $0.effective?.precision == .date }.map(\.id.number) == [2, 3])
  }

  /// A09, A13, P42: opinion, history and figures concern nobody in particular.
  @Test func `figures, history and opinion are background`() throws {
    let policy = try Self.policy()
    let background = policy.clauses.filter { $0.concerns == [.background] }
    #expect(background.map(\.id.number) == [24, 29] + Array(37...43))
  }

  /// A03, A06: the scrubbed brand and the spam filler stand nowhere.
  @Test func `no scrubbed name is put back`() throws {
    let policy = try Self.policy()
    let texts = policy.clauses.flatMap { $0.quotes + [$0.title.zh, $0.meaning.zh, $0.meaning.en] }
    for word in ["腾讯", "Tencent", "星旗"] {
      #expect(!texts.contains { $0.contains(word) })
    }
  }
}
