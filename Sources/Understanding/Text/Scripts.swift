/// Other ways in which a Chinese message can be written: traditional characters, pinyin, and
/// characters that sound alike. It is the tables of the matcher, read backwards.
public struct Scripts: Sendable {
  private let table = CharacterTable.shared
  /// The traditional character by its simplified one.
  private let traditional: [UInt32: UInt32]
  /// The simplified characters by the number of their syllable, in the order of Unicode.
  private let alike: [[Unicode.Scalar]]

  /// Characters that the table also knows as simplified forms, but that are written so in
  /// traditional texts too: 回 is hardly ever 迴.
  private static let kept =
    "局私杰家佣克念吃伙娘吊折教旗杆泄凌床抵皂杯困灶群玩托志咨噪逾回游腌糖扣巨合只秋千出修致注同才布占升真搜核查"
    + "向系台面拼挂抬酸矩戚喂哄糊冬累周制表"
  /// The usual one, where several traditional characters became one simplified one.
  private static let usual =
    "淨別匯廁歷啟嘗惡當團夾獎歲錄徑術殼毀衝為煙獲產畫眾豎綠線繞罵館藥證說讚跡針鐘鑽錘鎮閒閱雞須顏麼裡幹豐係舖"

  /// Reads the tables backwards; some milliseconds.
  public init() {
    var traditional: [UInt32: UInt32] = [:]
    var alike = [[Unicode.Scalar]](repeating: [], count: table.syllables.count)
    for scalar in CharacterTable.low..<CharacterTable.high {
      let simple = UInt32(table.simplified[Int(scalar - CharacterTable.low)])
      if simple != scalar, traditional[simple] == nil { traditional[simple] = scalar }
      let number = table.number(of: scalar)
      if number != CharacterTable.unread, let scalar = Unicode.Scalar(scalar) {
        alike[Int(number)].append(scalar)
      }
    }
    for scalar in Self.usual.unicodeScalars {
      let simple = UInt32(table.simplified[Int(scalar.value - CharacterTable.low)])
      if simple != scalar.value { traditional[simple] = scalar.value }
    }
    for scalar in Self.kept.unicodeScalars { traditional[scalar.value] = nil }
    self.traditional = traditional
    self.alike = alike
  }

  /// `text` in traditional characters, the usual one where there are several.
  public func traditional(of text: String) -> String {
    var written = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      written.append(traditional[scalar.value].flatMap(Unicode.Scalar.init) ?? scalar)
    }
    return String(written)
  }

  /// The toneless reading of a Chinese character of either script, ü as v; nil when there is none.
  public func reading(of character: Unicode.Scalar) -> String? {
    number(of: character).map { table.syllables[$0] }
  }

  /// The simplified characters that are read like `character`, itself left out, in the order of
  /// Unicode; rare ones among them.
  public func homophones(of character: Unicode.Scalar) -> [Unicode.Scalar] {
    guard let number = number(of: character) else { return [] }
    let simple = simplified(character.value)
    return alike[number].filter { $0.value != simple }
  }

  private func number(of character: Unicode.Scalar) -> Int? {
    let number = table.number(of: simplified(character.value))
    return number == CharacterTable.unread ? nil : Int(number)
  }

  private func simplified(_ scalar: UInt32) -> UInt32 {
    guard scalar >= CharacterTable.low, scalar < CharacterTable.high else { return scalar }
    return UInt32(table.simplified[Int(scalar - CharacterTable.low)])
  }
}
