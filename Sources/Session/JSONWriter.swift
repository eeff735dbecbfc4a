/// Writes JSON (RFC 8259) into bytes: members in the order in which they are written, CJK as it is.
public struct JSONWriter: Sendable {
  /// What has been written so far.
  public private(set) var bytes: [UInt8] = []
  private var needsComma = false

  /// A writer that has written nothing.
  public init() { bytes.reserveCapacity(1024) }

  /// Writes `{`, what `body` writes, and `}`.
  public mutating func object(_ body: (inout JSONWriter) -> Void) { nested("{", "}", body) }

  /// Writes an array of what `element` writes for each of `values`.
  public mutating func array<Values: Sequence>(
    _ values: Values, _ element: (inout JSONWriter, Values.Element) -> Void
  ) {
    nested("[", "]") { writer in
      for value in values { element(&writer, value) }
    }
  }

  /// Writes a member's name.
  public mutating func name(_ name: String) {
    value(name)
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  /// Writes a member with a text; nil as `null`.
  public mutating func member(_ name: String, _ text: String?) {
    self.name(name)
    if let text { value(text) } else { null() }
  }

  /// Writes a member with a whole number; nil as `null`.
  public mutating func member(_ name: String, _ number: Int?) {
    self.name(name)
    if let number { raw(String(number)) } else { null() }
  }

  /// Writes a member with a truth value.
  public mutating func member(_ name: String, _ isTrue: Bool) {
    self.name(name)
    raw(isTrue ? "true" : "false")
  }

  /// Writes `null`.
  public mutating func null() { raw("null") }

  /// Writes a number or a literal that is already JSON.
  public mutating func raw(_ text: String) {
    comma()
    bytes.append(contentsOf: text.utf8)
  }

  /// Writes a text.
  public mutating func value(_ text: String) {
    comma()
    bytes.append(UInt8(ascii: "\""))
    if Visible.isSafe(text) {
      write(text.utf8)
    } else {
      for scalar in text.unicodeScalars {
        if Visible.isUnsafe(scalar) { escape(scalar) } else { write(String(scalar).utf8) }
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func write(_ text: String.UTF8View) {
    for byte in text {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(byte)
      case UInt8(ascii: "\n"): bytes.append(contentsOf: "\\n".utf8)
      case UInt8(ascii: "\t"): bytes.append(contentsOf: "\\t".utf8)
      case _: bytes.append(byte)
      }
    }
  }

  /// Writes what a terminal would act on as `\u202e`; JSON reads it back as it was (RFC 8259, section 7).
  private mutating func escape(_ scalar: Unicode.Scalar) {
    for unit in String(scalar).utf16 {
      let digits = String(unit, radix: 16)
      bytes.append(
        contentsOf: ("\\u" + String(repeating: "0", count: 4 - digits.count) + digits).utf8)
    }
  }

  private mutating func nested(
    _ open: Unicode.Scalar, _ close: Unicode.Scalar, _ body: (inout JSONWriter) -> Void
  ) {
    comma()
    bytes.append(UInt8(truncatingIfNeeded: open.value))
    needsComma = false
    body(&self)
    bytes.append(UInt8(truncatingIfNeeded: close.value))
    needsComma = true
  }

  private mutating func comma() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    needsComma = true
  }
}
