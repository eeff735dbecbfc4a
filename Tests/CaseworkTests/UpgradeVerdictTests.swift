import Policy
import Testing

@testable import Casework

/// Row by row, then sentences as merchants type them.
@Suite struct UpgradeVerdictTests {
  /// Monday 2020-08-03, two weeks after the cut-off.
  static let today = CivilDate(daysSinceEpoch: 18_477)

  static func verdict(
    _ text: String, today: CivilDate = UpgradeVerdictTests.today
  ) -> UpgradeVerdict? {
    PaymentClaim.read(text, today: today).map {
      UpgradeVerdict.of($0, cutoff: cutoff, feeInFen: 59_900, termInMonths: 6)
    }
  }

  static let lapsed = UpgradeVerdict.needsAgent(silent: ["S15"], .lapsed)
  static let split = UpgradeVerdict.needsAgent(silent: ["S18"], .orderedBeforePaidAfter)
  static let refunded = UpgradeVerdict.needsAgent(silent: ["S18"], .refunded)
  static let amount = UpgradeVerdict.needsAgent(silent: ["S18"], .otherAmount)
  static let agency = UpgradeVerdict.needsAgent(silent: ["S18"], .paidByAgency)
  static let before = UpgradeVerdict.eligible(.paidBefore)
  static let at = UpgradeVerdict.notEligible(.atCutoff)
  static let after = UpgradeVerdict.notEligible(.paidAfter)

  @Test(arguments: [
    ("我2020-07-19 23:59:59交的", before), ("我2020-07-19 23:59:59.999交的", before),
    ("我2020-07-20 00:00:00交的", at), ("我2020-07-20 00:00:01交的", after),
    ("我7月19日24点交的", at), ("我7月20日零点交的", at), ("我20号凌晨12点交的", at),
    ("7月19号晚上12点交的", .askBack(.whichMidnight)), ("7月20日12点交的", after),
    ("20号中午交的", after), ("2020-07-19 下午交的", before), ("2020-07-20 交的", after),
    ("2020-07-19交的", before), ("下单是7月19号23:59:50,支付成功是7月20号00:00:05", split),
    ("7月19日23:59:50下单,00:00:05付款成功", split),
    ("paid 2020-07-19T12:00:00-05:00", after), ("paid at 2020-07-20T00:30+09:00", before),
    ("我2020-01-20 00:00:00交的", .eligible(.halfYearEndsAtCutoff)),
    ("我2020年1月20日交的", .eligible(.halfYearEndsAtCutoff)), ("我2020年1月21日交的", before),
    ("我2020年1月19日交的", lapsed), ("2020-01-19 23:59:59交的", lapsed), ("2019-12-01付的", lapsed),
    ("2019年8月31日交的", lapsed), ("2020年1月交了一次,7月10号又交了一次", .eligible(.paidTwice)),
    ("7月25号交的599认证费", .notEligible(.certificationFee)), ("我7月10号交了299", amount),
    ("7月10号交的599,后来退了", refunded), ("7月10号代理帮我交的", agency),
  ])
  func `the boundary table`(text: String, expected: UpgradeVerdict) {
    #expect(Self.verdict(text) == expected)
  }

  @Test(arguments: [
    ("7.20中午交的", after), ("7月19号晚上11点59分付的款", before), ("7月19号晚上11点59交的,算不算", before),
    ("我是20号凌晨交的钱", after), ("三月份交的能升吗", before), ("我上个月交的", .askBack(.whichDay)),
    ("我 7/19 pay 的", before), ("我7/20 pay了599", after), ("六月十八交的,能自动升级吗", before),
    ("零点前一分钟付的", before), ("差一秒到0点的时候付的款", before), ("去年交的还算吗", lapsed),
    ("东京时间7月20日0点30分付的", before), ("我在7月20日零点整付款了", at),
    ("七月十九号夜里十一点五十九分五十九秒交的", before), ("7月19半夜交的", .askBack(.whichTime)),
    ("二〇二〇年七月十九日缴纳的", before), ("繳費時間是7月19號下午三點半", before), ("20號零點過五分才付的款", after),
    ("7月20号零点前一分钟我就交了", before), ("20号0点差一秒交的", before), ("差五分十二点交的,7月19号晚上", before),
    ("7月18到19号之间交的", before), ("7月初交的", before), ("7月下旬付的", after), ("7月中旬付的", .askBack(.whichDay)),
    ("7月20号之前就交了599", before), ("我7月20号以后才交的", after), ("昨天刚交的599", after),
    ("上周五付的", after), ("三天前交的", after), ("上个月18号交的半年服务费", before),
    ("今年5月份交的老费用", before), ("20年6月交的", before), ("19年12月份交的", lapsed),
    ("今年1月交的", .askBack(.whichDay)),
    ("12月1号交的", lapsed), ("技术服务费是7月19号的", before), ("599那笔7月19号扣的", before),
    ("不是20号交的,是19号交的", before), ("我7月10号注册的,7月21号交的费", after),
    ("7月20日起免费入驻,可我7月18号交了599", before), ("0719交的算吗", before), ("719交的算吗", before),
    ("20200719交的", before), ("7-19付的", before), ("2020/7/19 16:30 转账的", before),
    ("7月19日23:59:59缴费能升级吗", before), ("7月20日0点整交钱算吗", at), ("7月20日00:00付的，能不能算", at),
    ("如果我是7月19号24点付的呢", at), ("北京时间7月19日23点59分交的", before), ("纽约时间7月19日中午12点付的款", at),
    ("纽约时间7月19日早上11点付的款", before), ("UTC时间7月19日16:00付的", at), ("7月19日15:59:59 UTC付的", before),
    ("7月19号晚上9点交的,人在美国,当地时间", after), ("大概7月19还是20号交的,记不清了", .askBack(.whichPayment)),
    ("晚上11点59交的", .askBack(.whichDay)), ("7月20日前一天晚上交的", before), ("19号晚上交的", before),
    ("今年三月交了五百九十九", before), ("7月5号交了五百块", amount), ("7月5号交了599.00元", before),
    ("半年前交的", .askBack(.whichDay)), ("我月初就是7月3号付过了,两次都是599", before),
    ("7月19号付的,20号到账", split), ("2021年1月5号交的", .askBack(.inFuture)),
    ("7月10日交的蓝V认证费", .askBack(.whichFee)), ("8月1号交了599一年的认证费", .notEligible(.certificationFee)),
    ("俺7月19傍晚缴的,能升不", before), ("刚过零点付的,7月20号", after), ("赶在7月20号零点之前付了款", before),
    ("7月19号中午12点交的", before), ("7月18号晚上12点交的", before), ("7月20号晚上12点交的", after),
    ("支付时间:2020-07-19 23:59", before), ("元旦交的", lapsed), ("我卡着零点交的", at),
    ("我5月份入驻的时候交了599半年费", before),
    ("离零点还有一分钟交的", before), ("7月10号交的,不过是299的那种", amount), ("老板我19号交的钱 今天看怎么没升", before),
    ("我交了两次599,一次1月10号一次7月15号", .eligible(.paidTwice)), ("7月19号到账的599", before),
    ("七月二十零点交的", at), ("貳零年七月十九交的", before), ("我在东京,当地时间20号0点半付的款", before),
    ("2月29号交的", before),
    ("7月19号23时59分支付", before),
  ])
  func `Chinese as merchants type it`(text: String, expected: UpgradeVerdict) {
    #expect(Self.verdict(text) == expected)
  }

  @Test(arguments: [
    ("我在伦敦,7月19号晚上6点交的半年费", after), ("我人在东京,7月20号0点20分交的", before),
    ("七月十九下午三点打的599技术服务费", before), ("六月给你们打过半年费", before), ("二十号早上打的款,半年费", after),
    ("半年费交于6月", before), ("半年费,7月19日23:50", before), ("half-year fee, 19 July", before),
    ("20 July 00:20 Tokyo time, half-year fee", before),
    ("wo 7 yue 18 hao jiao de bannianfei", before),
    ("the half-year fee left my account on the evening of July 19th", before),
    ("我是19号晚上提交的订单,因为银行限额20号早上才付上,半年费还能算吗", split), ("半年费公司转账19号出的21号才到", split),
    ("半年费我19号23点59分付的,银行零点零一分扣的", split),
    ("五一交的半年费", before), ("劳动节那天付的", before), ("端午节交的", before), ("春节交的半年费", before),
  ])
  func `a place, a payment in other words, and two times`(text: String, expected: UpgradeVerdict) {
    #expect(Self.verdict(text) == expected)
  }

  @Test(arguments: [
    ("那20号凌晨一点呢", after), ("21号行不行", after), ("20号零点整呢", at), ("19号晚上呢", before),
    ("and the 18th?", before), ("我5月的呢", before), ("20号早上呢", after),
  ])
  func `after one about the cut-off, a bare time is a claim`(
    text: String, expected: UpgradeVerdict
  ) {
    let claim = PaymentClaim.readFollowUp(text, today: Self.today)
    #expect(
      claim.map { UpgradeVerdict.of($0, cutoff: cutoff, feeInFen: 59_900, termInMonths: 6) }
        == expected)
  }

  @Test(arguments: ["20号直播吗", "呢", "7月20号之前呢"])
  func `after one about the cut-off, more or less than a time is none`(_ text: String) {
    #expect(PaymentClaim.readFollowUp(text, today: Self.today) == nil)
  }

  @Test(arguments: [
    ("I paid on July 19", before), ("paid 19 July 2020, 16:30 BST", before),
    ("I paid at 5:30 pm London time on July 19", after),
    ("paid the old fee on July 20th at midnight", after),
    ("I paid at midnight on July 19", .askBack(.whichMidnight)), ("I paid on the 18th", before),
    ("we paid one minute before midnight on July 19th", before),
    ("I was charged on 7/20/2020", after),
    ("the fee was debited on 2020-07-19T23:59:59+08:00", before),
    ("I paid 599 in June, do I get Blue V?", before), ("paid last year", lapsed),
    ("I registered on July 10 and paid on July 22", after),
    ("on July 5 I paid the half-year fee", before),
    ("we paid in March", before), ("paid on 20 July at 00:00:00", at),
    ("paid Jul 19 11:59pm", before),
    ("paid 19 July 2020, 9 pm Dubai time (UTC+4)", after),
    ("we paid at 7:30 pm Gulf time (UTC+4) on 19 July", before),
    ("we paid at 9 pm Gulf time on 19 July", after),
    ("I paid at 12:30 am Tokyo time on July 20", before), ("paid July 19 12:00 EST", after),
    ("I paid July 19, 11:59 AM EDT", before), ("paid July 19 noon PDT", after),
    ("I ordered at 23:59:50 on July 19 and it went through at 00:00:05", split),
    ("I paid on July 10 but got refunded", refunded), ("I paid ¥299 on July 10", amount),
    ("an agency paid for me on July 3", agency), ("I paid on 2020-01-19", lapsed),
    ("paid the certification fee on July 28", .notEligible(.certificationFee)),
    ("I had paid before July 20", before), ("I paid after July 20th", after),
    ("my payment went through on the 19th of July", before),
    ("If I paid at exactly 0:00 on July 20, does it count?", at),
    ("paid two weeks ago", .askBack(.whichDay)), ("I paid yesterday", after),
    ("paid 2020-07-19 16:00:00Z", at),
  ])
  func `English as merchants type it`(text: String, expected: UpgradeVerdict) {
    #expect(Self.verdict(text) == expected)
  }

  @Test(arguments: [
    "7月20日起免费入驻吗", "截止7月20日吗", "什么时候截止", "599是一年的吗", "蓝V认证多少钱", "7月20日0点前缴纳的才能升级吗",
    "要在7月20号之前交了599才行吗", "我还没交,7月20号之后还能交吗", "我打算7月25号交599", "7月20日几点截止缴费",
    "去年8月直播就上线了吗", "7月19号提交了资料什么时候审核", "7月19日没有交", "我7月20号注册的", "客户7月19号付的款什么时候结算",
    "保证金7月19号交的能退吗", "明天交行吗", "交599一年吗", "7月20号交流会在哪", "直播小课堂7月20号开课吗", "免费入驻是从7月20日零点开始吗",
    "半年服务费7月19号到期了怎么办", "", "12345", "交了599", "我交了599能升级吗", "7月20日之前怎么收费", "有一点贵,交了599",
    "do I have to pay before July 20?", "is the deadline July 20?",
    "when does free onboarding start, July 20?",
    "I registered on July 19", "I have not paid yet, is July 20 too late?",
    "how much is Blue V in 2020?",
    "will I be paid on July 20?", "who paid before July 20 gets upgraded?",
    "I signed up on July 19 and did not pay",
    "is 599 paid per year?", "paid traffic on July 19", "BV20200719-000123K到哪了", "你好", "6大权益都有哪些",
    "如果7月20号前没交怎么办", "交的材料7月19号能审完吗", "今天能交599吗", "昨天付款失败", "8月1号扣了我两次599", "payment failed at 3pm",
    "付了钱三天了还没审核",
    "7月20日免费入驻的时候要交599吗", "交了599多久开通", "上个月的佣金什么时候付", "8000亿交易规模", "7月20日后交599有什么好处",
  ])
  func `what is no claim gets no verdict`(text: String) {
    #expect(PaymentClaim.read(text, today: Self.today) == nil)
  }

  @Test(arguments: [
    ("7月19号", before), ("7月20号", after), ("19号晚上11点", before), ("July 19", before),
    ("上个月10号", before),
    ("零点整", at), ("2020-07-19 23:59", before), ("三月", before), ("昨天", after),
  ])
  func `where the time is asked for, it needs no verb`(text: String, expected: UpgradeVerdict) {
    let claim = PaymentClaim.readAnswer(text, today: Self.today)
    #expect(
      claim.map { UpgradeVerdict.of($0, cutoff: cutoff, feeInFen: 59_900, termInMonths: 6) }
        == expected)
  }

  @Test(arguments: [
    (18_462, "今天交的", before), (18_463, "今天交的", after), (18_463, "昨天交的", before),
    (18_464, "昨天交的", after), (18_463, "上个月交的", before), (18_477, "上个月18号交的", before),
    (18_690, "去年7月19号交的", before), (18_690, "去年交的", UpgradeVerdict.askBack(.whichDay)),
    (18_690, "7月19号交的", before), (18_690, "12月1号交的", after), (20_000, "19号交的", before),
    (18_463, "昨晚11点交的", before),
  ])
  func `words that are relative go by the day of the message`(
    day: Int, text: String, expected: UpgradeVerdict
  ) {
    #expect(Self.verdict(text, today: CivilDate(daysSinceEpoch: day)) == expected)
  }

  @Test func `cut-off, fee and term are the policy's, not ours`() throws {
    let claim = try #require(PaymentClaim.read("我7月19号交了299", today: Self.today))
    let earlier = Moment(cutoffDay).advanced(bySeconds: -86_400)
    #expect(
      UpgradeVerdict.of(claim, cutoff: earlier, feeInFen: 29_900, termInMonths: 6) == Self.after)
    #expect(
      UpgradeVerdict.of(claim, cutoff: cutoff, feeInFen: 29_900, termInMonths: 6) == Self.before)
    #expect(UpgradeVerdict.Eligible.paidTwice.silent == "S13")
    #expect(UpgradeVerdict.Eligible.halfYearEndsAtCutoff.silent == "S15")
  }
}
