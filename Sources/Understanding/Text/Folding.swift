/// The folding of single scalars that are neither ASCII nor Chinese characters.
enum Folding {
  /// Stands for a scalar that leaves nothing behind.
  static let nothing: UInt32 = 0
  /// From here on a result holds two ASCII letters in its two low bytes.
  static let several: UInt32 = 0x8000_0000

  /// The folded scalar, `nothing`, or two letters marked by `several`.
  static func fold(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0xFF01...0xFF5E: return lower(scalar - 0xFEE0)
    case 0xFFE5: return 0xA5
    case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF, 0xFE00...0xFE0F,
      0xE0000...0xE0FFF, 0x300...0x36F:
      return nothing
    case 0x80...0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000, 0xFFFC,
      0xFFFD,
      0xE000...0xF8FF, 0x20E3, 0x2600...0x27BF, 0x2B00...0x2BFF, 0x1F000...0x1FAFF:
      return 0x20
    case 0x2018, 0x2019, 0x201B, 0x2032, 0x02BC: return 0x27
    case 0x201C, 0x201D, 0x2033: return 0x22
    case 0xC0...0x17F, 0x1CD...0x1DC: return latin(scalar)
    case 0x2070, 0x2074...0x2079: return scalar - 0x2070 + 0x30
    case 0xB9: return 0x31
    case 0xB2, 0xB3: return scalar - 0xB0 + 0x30
    case 0x2080...0x2089: return scalar - 0x2080 + 0x30
    case 0x2460...0x2468: return scalar - 0x2460 + 0x31
    case 0x24B6...0x24CF: return scalar - 0x24B6 + 0x61
    case 0x24D0...0x24E9: return scalar - 0x24D0 + 0x61
    case 0x2160, 0x2170: return 0x69
    case 0x2164, 0x2174: return 0x76
    case 0x2169, 0x2179: return 0x78
    case 0x1D400...0x1D6A3: return letter((scalar - 0x1D400) % 52)
    case 0x1D7CE...0x1D7FF: return (scalar - 0x1D7CE) % 10 + 0x30
    case 0x180...0x1FFF: return other(scalar)
    default: return scalar
    }
  }

  private static func lower(_ ascii: UInt32) -> UInt32 {
    ascii >= 0x41 && ascii <= 0x5A ? ascii | 0x20 : ascii
  }

  private static func letter(_ place: UInt32) -> UInt32 { place % 26 + 0x61 }

  /// The letter below a mark; ü, with a tone or without, stays as v behind no matter what, as it is typed.
  private static func latin(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0xC6, 0xE6: return pair(0x61, 0x65)
    case 0xDF: return pair(0x73, 0x73)
    case 0xD7, 0xF7: return 0x20
    case 0x152, 0x153: return pair(0x6F, 0x65)
    case 0x1D5...0x1DC: return 0x76
    case 0xD8, 0xF8: return 0x6F
    default: break
    }
    guard let scalar = Unicode.Scalar(scalar) else { return scalar }
    // The first scalar of the decomposed form is the letter below the mark.
    let base = marks[scalar.value] ?? scalar.value
    return base
  }

  private static func pair(_ first: UInt32, _ second: UInt32) -> UInt32 {
    several | first << 8 | second
  }

  private static func other(_ scalar: UInt32) -> UInt32 {
    guard let scalar = Unicode.Scalar(scalar) else { return nothing }
    let lower = scalar.properties.lowercaseMapping.unicodeScalars
    return lower.count == 1 ? (lower.first ?? scalar).value : scalar.value
  }

  /// Latin letters with marks, behind the letter below.
  private static let marks: [UInt32: UInt32] = {
    var marks: [UInt32: UInt32] = [:]
    let groups = [
      "aÀÁÂÃÄÅàáâãäåĀāĂăĄąǍǎ", "cÇçĆćĈĉĊċČč", "dĎďĐđ", "eÈÉÊËèéêëĒēĔĕĖėĘęĚě", "gĜĝĞğĠġĢģ", "hĤĥĦħ",
      "iÌÍÎÏìíîïĨĩĪīĬĭĮįİıǏǐ", "jĴĵ", "kĶķ", "lĹĺĻļĽľĿŀŁł", "nÑñŃńŅņŇňŉ", "oÒÓÔÕÖòóôõöŌōŎŏŐőǑǒ",
      "rŔŕŖŗŘř",
      "sŚśŜŝŞşŠš", "tŢţŤťŦŧ", "uÙÚÛÜùúûüŨũŪūŬŭŮůŰűŲųǓǔ", "wŴŵ", "yÝýÿŶŷŸ", "zŹźŻżŽž",
    ]
    for group in groups {
      var letters = group.unicodeScalars.makeIterator()
      guard let base = letters.next() else { continue }
      while let letter = letters.next() { marks[letter.value] = base.value }
    }
    return marks
  }()
}
