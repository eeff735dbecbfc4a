/// The words by which merchants tell days. They are read and never shown.
enum ClaimWords {
  /// Behind a day of the month.
  static let dayUnit = ClaimPhrases("号 日 號")
  /// Behind a month.
  static let monthUnit = ClaimPhrases("月份 月")
  /// Behind a year.
  static let yearUnit = ClaimPhrases("年")
  /// What joins the parts of a date.
  static let of = ClaimPhrases("的 of , in")
  /// The article.
  static let the = ClaimPhrases("the")
  /// A comma.
  static let comma = ClaimPhrases(",")
  /// What stands for one.
  static let article = ClaimPhrases("a an one")
  /// Behind an English day.
  static let ordinalEnding = ClaimPhrases("st nd rd th")
  /// Before a month that stands without a day; without one of these, may and march are verbs.
  static let beforeMonth = ClaimPhrases(
    "in during since last early late mid this before after by until")

  /// What behind a number says that it is no day.
  static let otherUnits = ClaimPhrases(
    """
    点 时 : 分 秒 天 个 年 元 块 折 次 万 亿 % 倍 k 人 周 岁 项 条 家 级 笔 遍 钟 小时 刻 千 百 rmb yuan cny days months
    years hours minutes people times pm am 公里 米 斤 件 双 位 店 张 部
    """)

  /// What before a number says that it is part of a price or a code.
  static let partOfNumber = ClaimPhrases("¥ ￥ $ . / bv t v rmb")

  /// What stands behind 719 when it is a day.
  static let behindShortDay = ClaimPhrases("交 付 缴 那 当 晚 凌 早 之 以 前 后 下午 上午 中午 号")

  /// Parts of a month, by its days, both inclusive.
  static let monthParts: [(ClaimPhrases, from: Int, to: Int)] = [
    (ClaimPhrases("上旬 初 月初"), 1, 10), (ClaimPhrases("中旬 中 月中"), 11, 20),
    (ClaimPhrases("下旬 底 末 月底 月末 尾"), 21, 31),
  ]

  /// Parts of a year, by its months, both inclusive.
  static let yearParts: [(ClaimPhrases, from: Int, to: Int)] = [
    (ClaimPhrases("上半年"), 1, 6), (ClaimPhrases("下半年"), 7, 12),
    (ClaimPhrases("年初 初"), 1, 3), (ClaimPhrases("年底 年末 底 末"), 11, 12),
  ]

  /// Days before today.
  static let relativeDays: [(ClaimPhrases, daysAgo: Int)] = [
    (ClaimPhrases("今天 今日 今儿 今 today 刚刚 刚才 just_now this_morning"), 0),
    (ClaimPhrases("昨天 昨日 昨儿 昨 yesterday last_night"), 1),
    (ClaimPhrases("大前天"), 3), (ClaimPhrases("前天 前日 前晚 the_day_before_yesterday"), 2),
  ]

  /// Months before this one.
  static let relativeMonths: [(ClaimPhrases, monthsAgo: Int)] = [
    (ClaimPhrases("这个月 本月 当月 这月 this_month"), 0),
    (ClaimPhrases("上上个月 上上月"), 2), (ClaimPhrases("上个月 上月 last_month"), 1),
  ]

  /// Years before this one.
  static let relativeYears: [(ClaimPhrases, yearsAgo: Int)] = [
    (ClaimPhrases("今年 本年 this_year"), 0), (ClaimPhrases("去年 last_year"), 1),
    (ClaimPhrases("前年"), 2),
  ]

  /// Weeks before this one.
  static let relativeWeeks: [(ClaimPhrases, weeksAgo: Int)] = [
    (ClaimPhrases("这周 本周 这个星期 这星期 这礼拜 this_week"), 0),
    (ClaimPhrases("上上周 上上个星期 上上星期"), 2),
    (ClaimPhrases("上周 上个星期 上星期 上个礼拜 上礼拜 上个周 last_week last"), 1),
  ]

  /// Days of a week that was named.
  static let weekdays: [(ClaimPhrases, afterMonday: Int)] = [
    (ClaimPhrases("一 monday"), 0), (ClaimPhrases("二 tuesday"), 1),
    (ClaimPhrases("三 wednesday"), 2), (ClaimPhrases("四 thursday"), 3),
    (ClaimPhrases("五 friday"), 4), (ClaimPhrases("六 saturday"), 5),
    (ClaimPhrases("日 天 末 sunday"), 6),
  ]

  /// How exact 「三天前」 and its like are.
  enum AgoUnit: Hashable, Sendable { case day, week, month, year }

  /// The units of 「三天前」.
  static let agoUnits: [(ClaimPhrases, AgoUnit)] = [
    (ClaimPhrases("天 日 days day"), .day),
    (ClaimPhrases("个星期 星期 周 个礼拜 礼拜 weeks week"), .week),
    (ClaimPhrases("个月 个多月 months month"), .month), (ClaimPhrases("年 years year"), .year),
  ]
  /// Behind a duration: so long ago.
  static let ago = ClaimPhrases("前 以前 之前 ago")
  /// Half a year ago.
  static let halfYearAgo = ClaimPhrases("半年前 半年多前 half_a_year_ago")

  /// Behind a day: the one before or after it is meant.
  static let neighbourDays: [(ClaimPhrases, days: Int)] = [
    (ClaimPhrases("的前一天 前一天 前一日 的前一日 头一天 的前一晚 前一晚"), -1),
    (ClaimPhrases("的第二天 第二天 次日 后一天 的后一天 转天"), 1),
  ]

  /// Days with a name of their own; those of the moon's calendar as they fell in 2020.
  static let namedDays: [(ClaimPhrases, month: Int, day: Int)] = [
    (ClaimPhrases("元旦 new_year's_day"), 1, 1), (ClaimPhrases("国庆"), 10, 1),
    (ClaimPhrases("双十一 双11"), 11, 11), (ClaimPhrases("双十二 双12"), 12, 12),
    (ClaimPhrases("五一劳动节 五一 劳动节"), 5, 1), (ClaimPhrases("端午节 端午"), 6, 25),
    (ClaimPhrases("春节 大年初一"), 1, 25), (ClaimPhrases("圣诞 christmas"), 12, 25),
  ]

  /// English months.
  static let months: [String: Int] = [
    "january": 1, "jan": 1, "february": 2, "feb": 2, "march": 3, "mar": 3, "april": 4, "apr": 4,
    "may": 5, "june": 6, "jun": 6, "july": 7, "jul": 7, "august": 8, "aug": 8, "september": 9,
    "sep": 9, "sept": 9, "october": 10, "oct": 10, "november": 11, "nov": 11, "december": 12,
    "dec": 12,
  ]
}
