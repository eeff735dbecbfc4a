/// A name with its accents composed (NFC) and decomposed (NFD, as macOS hands it out): é, ü, が, 한.
///
/// The standard library compares texts canonically and offers no normal forms, and Foundation stays
/// out of the core. So the table is found by that very comparison: é is what equals e with an accent.
/// It holds Latin letters and kana; Hangul is arithmetic (Unicode, section 3.12).
enum CanonicalForm {
  /// `text` in as few characters as can be.
  static func composed(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { mark($0) || isJamo($0) }) else { return text }
    var scalars: [Unicode.Scalar] = []
    for character in text {
      let parts = Array(character.unicodeScalars)
      if parts.count > 1, let whole = syllable(parts) ?? table.wholes[String(character)] {
        scalars.append(whole)
      } else {
        scalars += parts
      }
    }
    return String(scalars: scalars)
  }

  /// `text` with every accent as a character of its own.
  static func decomposed(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isWhole) else { return text }
    return String(
      scalars: text.unicodeScalars.flatMap { scalar in
        jamo(scalar) ?? table.parts[scalar] ?? [scalar]
      })
  }

  // MARK: The table

  private struct Table {
    var wholes: [String: Unicode.Scalar] = [:]
    var parts: [Unicode.Scalar: [Unicode.Scalar]] = [:]
  }

  private static let ranges: [ClosedRange<UInt32>] = [
    0xC0...0x24F, 0x1E00...0x1EFF, 0x3046...0x309E, 0x30A6...0x30FE,
  ]
  private static let marks: [Unicode.Scalar] =
    ([0x300...0x30C, 0x30F...0x311, 0x31B...0x31B, 0x323...0x331, 0x3099...0x309A]
    as [ClosedRange<UInt32>])
    .flatMap { $0.compactMap(Unicode.Scalar.init) }

  /// Some 20,000 comparisons, made when the first such name is met.
  private static let table: Table = {
    var table = Table()
    let wholes = ranges.flatMap { $0.compactMap(Unicode.Scalar.init) }
    for whole in wholes { table.wholes[String(whole)] = whole }
    let letters = ((0x41...0x5A) as ClosedRange<UInt32>).flatMap { [$0, $0 + 0x20] }
    var bases = letters.compactMap(Unicode.Scalar.init) + ["Æ", "æ", "Ø", "ø", "Ʒ", "ʒ", "ſ"]
    bases += wholes.filter { $0.value >= 0x3000 }
    // Twice, for two accents: ế is ê with another one.
    for _ in 0..<2 {
      var next: [Unicode.Scalar] = []
      for base in bases {
        for mark in marks where (mark.value >= 0x3000) == (base.value >= 0x3000) {
          guard let whole = table.wholes[String(scalars: [base, mark])], whole != base,
            table.parts[whole] == nil
          else { continue }
          let parts = (table.parts[base] ?? [base]) + [mark]
          // Canonical order: a mark below the letter goes before one above it.
          table.parts[whole] = parts.sorted { order($0) < order($1) }
          next.append(whole)
        }
      }
      bases = next
    }
    return table
  }()

  private static func order(_ scalar: Unicode.Scalar) -> UInt8 {
    scalar.properties.canonicalCombiningClass.rawValue
  }

  private static func mark(_ scalar: Unicode.Scalar) -> Bool {
    (0x300...0x331).contains(scalar.value) || (0x3099...0x309A).contains(scalar.value)
  }

  private static func isWhole(_ scalar: Unicode.Scalar) -> Bool {
    ranges.contains { $0.contains(scalar.value) } || (0xAC00...0xD7A3).contains(scalar.value)
  }

  // MARK: Hangul

  private static func isJamo(_ scalar: Unicode.Scalar) -> Bool {
    (0x1161...0x1175).contains(scalar.value) || (0x11A8...0x11C2).contains(scalar.value)
  }

  private static func syllable(_ parts: [Unicode.Scalar]) -> Unicode.Scalar? {
    guard parts.count <= 3, (0x1100...0x1112).contains(parts[0].value),
      (0x1161...0x1175).contains(parts[1].value)
    else { return nil }
    let tail = parts.count == 3 ? parts[2].value : 0x11A7
    guard (0x11A7...0x11C2).contains(tail) else { return nil }
    let index = ((parts[0].value - 0x1100) * 21 + parts[1].value - 0x1161) * 28 + tail - 0x11A7
    return Unicode.Scalar(0xAC00 + index)
  }

  private static func jamo(_ scalar: Unicode.Scalar) -> [Unicode.Scalar]? {
    guard (0xAC00...0xD7A3).contains(scalar.value) else { return nil }
    let index = scalar.value - 0xAC00
    let codes = [0x1100 + index / 588, 0x1161 + index % 588 / 28, 0x11A7 + index % 28]
    return codes.filter { $0 != 0x11A7 }.compactMap(Unicode.Scalar.init)
  }
}
