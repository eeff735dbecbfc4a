/// The words by which merchants name time zones. CST is China's: the platform's merchants mean that.
extension ClaimWords {
  /// Before a zone.
  static let openingBracket = ClaimPhrases("( ,")
  /// Behind a zone.
  static let closingBracket = ClaimPhrases(")")
  /// Behind a place: its time.
  static let timeWord = ClaimPhrases("当地时间 本地时间 时间 local_time standard_time time")
  /// The time of a place that is named elsewhere.
  static let localTime = ClaimPhrases("当地 本地时间 local_time my_time here")
  /// Before a place.
  static let inPlace = ClaimPhrases("in 在 人在")

  /// Abbreviations.
  static let zones: [String: StatedZone] = [
    "z": .fixed(0), "utc": .fixed(0), "gmt": .fixed(0), "wet": .european(0), "bst": .fixed(3600),
    "cet": .european(3600), "cest": .fixed(7200), "msk": .fixed(10_800), "gst": .fixed(14_400),
    "ist": .fixed(19_800), "ict": .fixed(25_200), "cst": .fixed(28_800), "hkt": .fixed(28_800),
    "sgt": .fixed(28_800), "myt": .fixed(28_800), "jst": .fixed(32_400), "kst": .fixed(32_400),
    "aest": .fixed(36_000), "aedt": .fixed(39_600), "est": .fixed(-18_000), "edt": .fixed(-14_400),
    "et": .american(-18_000), "cdt": .fixed(-18_000), "mst": .fixed(-25_200),
    "mdt": .fixed(-21_600), "pst": .fixed(-28_800), "pdt": .fixed(-25_200),
    "pt": .american(-28_800),
  ]

  /// Abbreviations that are words as well: they count only right behind a time.
  static let commonZones: Set<String> = ["est", "ist", "mst", "wet", "gst", "ict"]

  /// Places, with their countries; of a country with several zones the summer offsets.
  static let places: [(ClaimPhrases, StatedZone)] = [
    (ClaimPhrases("北京 中国 上海 国内 beijing china shanghai chinese"), .fixed(28_800)),
    (
      ClaimPhrases("香港 澳门 台北 台湾 新加坡 马来西亚 吉隆坡 hong_kong taipei singapore malaysia"),
      .fixed(28_800)
    ),
    (ClaimPhrases("东京 日本 首尔 韩国 tokyo japan japanese seoul korea korean"), .fixed(32_400)),
    (ClaimPhrases("曼谷 泰国 越南 河内 雅加达 bangkok thailand vietnam hanoi jakarta"), .fixed(25_200)),
    (ClaimPhrases("印度 新德里 india indian delhi"), .fixed(19_800)),
    (ClaimPhrases("马尼拉 菲律宾 manila philippine philippines"), .fixed(28_800)),
    (ClaimPhrases("迪拜 阿联酋 阿布扎比 海湾 dubai uae emirates abu_dhabi gulf"), .fixed(14_400)),
    (
      ClaimPhrases("莫斯科 伊斯坦布尔 土耳其 利雅得 沙特 moscow istanbul turkey riyadh saudi"),
      .fixed(10_800)
    ),
    (ClaimPhrases("格林尼治 格林威治 世界标准 greenwich"), .fixed(0)),
    (ClaimPhrases("伦敦 英国 london uk british"), .european(0)),
    (
      ClaimPhrases(
        "巴黎 法国 柏林 德国 罗马 意大利 马德里 西班牙 欧洲 paris berlin rome madrid central_european"),
      .european(3600)
    ),
    (ClaimPhrases("悉尼 墨尔本 sydney melbourne"), .australian(36_000)),
    (
      ClaimPhrases("纽约 美东 美国东部 波士顿 多伦多 new_york nyc boston toronto eastern us_eastern"),
      .american(-18_000)
    ),
    (ClaimPhrases("芝加哥 chicago"), .american(-21_600)),
    (
      ClaimPhrases(
        "洛杉矶 美西 美国西部 旧金山 加州 西雅图 温哥华 los_angeles la california seattle vancouver pacific"
      ),
      .american(-28_800)
    ),
    (ClaimPhrases("美国 us usa american"), .between(east: -14_400, west: -25_200)),
    (ClaimPhrases("加拿大 canada"), .between(east: -14_400, west: -25_200)),
  ]
}
