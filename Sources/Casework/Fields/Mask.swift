/// How personal values are shown.
enum Mask {
  /// The first and the last character, a star for each between; at most two characters: stars only.
  static func ends(of text: String) -> String {
    guard let first = text.first, let last = text.last, text.count > 2 else {
      return String(repeating: "*", count: text.count)
    }
    return "\(first)" + String(repeating: "*", count: text.count - 2) + "\(last)"
  }

  /// Of the 11 digits of a mobile number, the first three and the last four: `138****0000`.
  static func mobile(_ digits: String) -> String {
    digits.prefix(3) + "****" + digits.suffix(4)
  }

  /// The first character and two stars, however long the name: `林**`.
  static func name(_ name: String) -> String { name.prefix(1) + "**" }
}
