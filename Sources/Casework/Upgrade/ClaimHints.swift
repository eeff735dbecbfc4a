/// A quick look at whether a message can state when somebody paid: most messages cannot, and every
/// message of a conversation comes through here.
enum ClaimHints {
  /// Whether the text holds both a sign of a payment and a sign of a time. May be true of a text
  /// that claims nothing; never false of one that claims something.
  static func mayClaim(_ text: String) -> Bool {
    var pays = false
    var tells = false
    // The last three Latin letters, small, a byte each.
    var letters: UInt32 = 0
    for original in text.unicodeScalars {
      let scalar = original.value < 0x80 ? original : original.halfWidth
      if scalar.isLatinLetter {
        letters = (letters << 8 | scalar.small.value) & 0xFF_FFFF
        pays = pays || latinPayments.contains(letters)
        tells = tells || latinTimes.contains(letters)
      } else if !scalar.isInvisible {
        letters = 0
        pays = pays || hanPayments.contains(scalar)
        tells = tells || scalar.digit != nil || hanTimes.contains(scalar)
      }
      if pays, tells { return true }
    }
    return false
  }

  private static let hanPayments = Set("交缴繳付扣费費款钱錢充转轉汇匯刷账賬帳单單打订訂拍成".unicodeScalars)
  private static let hanTimes = Set(
    "〇零一二三四五六七八九十两兩廿半日天月年周週昨今刚剛午夜晚晨早元国國圣聖节節春".unicodeScalars)

  /// The beginnings of pay, paid, charge, debit, deduct, bill, transfer, wire, settle, remit, receipt,
  /// transaction, sent, took, fee, order.
  private static let latinPayments = codes(
    "pay pai cha deb ded bil tra wir set rem rec sen too fee ord suc lef cam jia fei")
  /// The beginnings of months, days and times told in words.
  private static let latinTimes = codes(
    """
    jan feb mar apr may jun jul aug sep oct nov dec yes tod las thi ago wee mon day nig mid noo two thr
    fou fiv six sev eig nin ten ele twe chr new hal min sec jus
    """)

  private static func codes(_ words: String) -> Set<UInt32> {
    Set(
      words.split(whereSeparator: \.isWhitespace).map { word in
        word.unicodeScalars.reduce(0) { $0 << 8 | $1.value }
      })
  }
}
