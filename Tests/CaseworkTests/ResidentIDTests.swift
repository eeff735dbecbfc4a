import Policy
import Testing

@testable import Casework

/// GB 11643-1999: every row of both tables.
@Suite struct ResidentIDTests {
  static let valid: [(String, Int, Int, Int)] = [
    ("110199199003150025", 1990, 3, 15), ("320199198507200131", 1985, 7, 20),
    ("650199199211050243", 1992, 11, 5), ("33019920000229017X", 2000, 2, 29),
    ("440399200207200357", 2002, 7, 20), ("510199200407200463", 2004, 7, 20),
    ("420199200407210512", 2004, 7, 21), ("37029919780101003X", 1978, 1, 1),
    ("350299198812310020", 1988, 12, 31),
  ]

  static let invalid: [(String, ResidentIDRefusal)] = [
    ("110199199003150024", .checkCharacter), ("110199199103150025", .checkCharacter),
    ("320199198570200131", .birthDate), ("110199199102290023", .birthDate),
    ("110199199013310029", .birthDate), ("11019919900315002", .length(17)),
    ("1101991990031500250", .length(19)), ("990199199003150029", .foreignPermanentResidence),
    ("O10199199003150025", .notADigit(position: 1)), ("110199202007210026", .bornInFuture),
    ("11019919900315002*", .lastMayBeX), ("110199900315002", .firstGeneration),
    ("110199199003150205", .checkCharacter), ("110199189903150021", .bornBefore1900),
  ]

  @Test(arguments: valid)
  func `a valid number is taken with its date of birth`(
    text: String, year: Int, month: Int, day: Int
  ) throws {
    let id = try ResidentID.parse(text, today: cutoffDay).get()
    #expect(id.text == text)
    #expect(id.birthDate == CivilDate(year: year, month: month, day: day))
  }

  @Test(arguments: invalid)
  func `the first failing check is the one reported`(text: String, refusal: ResidentIDRefusal) {
    #expect(ResidentID.parse(text, today: cutoffDay) == .failure(refusal))
  }

  @Test(arguments: [
    ("", ResidentIDRefusal.empty), (" 　", .empty), ("身份证号:", .empty),
    ("11019919900315002\u{425}", .lastMayBeX), ("11019919900315002\u{3A7}", .lastMayBeX),
    ("11019919900315002×", .lastMayBeX), ("11019919900315002A", .lastCharacter),
    ("11019919900315002٣", .lastCharacter), ("1101991990031500三5", .notADigit(position: 17)),
    ("160199199003150025", .province), ("710199199003150025", .residencePermit),
    ("810199199003150025", .residencePermit), ("820199199003150025", .residencePermit),
    ("830199199003150025", .residencePermit), ("11019990031500X", .length(15)),
    ("不想说", .length(3)),
  ])
  func `other ways to be wrong have their own words`(text: String, refusal: ResidentIDRefusal) {
    #expect(ResidentID.parse(text, today: cutoffDay) == .failure(refusal))
  }

  @Test(arguments: [
    "１１０１９９１９９００３１５００２５", "110199 19900315 0025", "110199-19900315-0025",
    "身份证号:110199199003150025", "我的身份证号是 110199199003150025。", "ID: 110199199003150025",
    "110199\u{200B}199003150025", "　110199\u{A0}199003150025\u{FEFF}",
  ])
  func `it is normalised before any check`(text: String) throws {
    #expect(try ResidentID.parse(text, today: cutoffDay).get().text == "110199199003150025")
  }

  @Test(arguments: ["33019920000229017x", "33019920000229017ｘ", "33019920000229017Ｘ"])
  func `a small or full-width x is X`(text: String) throws {
    #expect(try ResidentID.parse(text, today: cutoffDay).get().text == "33019920000229017X")
  }

  @Test func `a birth is in the future only after the day of the check`() throws {
    let text = "110199202007210026"
    let before = try #require(CivilDate(year: 2020, month: 7, day: 20))
    let on = try #require(CivilDate(year: 2020, month: 7, day: 21))
    let after = try #require(CivilDate(year: 2020, month: 7, day: 22))
    #expect(ResidentID.parse(text, today: before) == .failure(.bornInFuture))
    #expect(ResidentID.parse(text, today: on) != .failure(.bornInFuture))
    #expect(ResidentID.parse(text, today: after) != .failure(.bornInFuture))
  }

  @Test func `neither printing nor dumping shows more than the ends`() throws {
    let id = try ResidentID.parse("110199199003150025", today: cutoffDay).get()
    var dumped = ""
    dump(id, to: &dumped)
    #expect(id.masked == "1****************5")
    #expect("\(id)" == id.masked)
    #expect(String(reflecting: id) == id.masked)
    #expect(!dumped.contains("10199") && !dumped.contains("1990"))
  }

  @Test func `only the permits of S25 go to an agent`() {
    let handed = Self.invalid.filter { $0.1.handsOverFor != nil }.map(\.1)
    #expect(handed == [.foreignPermanentResidence])
    #expect(ResidentIDRefusal.residencePermit.handsOverFor == "S25")
  }
}
