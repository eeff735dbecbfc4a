import Testing

@testable import Understanding

@Suite struct ScriptsTests {
  static let scripts = Scripts()

  @Test(arguments: [
    ("蓝V认证费用多少钱", "藍V認證費用多少錢"), ("回家以后只说了一句", "回家以後只說了一句"),
    ("老板发货", "老闆發貨"), ("怎么办，里面有吗", "怎麼辦，裡面有嗎"), ("how much", "how much"), ("", ""),
  ])
  func `Simplified characters become the usual traditional ones`(
    _ text: String, _ traditional: String
  ) {
    #expect(Self.scripts.traditional(of: text) == traditional)
  }

  @Test func `Every traditional character folds back to the simplified one`() {
    let table = CharacterTable.shared
    for scalar in CharacterTable.low..<CharacterTable.high {
      guard let scalar = Unicode.Scalar(scalar) else { continue }
      let text = String(Character(scalar))
      let simple = Normaliser().normalise(text)
      #expect(Normaliser().normalise(Self.scripts.traditional(of: simple)) == simple)
    }
    #expect(table.syllables.count > 400)
  }

  @Test(
    arguments: [
      ("驻", "zhu"), ("住", "zhu"), ("證", "zheng"), ("绿", "lv"), ("V", nil), ("，", nil),
    ] as [(Unicode.Scalar, String?)])
  func `A character of either script has a toneless reading`(
    _ character: Unicode.Scalar, _ reading: String?
  ) {
    #expect(Self.scripts.reading(of: character) == reading)
  }

  @Test func `Homophones are read alike, and the character itself is none`() {
    let found = Self.scripts.homophones(of: "驻")
    #expect(found.contains("住") && found.contains("注") && !found.contains("驻"))
    #expect(found.allSatisfy { Self.scripts.reading(of: $0) == "zhu" })
    #expect(Self.scripts.homophones(of: "駐") == found)
    #expect(Self.scripts.homophones(of: "V") == [])
  }
}
