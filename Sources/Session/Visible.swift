/// Makes text safe for a terminal: what a terminal would act on is shown instead.
///
/// Everything that leaves the program passes here: messages, the pack's texts, file names, errors.
public enum Visible {
  /// `text` with every control character (C0, DEL, C1), bidirectional control and zero-width
  /// character written as `⟨U+202E⟩`, and NUL as `␀`. Line feed and tab stay.
  public static func filter(_ text: String) -> String {
    if isSafe(text) { return text }
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if scalar.value == 0 {
        out.append("␀")
      } else if isUnsafe(scalar) {
        out.append(contentsOf: name(of: scalar).unicodeScalars)
      } else {
        out.append(scalar)
      }
    }
    return String(out)
  }

  /// Whether `filter` would leave `text` as it is.
  static func isSafe(_ text: String) -> Bool {
    // Most texts hold no byte that an unsafe scalar begins with, and need not be decoded.
    let mayBeUnsafe = text.utf8.contains { byte in
      switch byte {
      case 0x09, 0x0A: false
      case 0x00...0x1F, 0x7F, 0xC2, 0xD8, 0xE1, 0xE2, 0xEF, 0xF3: true
      case _: false
      }
    }
    return !mayBeUnsafe || !text.unicodeScalars.contains(where: isUnsafe)
  }

  /// Whether a terminal might act on `scalar`, or show nothing for it.
  static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A: false
    case 0x00...0x1F, 0x7F...0x9F: true
    case 0..<0xAD: false
    case 0xAD, 0x061C, 0x180E, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F: true
    case 0xFEFF, 0xFFF9...0xFFFB, 0xE0000...0xE0FFF: true
    case _: false
    }
  }

  private static func name(of scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "⟨U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "⟩"
  }
}
