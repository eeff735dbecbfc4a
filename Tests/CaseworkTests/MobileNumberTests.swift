import Testing

@testable import Casework

/// Every example, and the forms in which people write them.
@Suite struct MobileNumberTests {
  @Test(arguments: [
    ("13800000000", "13800000000"), ("15900000001", "15900000001"), ("19912345678", "19912345678"),
    ("+86 138-0000-0000", "13800000000"), ("１３８０００００００１", "13800000001"),
    ("8617700000002", "17700000002"), ("008613800000000", "13800000000"),
    ("手机号：138 0000 0000", "13800000000"), ("(+86)13800000000", "13800000000"),
    ("my phone number is 13800000000", "13800000000"), ("13800000000。", "13800000000"),
  ])
  func `a mobile number is taken`(text: String, digits: String) throws {
    #expect(try MobileNumber.parse(text).get().text == digits)
  }

  @Test(arguments: [
    ("12800000000", MobileNumberRefusal.prefix), ("1380000000", .length(10)),
    ("138000000000", .length(12)), ("02112345678", .landline), ("010-88888888", .landline),
    ("4008000000", .landline), ("+852 91234567", .abroad), ("1３abc", .notDigits),
    ("13８0000000٣", .notDigits), ("我的手机", .empty), ("", .empty), ("没有", .notDigits),
    ("+1 415 555 0100", .abroad), ("23800000000", .prefix), ("86138000000", .prefix),
  ])
  func `everything else has its reason`(text: String, refusal: MobileNumberRefusal) {
    #expect(MobileNumber.parse(text) == .failure(refusal))
  }

  @Test func `it shows three digits and four`() throws {
    let number = try MobileNumber.parse("19912345678").get()
    #expect(number.masked == "199****5678")
    #expect("\(number)" == number.masked)
  }

  @Test func `only a number from abroad needs an agent`() {
    #expect(MobileNumberRefusal.abroad.needsAgent)
    #expect(!MobileNumberRefusal.landline.needsAgent)
  }
}
