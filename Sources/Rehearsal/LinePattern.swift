/// Compares a reply with the `<` lines of a script: `[..]` stands for anything inside a line, a
/// line of `...` for any number of lines.
enum LinePattern {
  /// Whether `patterns`, together, cover all of `lines`.
  static func covers(_ patterns: ArraySlice<String>, _ lines: ArraySlice<String>) -> Bool {
    // reachable[i]: the patterns so far can cover the first i lines.
    var reachable = [Bool](repeating: false, count: lines.count + 1)
    reachable[0] = true
    for pattern in patterns {
      if pattern == "..." {
        guard let first = reachable.firstIndex(of: true) else { return false }
        for index in first...lines.count { reachable[index] = true }
        continue
      }
      for index in stride(from: lines.count, to: 0, by: -1) {
        reachable[index] =
          reachable[index - 1] && matches(pattern, lines[lines.startIndex + index - 1])
      }
      reachable[0] = false
    }
    return reachable[lines.count]
  }

  /// Whether `line` is `pattern`, `[..]` standing for any text.
  static func matches(_ pattern: String, _ line: String) -> Bool {
    let parts = pieces(of: pattern)
    guard parts.count > 1, let first = parts.first, let last = parts.last else {
      return pattern == line
    }
    var rest = Substring(line)
    guard rest.hasPrefix(first) else { return false }
    rest = rest.dropFirst(first.count)
    for part in parts.dropFirst().dropLast() where !part.isEmpty {
      guard let found = range(of: part, in: rest) else { return false }
      rest = rest[found.upperBound...]
    }
    return rest.hasSuffix(last)
  }

  private static func pieces(of pattern: String) -> [String] {
    var pieces: [String] = []
    var rest = Substring(pattern)
    while let found = range(of: "[..]", in: rest) {
      pieces.append(String(rest[..<found.lowerBound]))
      rest = rest[found.upperBound...]
    }
    return pieces + [String(rest)]
  }

  private static func range(of part: String, in text: Substring) -> Range<String.Index>? {
    var start = text.startIndex
    while start < text.endIndex {
      if text[start...].hasPrefix(part) {
        return start..<text.index(start, offsetBy: part.count)
      }
      start = text.index(after: start)
    }
    return nil
  }
}
