import Testing

@testable import Casework

/// Every example.
@Suite struct PersonNameTests {
  @Test(arguments: [
    ("林小满", "林小满"), ("欧阳娜娜样例", "欧阳娜娜样例"), ("阿依夏·买买提", "阿依夏·买买提"), ("阿依夏•买买提", "阿依夏·买买提"),
    ("㼆㼆", "㼆㼆"), ("买买提·吐尔逊·阿不都热合曼样例", "买买提·吐尔逊·阿不都热合曼样例"), ("阿依夏‧买买提", "阿依夏·买买提"),
    ("阿依夏・买买提", "阿依夏·买买提"), ("阿依夏･买买提", "阿依夏·买买提"), ("阿依夏∙买买提", "阿依夏·买买提"),
    ("阿依夏⋅买买提", "阿依夏·买买提"), ("阿依夏.买买提", "阿依夏·买买提"), ("阿依夏。买买提", "阿依夏·买买提"),
    ("\u{20000}\u{20001}", "\u{20000}\u{20001}"), ("李〇", "李〇"), (" 林 小满 ", "林小满"),
    ("我叫林小满", "林小满"), ("姓名：林小满", "林小满"), ("林小满。", "林小满"), ("張大力", "張大力"),
  ])
  func `a full name is taken with its dots normalised`(text: String, name: String) throws {
    #expect(try PersonName.parse(text).get().text == name)
  }

  @Test(arguments: [
    ("王", PersonNameRefusal.tooShort), ("·买买提", .dot), ("买买提··", .dot), ("买·· 提", .dot),
    ("王先生", .honorific), ("欧阳女士", .honorific), ("王总", .honorific), ("李姐", .honorific),
    ("Tom Lee", .latin), ("王3", .character), ("😀王", .character), ("王Lee", .character), ("", .empty),
    ("不想说", .notAName), ("王٣", .character), ("姓名：", .empty),
    (String(repeating: "林", count: 31), .tooLong),
  ])
  func `everything else has its reason`(text: String, refusal: PersonNameRefusal) {
    #expect(PersonName.parse(text) == .failure(refusal))
  }

  @Test func `two and thirty characters are names`() throws {
    #expect(try PersonName.parse(String(repeating: "林", count: 30)).get().text.count == 30)
    #expect(try PersonName.parse("孙玉").get().text == "孙玉")
  }

  @Test func `traditional and simplified are not the same name`() throws {
    #expect(try PersonName.parse("張大力").get() != PersonName.parse("张大力").get())
  }

  @Test func `it shows the first character and two stars`() throws {
    #expect(try PersonName.parse("林小满").get().masked == "林**")
    #expect(try PersonName.parse("孙玉").get().masked == "孙**")
    #expect(try "\(PersonName.parse("阿依夏·买买提").get())" == "阿**")
  }

  @Test func `a Latin name goes to an agent`() {
    #expect(PersonNameRefusal.latin.handsOverFor == "S25")
    #expect(PersonNameRefusal.tooShort.handsOverFor == nil)
  }
}
