/// Numbers in Han numerals, as dates, times and fees are written: 十九, 二十三, 二〇二〇, 五百九十九.
enum HanNumeral {
  /// The numeral at the front of `scalars` and its length; nil when none stands there.
  ///
  /// Without 十, 百, 千 the figures are read one by one (二〇二〇). A 零 behind 十 begins a number of its
  /// own: 七月二十零点 is the 20th, 0 o'clock.
  static func read(_ scalars: ArraySlice<Unicode.Scalar>) -> (value: Int, length: Int)? {
    var total = 0
    var figure: Int?
    var length = 0
    var hasUnit = false
    var lastUnit = Int.max
    for scalar in scalars.prefix(9) {
      if let digit = figures[scalar] {
        if hasUnit {
          if figure != nil || (digit == 0 && lastUnit == 10) || lastUnit == 1 { break }
          if digit == 0 {
            length += 1
            continue
          }
          figure = digit
        } else {
          figure = (figure ?? 0) * 10 + digit
        }
      } else if let unit = units[scalar] {
        if unit >= lastUnit || (figure ?? 0) > 9 { break }
        total += (figure ?? 1) * unit
        figure = nil
        hasUnit = true
        lastUnit = unit
      } else if scalar == "廿" || scalar == "卅", length == 0 {
        total = scalar == "廿" ? 20 : 30
        hasUnit = true
        lastUnit = 10
      } else {
        break
      }
      length += 1
    }
    return length == 0 ? nil : (total + (figure ?? 0), length)
  }

  private static let figures: [Unicode.Scalar: Int] = [
    "〇": 0, "零": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8,
    "九": 9,
  ]
  private static let units: [Unicode.Scalar: Int] = ["十": 10, "百": 100, "千": 1000]
}
