/// The shapes of characters that fields and the search for personal data tell apart.
///
/// `Character.isNumber` and `isWholeNumber` are true of 三, ٣ and ½, so every set here is listed
///.
extension Unicode.Scalar {
  /// This character's half-width form: what NFKC makes of full-width letters, signs and digits, and
  /// of the styled digits (①, ², 𝟗); every other character is itself.
  var halfWidth: Unicode.Scalar {
    switch value {
    case 0x00...0x7F: self
    case 0xFF01...0xFF5E: ascii(value - 0xFEE0)
    case 0x3000: " "
    case 0x1D7CE...0x1D7FF: ascii(0x30 + (value - 0x1D7CE) % 10)
    case 0x1FBF0...0x1FBF9: ascii(0x30 + value - 0x1FBF0)
    case 0x2460...0x2468: ascii(0x31 + value - 0x2460)
    case 0x24EA, 0x2070, 0x2080: "0"
    case 0x2074...0x2079: ascii(0x30 + value - 0x2070)
    case 0x2081...0x2089: ascii(0x30 + value - 0x2080)
    case 0xB9: "1"
    case 0xB2: "2"
    case 0xB3: "3"
    case _: self
    }
  }

  /// The value of an ASCII digit, 0…9; nil for everything else, 三 and ٣ among it.
  var digit: Int? { (0x30...0x39).contains(value) ? Int(value) - 0x30 : nil }

  /// Whether this is an ASCII letter.
  var isLatinLetter: Bool {
    (0x41...0x5A).contains(value) || (0x61...0x7A).contains(value)
  }

  /// The capital of an ASCII letter; every other character is itself.
  var capital: Unicode.Scalar { (0x61...0x7A).contains(value) ? ascii(value - 0x20) : self }

  /// The small form of an ASCII letter; every other character is itself.
  var small: Unicode.Scalar { (0x41...0x5A).contains(value) ? ascii(value + 0x20) : self }

  /// Whether this is white space, full width and no-break included.
  var isBlank: Bool {
    switch value {
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F,
      0x3000, 0x3164:
      true
    case _: false
    }
  }

  /// Whether this takes no room of its own: zero-width and direction marks, controls, the selectors
  /// and the frame of which a keycap emoji is made, combining marks.
  var isInvisible: Bool {
    switch value {
    case 0x00...0x08, 0x0E...0x1F, 0x7F...0x84, 0x86...0x9F, 0xAD, 0x0300...0x036F, 0x061C,
      0x180B...0x180E, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0x20D0...0x20F0, 0x2400,
      0xFE00...0xFE0F, 0xFEFF, 0xFFF9...0xFFFB, 0xE0000...0xE0FFF:
      true
    case _: false
    }
  }

  /// Whether this is a hyphen, a dash or a minus, full width included.
  var isHyphen: Bool {
    switch value {
    case 0x2D, 0x2010...0x2015, 0x2043, 0x2212, 0x30FC, 0xFE58, 0xFE63, 0xFF0D: true
    case _: false
    }
  }

  /// Whether people type this for a name's middle dot.
  var isMiddleDot: Bool {
    switch value {
    case 0xB7, 0x2022, 0x2027, 0x30FB, 0xFF65, 0x2219, 0x22C5: true
    case _: false
    }
  }

  /// Whether this is a full stop: `.` or `。`, full and half width.
  var isFullStop: Bool {
    switch value {
    case 0x2E, 0x3002, 0xFF0E, 0xFF61: true
    case _: false
    }
  }

  /// Whether this is a Han character: all CJK blocks with their extensions, the compatibility
  /// blocks, and 〇 U+3007.
  var isHan: Bool {
    switch value {
    case 0x3007, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x2A6DF,
      0x2A700...0x2EE5D, 0x2F800...0x2FA1F, 0x30000...0x323AF:
      true
    case _: false
    }
  }

  private func ascii(_ code: UInt32) -> Unicode.Scalar { Unicode.Scalar(UInt8(code & 0x7F)) }
}
