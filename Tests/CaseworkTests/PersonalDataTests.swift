import Testing

@testable import Casework

/// What nobody may read in any channel.
@Suite struct PersonalDataTests {
  @Test(arguments: [
    ("我的身份证110199199003150025", "我的身份证1****************5", [PersonalData.Kind.residentID]),
    ("33019920000229017X", "3****************X", [.residentID]),
    ("33019920000229017x能注册吗", "3****************X能注册吗", [.residentID]),
    ("110199 19900315 0025", "1****************5", [.residentID]),
    ("１１０１９９１９９００３１５００２５", "1****************5", [.residentID]),
    ("号码110199199003150024。", "号码1****************4。", [.residentID]),
    ("110199900315002", "1*************2", [.residentID]),
    ("11019919900315002", "1***************2", [.residentID]),
    ("1101991990031500250", "1*****************0", [.bankCard]),
    ("打13800000000找我", "打138****0000找我", [.mobileNumber]),
    ("+86 138-0000-0000", "+86 138****0000", [.mobileNumber]),
    ("8617700000002", "86177****0002", [.mobileNumber]),
    ("１３８０００００００１", "138****0001", [.mobileNumber]),
    ("138 0000 0000", "138****0000", [.mobileNumber]),
    ("1 3 8 0 0 0 0 0 0 0 0", "138****0000", [.mobileNumber]),
    ("卡号6222020200001234567", "卡号6*****************7", [.bankCard]),
    ("6222 0202 0000 1234", "6**************4", [.bankCard]),
    (
      "110199199003150025 13800000000", "1****************5 138****0000",
      [.residentID, .mobileNumber]
    ),
    (
      "110199199003150025,13800000000", "1****************5,138****0000",
      [.residentID, .mobileNumber]
    ),
    ("2020.7.19 13800000000", "2020.7.19 138****0000", [.mobileNumber]),
    ("990199199003150029", "9****************9", [.residentID]),
    ("1️⃣3️⃣8️⃣0️⃣0️⃣0️⃣0️⃣0️⃣0️⃣0️⃣0️⃣", "138****0000\u{FE0F}\u{20E3}", [.mobileNumber]),
    ("一三八零零零零零零零零", "138****0000", [.mobileNumber]),
    ("13800000000 13900000001", "138****0000 139****0001", [.mobileNumber, .mobileNumber]),
  ])
  func `a number shows its ends alone`(
    text: String, masked: String, kinds: [PersonalData.Kind]
  ) {
    let result = PersonalData.mask(text)
    #expect(result.masked == masked)
    #expect(result.found == kinds)
  }

  @Test(arguments: [
    "", "蓝V多少钱", "599元/年", "订单BV20200812-000123K到哪了", "工单T20200812-0001", "bv20200812-000123k",
    "91110199MA0TE5T16Y", "913502990999000169", "51440399509900028J", "我的代码是91320199MA8T004970",
    "2020-07-19 23:59:59", "2020-07-19 2020-07-20", "20200719 20200720", "2020年7月19日到2020年7月20日",
    "599 1198 49.92", "1 2 3 4 5 6 7 8", "010-88888888", "4008000000", "192.168.10.100",
    "一二三四五", "1595174399000", "2020-07-19T12:00:00-05:00", "1****************5", "138****0000",
    "T20200812-0001 BV20200812-000123K T20200812-0002",
  ])
  func `what belongs to nobody stays as it is`(text: String) {
    #expect(PersonalData.mask(text).masked == text)
    #expect(PersonalData.find(in: text).isEmpty)
  }

  @Test(arguments: ["913502990999001069", "51440399509900028", "T20200812-00012345678"])
  func `what only resembles a public number is masked`(text: String) {
    #expect(!PersonalData.find(in: text).isEmpty)
  }

  static let numbers = [
    "110199199003150025", "33019920000229017X", "110199199003150024", "110199900315002",
    "6222020200001234", "6222020200001234567", "13800000000", "19912345678",
  ]

  static let separators = [
    "", " ", "-", ".", "·", "\u{3000}", "\u{200B}", "\u{FEFF}", "\u{A0}", "  ", " - ", "–", "．",
    "－",
    "\u{2060}", "\t",
  ]

  @Test(arguments: numbers, separators)
  func `no run of five characters survives in any written form`(number: String, separator: String) {
    for sizes in [
      [6, 8, 4], [3, 4, 4], [4, 4, 4, 4, 4], [1], [2], [5], [6, 4, 2, 2, 4], [7, 4],
    ] {
      for context in ["", "我的号码是", "no. ", "：", "abc"] {
        let text = context + split(number, sizes, separator) + "，谢谢"
        for form in [text, fullWidth(text)] { expectHidden(number, in: form) }
      }
    }
  }

  @Test(arguments: ["/", ",", "，", "_", "、", ":", "/ "])
  func `loose signs hide nothing that has the shape of a number`(separator: String) {
    for (number, sizes) in [
      ("110199199003150025", [6, 8, 4]), ("110199199003150025", [1]),
      ("33019920000229017X", [6, 8, 4]),
      ("13800000000", [3, 4, 4]), ("6222020200001234567", [4]),
    ] {
      expectHidden(number, in: "号" + split(number, sizes, separator) + "。")
    }
  }

  @Test(arguments: numbers)
  func `masking twice changes nothing more`(number: String) {
    let once = PersonalData.mask("a \(number) b").masked
    #expect(PersonalData.mask(once).masked == once)
  }

  @Test func `the range is the number's own`() throws {
    let text = "身份证：110199 19900315 0025！"
    let number = try #require(PersonalData.find(in: text).first)
    #expect(text[number.range] == "110199 19900315 0025")
  }

  @Test(arguments: [
    "1", "1 ", "138 0000 0000 ", "1,", "/1-", "110199 19900315 0025 ", "BV20200812-000123K ", "O1",
    "1X", "2020-07-19 ", "6222,0202,0000,",
  ])
  func `a number behind 64 KiB of anything is still found`(unit: String) {
    let line = String(repeating: unit, count: 65_500 / unit.utf8.count)
    let found = PersonalData.find(in: line + "号码13912345678号")
    #expect(found.last?.masked == "139****5678")
  }

  private func split(_ number: String, _ sizes: [Int], _ separator: String) -> String {
    var parts: [String] = []
    var rest = Substring(number)
    var place = 0
    while !rest.isEmpty {
      let size = sizes[min(place, sizes.count - 1)]
      parts.append(String(rest.prefix(size)))
      rest = rest.dropFirst(size)
      place += 1
    }
    return parts.joined(separator: separator)
  }

  private func fullWidth(_ text: String) -> String {
    String(
      scalars: text.unicodeScalars.map {
        $0.digit == nil ? $0 : Unicode.Scalar($0.value + 0xFEE0) ?? $0
      })
  }

  private func expectHidden(_ number: String, in text: String) {
    let shown = PersonalData.mask(text).masked.unicodeScalars.filter { !$0.isInvisible }
      .map(\.halfWidth).filter { $0.digit != nil || $0 == "X" || $0 == "*" }
    let digits = Array(number.unicodeScalars)
    // `138****0000` shows up to four of the number's characters in a row.
    for start in 0...(digits.count - 5) {
      let run = Array(digits[start..<start + 5])
      let survives = shown.indices.dropLast(4).contains { Array(shown[$0..<$0 + 5]) == run }
      #expect(!survives, "\(text) shows \(String(scalars: shown))")
    }
  }
}
