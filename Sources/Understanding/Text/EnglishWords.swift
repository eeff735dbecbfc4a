/// English words that would pass for pinyin, and some that never would.
enum EnglishWords {
  /// Words whose letters are syllables too.
  static let alike = hashes(
    "a an ban bang bate bake banana began bike bin binge bite cafe cage cake can cane cape care change chance "
      + "chase china chose code come cope cute dance danger date den die dime dine done dude due e fan fang fate fee "
      + "fen fine fuse game gang gate gave gaze gene given gun hang hate have he hen here hide hike hope huge human hung "
      + "kite lake lane langue late lie like line lining long lounge love lunch male man manage mane manger me men mice "
      + "mine mode mu name nine no note nude one open pan pane pause pen people pie pin pine ping pipe quite ran "
      + "range rude rule run rune safe sale same sang sane save sea she shine shoe shone shun side since site size song "
      + "sue sun sung take tale tame tan tape ten tide tie time tone tongue tune use wan wake wage want wave we wide wife wine woman women yen you "
      + "die duo guide juice quiet unite tune lao do to so go see too be bee been being me my by buy"
  )
  /// Words that no message in pinyin holds by chance.
  static let plain = hashes(
    "the is are was were do does did what how why when where who which i my your our their his her it its to in of "
      + "and or for with without from by at as if not no yes this that these those there will would should could may must "
      + "much many cost free need get got want please help there about after before blue chinese english account verify verified"
  )

  /// Names that are written so in either language.
  static let names = hashes(
    "taobao pinduoduo weixin douyin kuaishou xiaohongshu jingdong alipay tencent weidian youzan xiaoer"
  )

  /// Whether a word is English, by its hash: in these lists, or in the table of everyday words.
  static func holds(_ hash: UInt64) -> Bool {
    alike.contains(hash) || plain.contains(hash)
      || WordVectors.shared.find(Keys.meaning(hash)) != nil
  }

  private static func hashes(_ words: String) -> Set<UInt64> {
    var hashes: Set<UInt64> = []
    var hash = Hash.seed
    for letter in (words + " ").utf8 {
      if letter == 0x20 {
        hashes.insert(hash)
        hash = Hash.seed
      } else {
        hash = Hash.mix(hash, UInt64(letter))
      }
    }
    return hashes
  }
}
