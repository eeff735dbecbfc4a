import Testing

@testable import Casework

/// GB 32100-2015: every row of both tables, and the standard's own specimen.
@Suite struct CreditCodeTests {
  static let valid: [(String, CreditCodeHolder)] = [
    ("91110199MA0TE5T16Y", .company), ("91320199MA1DEM0K05", .company),
    ("92650199MA7GUJ8N9T", .soleTrader), ("93330199MA2QRTUW3T", .cooperative),
    ("91370299MA3XYABC3H", .company), ("913502990999000169", .company),
    ("51440399509900028J", .association), ("91320199MA8T004970", .company),
    ("91350100M000100Y43", .company),
  ]

  static let invalid: [(String, CreditCodeRefusal)] = [
    ("91110199MA0TE5T160", .checkCharacter), ("91110199MA0TE5T1Y6", .checkCharacter),
    ("9132O199MA1DEM0K05", .letterNotUsed("O", position: 5, offer: "91320199MA1DEM0K05")),
    ("9I320199MA1DEM0K05", .letterNotUsed("I", position: 2, offer: "91320199MA1DEM0K05")),
    ("9135029909990001Z9", .letterNotUsed("Z", position: 17, offer: nil)),
    ("91110199MA0TE5T16", .length(17)), ("91110199MA0TE5T16Y0", .length(19)),
    ("31110199MA0TE5T165", .rareDepartment), ("9111A199MA0TE5T16T", .region(position: 5)),
    ("91320199MB1DEM0K05", .checkCharacter), ("110199000012345", .registrationNumber),
    ("913502990999001069", .checkCharacter),
    ("91350100M000100Y4Z", .letterNotUsed("Z", position: 18, offer: nil)),
  ]

  @Test(arguments: valid)
  func `a valid code is taken and names its holder`(text: String, holder: CreditCodeHolder) throws {
    let code = try CreditCode.parse(text).get()
    #expect(code.text == text)
    #expect(code.holder == holder)
    #expect(code.organisationCodeAgrees)
  }

  @Test(arguments: invalid)
  func `the first failing check is the one reported`(text: String, refusal: CreditCodeRefusal) {
    #expect(CreditCode.parse(text) == .failure(refusal))
  }

  @Test(arguments: [
    ("", CreditCodeRefusal.empty), ("代码是", .empty), ("多少钱", .length(3)),
    ("9V320199MA1DEM0K05", .letterNotUsed("V", position: 2, offer: nil)),
    ("9132O199MA1DEMOK05", .letterNotUsed("O", position: 5, offer: nil)),
    ("91320199云A1DEM0K05", .character(position: 9)),
  ])
  func `other ways to be wrong have their own words`(text: String, refusal: CreditCodeRefusal) {
    #expect(CreditCode.parse(text) == .failure(refusal))
  }

  @Test(arguments: [
    "统一社会信用代码：91110199MA0TE5T16Y", "代码是91110199ma0te5t16y", "９１１１０１９９ＭＡ０ＴＥ５Ｔ１６Ｙ",
    "91110199 MA0TE5T1 6Y", "91110199-MA0TE5T16-Y",
  ])
  func `it is normalised before any check`(text: String) throws {
    #expect(try CreditCode.parse(text).get().text == "91110199MA0TE5T16Y")
  }

  @Test func `a wrong organisation code is only a warning`() throws {
    #expect(try !CreditCode.parse("91110199MA0TE5T11F").get().organisationCodeAgrees)
  }

  @Test func `valid is not yet eligible`() throws {
    #expect(try CreditCode.parse("91110199MA0TE5T16Y").get().holder.silent == nil)
    #expect(try CreditCode.parse("92650199MA7GUJ8N9T").get().holder.silent == "S24")
    #expect(CreditCodeHolder(prefix: "12") == .publicInstitution)
    #expect(CreditCodeHolder(prefix: "Y1").silent == "S24")
    #expect(CreditCodeRefusal.rareDepartment.handsOverFor == "S24")
  }
}
