/// The words by which merchants state a licence's validity. They are read and never shown.
enum ValidityWords {
  /// It never ends.
  static let longTerm = ClaimPhrases(
    """
    长期 長期 长期有效 長期有效 永久 永久有效 永续 永續 永远 永远有效 一直有效 长久 无固定期限 無固定期限 无固定期 无固定 无期限
    無期限 无限期 無限期 不限期 没有期限 没有固定期限 没有到期日 无到期日 不会过期 long_term long-term longterm
    no_expiry no_expiry_date no_expiration no_expiration_date never_expires never_expire
    doesn't_expire does_not_expire permanent permanently indefinite indefinitely perpetual
    unlimited forever no_fixed_term no_end_date no_limit
    """)

  /// Before a beginning.
  static let from = ClaimPhrases(
    """
    从 從 自 由 自从 from since starting starting_from starts_on 成立 成立于 成立日期 成立日期是 成立日期为 成立日期: 注册于
    注册日期 发证日期 登记日期 established established_on issued issued_on issued_in
    """)

  /// Behind a beginning.
  static let start = ClaimPhrases("起 起始 开始 開始 成立 起至 起到 成立的 注册的 办的 办理的 发的证 办下来的")

  /// Between a year and a month.
  static let behindYear = ClaimPhrases("年 - / . , 的")
  /// Between a month and a day.
  static let behindMonth = ClaimPhrases("月 月份 - / .")
  /// Behind a number of years or months that is a stretch.
  static let stretch = ClaimPhrases("年 年期 个月 個月 years year yrs months")
  /// What may stand between the parts of an English date.
  static let english = ClaimPhrases("of - / . ,")

  /// What asks or denies, so that a day in it is no statement.
  static let asking = ClaimPhrases(
    """
    ? 吗 嗎 么 呢 怎么 怎麼 怎样 多少 多久 什么 什麼 啥 哪 谁 几 是否 能不能 可以 可不可以 要不要 行不行 如果 不是 不确定
    不知道 不清楚 没有写 忘 好像 what how why when who which can could should would does do is_it if not isn't maybe
    """)

  /// What may stand around a day or 长期 and says nothing else.
  static let filler = ClaimPhrases(
    """
    到 至 止 到期 截止 截至 截止到 终止 之 前 以前 之前 期 为 為 是 的 了 吧 啊 哦 呀 嗯 恩 哈 写 写的 写着 上面 上 有效 有效期
    有效期限 营业期限 營業期限 经营期限 期限 营业执照 營業執照 执照 執照 证照 营业 日期 日 年 月 号 我 我的 我们 我们的 咱 公司 店 本
    这 这个 就 都 它 应该 应该是 填 选 那 底 初 末 终 一直 、 , ， 。 . ; : ! ~ - / ( ) [ ] 【 】 「 」 “ ” " ' 《 》 + =
    the a my our it it's its is are will be valid validity until till to through thru up end ends
    ends_on ending expires expires_on expire expiry expiration date licence license business company
    term on of says that's please thanks and with no_change in 有 效
    """)
}
