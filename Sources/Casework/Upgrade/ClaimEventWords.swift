/// The words by which merchants say what they did and what for.
extension ClaimWords {
  /// Paying, of one character: it counts only with an aspect, an amount or 已 about it.
  static let payRoot = ClaimPhrases("交 付 缴 扣 充 转 汇 刷")
  /// What the bank does when it takes the money.
  static let debit = ClaimPhrases("扣 划扣")
  /// Characters that make another word of 交 and 付 behind them, or of 交 before it.
  static let notBeforePay = ClaimPhrases("提 成 上交 社 外 公 递 移 结 打 应 对 托 回 折 补充 运 旋 好 倒")
  /// What behind 交 and 付 makes another word of them, or another thing of the payment.
  static let notBehindPay = ClaimPhrases(
    "流 通 易 货 友 给 代 换 叉 接 警 往 际 界 材料 资料 执照 申请 表 作业 押金 保证金 税 罚 了资料 了材料 了执照 了申请 的资料 的材料 了保证金 了押金 点 电 账 发"
  )
  /// Verbs of paying.
  static let payVerb = ClaimPhrases(
    "缴纳 支付 缴费 交费 付费 缴款 交款 付款 交钱 付钱 给钱 给了钱 打款 转账 汇款 扣款 扣费 扣钱 划扣 划款 充值 续费 刷卡 买单 结账")
  /// Paying that is done, in words that mean other things too when they stand alone: 打的.
  static let hanPaid = ClaimPhrases(
    """
    打的款 打过款 打了款 打的钱 打过钱 打了钱 打的599 打过599 打了599 打的半年费 打过半年费 打了半年费 打的技术服务费 打过技术服务费
    打了技术服务费 打的服务费 打过服务费 打了服务费
    """)
  /// Nouns of a payment: a time beside one is a payment's.
  static let payNoun = ClaimPhrases(
    """
    付款时间 支付时间 缴费时间 交费时间 扣款时间 付款日期 缴费日期 支付日期 到账时间 缴费记录 付款记录 支付记录 扣款记录 账单 流水 支付成功时间
    payment_time payment_date payment_record date_of_payment bank_statement
    """)
  /// Behind a verb: it is done.
  static let aspect = ClaimPhrases("了 的 过 完 好 掉 上 清 齐 成 啦 成功 到 出去 下来 于")
  /// Before a verb: it is done.
  static let already = ClaimPhrases("已 已经 刚 刚刚 才 就 早 早就 都 就已 是 又")
  /// Payments that are done.
  static let englishPaid = ClaimPhrases(
    """
    paid went_through payed charged debited billed transferred wired deducted settled remitted i_did_pay did_pay
    have_made_the_payment made_the_payment made_my_payment made_a_payment made_payment
    payment_went_through sent_the_money sent_the_fee took_the_money
    left_my_account left_our_account left_my_bank came_out_of_my_account came_out_of_our_account
    """)
  /// Paying, done or not.
  static let englishPay = ClaimPhrases(
    "pay pays paying payment payments payed transaction receipt charge debit")
  /// Behind an English verb in a Chinese sentence: it is done.
  static let hanAspectAfterPay = ClaimPhrases("的 了 过 掉 完")
  /// Before paid: not the merchant paid.
  static let notBeforePaid = ClaimPhrases("be get gets getting being to_be")
  /// Behind paid: it is an adjective.
  static let notBehindPaid = ClaimPhrases(
    "ad ads traffic promotion version course courses feature features plan member members tier")

  /// Before a verb: it did not happen.
  static let negation = ClaimPhrases(
    """
    没 没有 未 还没 还没有 不 别 忘 忘了 忘记 没能 没法 并没有 从没 从来没 不用 不要 无需 没给 not never
    didn't haven't hasn't don't won't unpaid did_not have_not not_yet
    """)
  /// What makes paying a plan, a duty or a question.
  static let modal = ClaimPhrases(
    """
    要 需 需要 该 应该 想 会 将 打算 准备 能 可以 能不能 怎么 如何 怎样 何时 什么时候 啥时候 再 去 必须 多少 得 才能 是否 可不可以 用
    can should will must need to do does would could how when shall may might i'll they'll gonna due
    """)
  /// Before a verb: it has not happened yet.
  static let plan = ClaimPhrases(
    "要 需要 该 应该 想 将 打算 准备 怎么 如何 什么时候 啥时候 何时 计划 哪天 几号 多久 必须 等 will should must need_to going_to")
  /// What makes a message a question about the rule when no aspect says that somebody paid.
  static let ruleQuestion = ClaimPhrases(
    """
    截止 什么时候 何时 几号 哪天 几时 多少 多久 几天 deadline cutoff cut-off when how_much how_long is_it do_i
    """)
  /// What makes 「20号前交了」 the rule itself and nobody's payment.
  static let ruleAhead = ClaimPhrases("要 需 需要 必须 得 只要 只有 凡 凡是 是不是 what_if anyone those")
  /// What behind 「20号前交了」 makes it the rule itself.
  static let ruleBehind = ClaimPhrases(
    "的商家 的人 的用户 的主播 的店 的店铺 的内容主 的都 的才 才能 才算 才可以 的话才 的老商家 merchants_who who_paid")

  /// Placing an order.
  static let order = ClaimPhrases(
    """
    下单 下的单 下了单 下订单 拍下 拍的 提交订单 提交的订单 创建订单 订单 发起支付 发起付款 发起 点的支付 点了支付 点支付 点付款 出的 转出的 汇出的 ordered
    placed_the_order placed_an_order placed order order_placed order_was_placed order_time initiated
    submitted clicked_pay
    """)
  /// A payment succeeded.
  static let success = ClaimPhrases(
    """
    支付成功 付款成功 扣款成功 交易成功 缴费成功 到账 入账 才到 payment_succeeded payment_was_successful
    """)
  /// Success, of an order or a payment that is named elsewhere.
  static let bareSuccess = ClaimPhrases(
    """
    成功 succeeded success successful success_time went_through
    cleared completed processed confirmed
    """)
  /// The old fee, or its figure as people name the fee by it.
  static let fee = ClaimPhrases(
    "技术服务费 服务费 半年费 那笔费 那笔钱 旧费用 老费用 599 the_fee old_fee service_fee half-year_fee")
  /// All that stands beside a fee and a time where the fee is said to be of then.
  static let besideFee = ClaimPhrases(
    "我 我们 我的 的 呢 , . : ; 。 - my our the of on at was is it in for fee 那笔 这笔 是")
  /// All that stands beside a time that is asked about after another.
  static let besideTime = ClaimPhrases(
    """
    那 那么 那要 呢 我 我们 我的 的 , . ? 。 ! 行不行 行吗 行 可以吗 可以 算吗 算不算 算 能吗 能不能 能 呀 啊 吗 么 如果 如果是 要是
    换成 是 就 也 也行 也行吗 有效吗 来得及吗 and or what_about how_about what_if if on the at is ok okay fine mine was it so
    then in for does_that_count does_it_count
    """)
  /// Other things that happen on a day.
  static let other = ClaimPhrases(
    """
    注册 入驻 开始 截止 到期 才到期 过期 起 开通 下载 实名 上线 开播 开店 发货 收货 审核 申请 提交 生效 实施 发布 公布 才知道 知道 看到 开启 联系 咨询
    来问 看 问 查 发现 说 registered signed_up joined applied opened expires expired expire started starts start
    launched launches downloaded begins deadline heard read saw announced ends ended
    """)
  /// What behind another event makes it the circumstance of a payment: 入驻的时候交的.
  static let circumstance = ClaimPhrases("的时候 时候 时 那会 那会儿 就 并 交 付 缴 when")
  /// Words that only begin like another event.
  static let notOther = ClaimPhrases("申请费 开通费 入驻费 开始交 开始付 提交订单 提交的订单 提交了订单")

  /// Payments for something else, and payments of other people.
  static let otherThings = ClaimPhrases(
    """
    保证金 押金 定金 货款 房租 水费 电费 学费 工资 税 社保 话费 罚款 运费 客户 买家 顾客 粉丝 观众 佣金 提现 结算 rent deposit customer
    customers buyer buyers viewer viewers commission salary shipping settlement
    """)

  /// What went wrong with a payment belongs to an agent, and says nothing of the upgrade.
  static let trouble = ClaimPhrases(
    """
    重复扣 重复付 重复支付 扣了两次 扣了我两次 扣我两次 多扣 未支付 没到账 未到账 charged_twice charged_me_twice double_charged billed_twice
    """)
  /// What behind a payment says that it did not work.
  static let failure = ClaimPhrases(
    "失败 不了 超时 不成功 不上 不成 failed declined timed_out fails issue problem")

  /// The old fee (P23).
  static let technicalService = ClaimPhrases(
    """
    技术服务费 服务费 半年 半年费 技术费 老费 旧费 老费用 旧费用 以前那个费 old_fee technical_service service_fee half-year half_year
    half-yearly half_a_year six-month six_month 6_month 6-month
    """)
  /// The Blue V fee (P11).
  static let certification = ClaimPhrases(
    """
    认证费 认证费用 年费 蓝v费 蓝v的费 蓝v认证 蓝v的钱 蓝v年费 企业认证 一年的 599/年 元/年 每年 交的蓝v 交了蓝v 买的蓝v 买了蓝v 办的蓝v 办了蓝v 开的蓝v
    开了蓝v 开通了蓝v 蓝v是 certification certification_fee annual_fee yearly_fee per_year a_year for_blue_v
    for_the_blue_v blue_v_fee bluev_fee
    """)

  /// The money came back.
  static let refunded = ClaimPhrases(
    """
    退了 退过 已退 已退款 退款了 退回 退回来 退掉 退给我 退款成功 全额退 被退 退了款 退过款 已经退 又退 refunded got_a_refund
    got_my_money_back money_back was_returned got_it_back received_a_refund
    """)
  /// Before a refund: it is only asked for.
  static let notBeforeRefund = ClaimPhrases(
    "能 可以 怎么 要 想 会 没 没有 未 不 能不能 是否 可 不能 can not be get isn't wasn't")
  /// Somebody else paid.
  static let agency = ClaimPhrases(
    """
    代理 代交 代缴 代付 代办 代理商 服务商 中介 帮我交 帮我付 帮我缴 帮忙交 帮忙付 替我交 替我付 朋友交 别人交 公司代 agency my_agent an_agent
    on_my_behalf for_me third_party someone_else
    """)
  /// It was paid more than once.
  static let repeated = ClaimPhrases(
    "两次 2次 两回 又交 又付 又缴 再次 第二次 二次 重复 两笔 2笔 各交 各付 各缴 twice again two_times second_time both_times")

  /// Before a time: it is denied.
  static let notThis = ClaimPhrases("不是 并不是 并非 不在 not_on not")
  /// Behind an amount.
  static let currencyBehind = ClaimPhrases("元 块 块钱 圆 rmb yuan cny 人民币 大洋 米")
  /// Before an amount.
  static let currencyAhead = ClaimPhrases("¥ ￥ rmb cny")
  /// What with a 的 behind makes three figures an amount: 是299的.
  static let aheadOfAmount = ClaimPhrases("是 才 只 就 只是 那个 那种")
  /// What may stand between a payment and its amount.
  static let beforeAmount = ClaimPhrases("了 的 过 是 掉 the only a 费 款 钱 纳")
}
