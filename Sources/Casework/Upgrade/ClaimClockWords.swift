/// The words by which merchants tell the time of day, and what stands between and around times.
extension ClaimWords {
  /// The parts of the day, as they stand before an hour or alone.
  static let dayParts: [(ClaimPhrases, DayPart)] = [
    (ClaimPhrases("凌晨 清早 大清早 拂晓"), .smallHours),
    (ClaimPhrases("早上 早晨 清晨 上午 早 in_the_morning morning"), .morning),
    (ClaimPhrases("中午 午间 晌午 around_noon"), .noon),
    (ClaimPhrases("下午 午后 傍晚 in_the_afternoon afternoon"), .afternoon),
    (
      ClaimPhrases("晚上 夜晚 晚间 当晚 那晚 晚 in_the_evening evening at_night night tonight"),
      .evening
    ),
    (ClaimPhrases("半夜 大半夜 深夜 夜里 夜间 半夜三更 late_at_night"), .night),
  ]

  /// The parts of the day that stand behind an hour.
  static let laterDayParts: [(ClaimPhrases, DayPart)] = [
    (ClaimPhrases("in_the_morning"), .morning), (ClaimPhrases("noon"), .noon),
    (ClaimPhrases("in_the_afternoon"), .afternoon),
    (ClaimPhrases("in_the_evening at_night midnight"), .evening),
  ]
  /// What makes a bare number an hour when it stands behind.
  static let meridian = ClaimPhrases(
    "am pm a.m p.m noon midnight in_the_morning in_the_afternoon in_the_evening at_night")
  /// Before noon.
  static let am = ClaimPhrases("am a.m. a.m")
  /// After noon.
  static let pm = ClaimPhrases("pm p.m. p.m")
  /// The word behind a full hour.
  static let oClock = ClaimPhrases("o'clock oclock")

  /// Midnight by name; of a day it may be either end.
  static let midnight = ClaimPhrases("midnight 午夜 子夜")
  /// Noon by name.
  static let noonWord = ClaimPhrases("noon midday 正午")
  /// Behind an hour.
  static let hourUnit = ClaimPhrases("点钟 点 时")
  /// Behind minutes.
  static let minuteUnit = ClaimPhrases("分钟 分")
  /// Behind seconds.
  static let secondUnit = ClaimPhrases("秒钟 秒")
  /// No minutes.
  static let sharp = ClaimPhrases("整 正")
  /// Thirty minutes.
  static let half = ClaimPhrases("半")
  /// Fifteen minutes each.
  static let quarter = ClaimPhrases("刻")
  /// What is still missing to an hour.
  static let missing = ClaimPhrases("差")
  /// What has passed since an hour.
  static let past = ClaimPhrases("过")
  /// Between what is missing and the hour.
  static let toward = ClaimPhrases("就到 不到 到 就 就是 才到")
  /// Behind an hour, with a duration: so much before it.
  static let hanBefore = ClaimPhrases("前 之前 以前 差 还有 还差 还剩")
  /// Behind an hour, with a duration: so much after it.
  static let hanAfter = ClaimPhrases("后 之后 以后 过了 过")
  /// Between a duration and an hour: so much before it.
  static let englishBefore = ClaimPhrases("before to until till short_of shy_of")
  /// Between a duration and an hour: so much after it.
  static let englishAfter = ClaimPhrases("after past")

  /// Units of durations.
  static let durations: [(ClaimPhrases, milliseconds: Int)] = [
    (ClaimPhrases("秒钟 秒 seconds second secs sec"), 1000),
    (ClaimPhrases("分钟 分 minutes minute mins min"), 60_000),
    (ClaimPhrases("个小时 小时 个钟头 钟头 个钟 hours hour"), 3_600_000),
  ]
  /// Durations that are told without a number; 几秒 and 几分钟 are taken as three.
  static let fixedDurations: [(ClaimPhrases, milliseconds: Int)] = [
    (ClaimPhrases("half_an_hour half 半小时 半个小时"), 1_800_000),
    (ClaimPhrases("a_quarter quarter 一刻钟"), 900_000),
    (ClaimPhrases("半分钟"), 30_000), (ClaimPhrases("几秒 几秒钟 a_few_seconds"), 3000),
    (ClaimPhrases("几分钟 a_few_minutes"), 180_000),
  ]

  /// What may stand behind 晚上11 when 点 was left out.
  static let behindBareHour = ClaimPhrases("交 付 缴 的 , 。 ? 我 多 左右 转 支付 扣")

  /// What may stand between a day and its time.
  static let joints = ClaimPhrases(
    """
    的 , 、 ( - at on in the of around about t 大概 大约 约 左右 那天 当天 当日 那一天 就是 是 周日 星期日 星期天 礼拜天
    周一 周六 星期一 星期六 sunday monday saturday sun mon sat 我 from by exactly
    """)

  /// Behind a time: what lies before it is meant.
  static let behindMeaningBefore = ClaimPhrases("之前 以前 前 前夕 及以前 及之前")
  /// Behind a time: what lies after it is meant.
  static let behindMeaningAfter = ClaimPhrases("之后 以后 过后 后 多 过 过一点")
  /// Before a time: what lies before it is meant.
  static let aheadMeaningBefore = ClaimPhrases(
    """
    before before_the prior_to just_before right_before earlier_than by until 赶在 早于 快到 不到 没到 未到 临近 将近 差一点
    差点 抢在
    """)
  /// Before a time: what lies after it is meant.
  static let aheadMeaningAfter = ClaimPhrases(
    "after just_after right_after past just_past later_than 过了 刚过 过 晚于 等到 since")
}
