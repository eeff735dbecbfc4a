/// Finds the extensions in a message that a path or a name ends with.
enum PathExtension {
  /// Behind which units a known extension ends, and the name with it; ascending.
  static func ends(in units: [PathText.Unit]) -> [Int] {
    units.indices.filter { units[$0].scalar == "." }.compactMap { point in
      guard point > 0, let before = units[point - 1].scalar, before != "/",
        !units[point - 1].isBlank,
        !PathSigns.isPunctuation(before) || units[point - 1] == .literal(before)
      else { return nil }
      let ending = units[(point + 1)...].prefix(6).map(\.scalar).prefix {
        $0.map { $0.isLatinLetter || $0.digit != nil } ?? false
      }
      let letters = ending.compactMap { $0?.small }
      guard PathSigns.extensions.contains(String(scalars: letters)) else { return nil }
      let end = point + 1 + letters.count
      return endsName(units, at: end) ? end : nil
    }
  }

  /// Whether a name may end before the unit at `end`.
  private static func endsName(_ units: [PathText.Unit], at end: Int) -> Bool {
    guard end < units.count, let next = units[end].scalar else { return true }
    if units[end] == .literal(next) || PathSigns.continuesName(next) { return false }
    guard next == ".", end + 1 < units.count, let behind = units[end + 1].scalar else {
      return true
    }
    return !PathSigns.continuesName(behind)
  }
}
