/// The extension of a file's name.
enum FileExtension {
  /// What stands behind the last point of the name in `path`, in small ASCII letters; nil when there
  /// is none, or when it is no extension: over eight characters, or not of ASCII letters and digits.
  static func of(_ path: String) -> String? {
    let scalars = Array(path.unicodeScalars)
    let start = scalars.lastIndex(of: "/").map { $0 + 1 } ?? 0
    guard let point = scalars[start...].lastIndex(of: "."), point > start else { return nil }
    let end = scalars[(point + 1)...].map { $0.small }
    let isPlain = end.allSatisfy { $0.isLatinLetter || $0.digit != nil }
    return (1...8).contains(end.count) && isPlain ? String(scalars: end) : nil
  }
}
