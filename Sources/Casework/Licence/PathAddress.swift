/// `file:` addresses (RFC 8089).
enum PathAddress {
  /// The path that a `file:` address names, percent signs resolved; nil when `text` is none.
  static func path(of text: String) -> Result<String, LicencePathRefusal>? {
    let scheme = "file:"
    guard text.prefix(scheme.count).lowercased() == scheme else { return nil }
    var rest = text.dropFirst(scheme.count)
    if rest.hasPrefix("//") {
      rest = rest.dropFirst(2)
      let host = rest.prefix { $0 != "/" }
      guard host.isEmpty || host.lowercased() == "localhost" else { return .failure(.remote) }
      rest = rest.dropFirst(host.count)
    }
    guard rest.hasPrefix("/") else { return .failure(.notAPath) }
    return decoded(rest).map(Result.success) ?? .failure(.percent)
  }

  /// `text` with `%E6` as the byte it stands for; nil when it is no UTF-8 then, or `%` stands alone.
  private static func decoded(_ text: Substring) -> String? {
    var bytes: [UInt8] = []
    var rest = text.utf8[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      guard let high = rest.popFirst().flatMap(digit), let low = rest.popFirst().flatMap(digit)
      else { return nil }
      bytes.append(high << 4 | low)
    }
    return String(validating: bytes, as: UTF8.self)
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x41 + 10
    case 0x61...0x66: byte - 0x61 + 10
    case _: nil
    }
  }
}
