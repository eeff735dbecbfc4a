/// Where a merchant says that the licence's file is.
///
/// A message leaves open where a path ends (「~/my file.jpg 谢谢」) and how its letters are composed
/// (a name from macOS is decomposed), so there are several readings; the first that is there is meant.
public struct LicencePath: Hashable, Sendable {
  /// The readings, the longest first, 1…`mostCandidates` of them; relative ones are relative to the
  /// directory of the program. Each is at most `longest` bytes without a control character or a `..`.
  public let candidates: [String]
  /// The reading to name when nothing is there.
  public let shown: String

  /// In bytes, inclusive: Linux's PATH_MAX of 4096 counts a NUL.
  public static let longest = 4_095
  /// More readings are not tried.
  public static let mostCandidates = 24
  /// No message with a path has more scalars: every byte of it may be typed as `%E6`.
  private static let mostScalars = 4 * longest

  /// The path in `typed`: dragged into the terminal (`\ `), quoted, with `~` or as a `file:` address,
  /// among other words or alone. `home` is the user's home directory, nil when it is not known.
  public static func parse(
    _ typed: String, home: String?
  ) -> Result<LicencePath, LicencePathRefusal> {
    let scalars = PathText.trimmed(typed.unicodeScalars.prefix(mostScalars + 1))
    if scalars.isEmpty { return .failure(.empty) }
    if scalars.count > mostScalars {
      return .failure(PathSearch.beginsLikePath(scalars) ? .tooLong(limit: longest) : .notAPath)
    }
    if PathSearch.isWindows(scalars) { return .failure(.windows) }
    return PathSearch.readings(of: PathText.units(of: scalars)).flatMap { readings in
      let results = readings.texts.map { resolve($0, home: home) }
      // A shorter reading must not hide that the whole one climbs.
      if results.contains(.failure(.climbs)) { return .failure(.climbs) }
      let paths = results.compactMap { try? $0.get() }
      guard let first = paths.first else {
        return .failure(results.last?.refusal ?? .notAPath)
      }
      let shown = try? resolve(readings.likeliest, home: home).get()
      return .success(LicencePath(candidates: spellings(of: paths), shown: shown ?? first))
    }
  }

  /// Whether `typed` is an attempt to give a path at all, also one that fails, rather than a question.
  /// A command like `/help` begins like a path too: commands are to be told apart before.
  public static func looksLikePath(_ typed: String) -> Bool {
    switch parse(typed, home: "/") {
    case .success: true
    case .failure(let refusal): refusal != .empty && refusal != .notAPath
    }
  }

  /// A reading as the system takes it.
  private static func resolve(
    _ reading: String, home: String?
  ) -> Result<String, LicencePathRefusal> {
    var path = reading
    if let address = PathAddress.path(of: reading) {
      switch address {
      case .success(let decoded): path = decoded
      case .failure(let refusal): return .failure(refusal)
      }
    } else if path == "~" || path.hasPrefix("~/") {
      guard let home, home.hasPrefix("/") else { return .failure(.noHome) }
      let base = home.hasSuffix("/") ? String(home.dropLast()) : home
      path = base + path.dropFirst()
      if path.isEmpty { path = "/" }
    }
    if path.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) {
      return .failure(.control)
    }
    if path.utf8.split(separator: UInt8(ascii: "/")).contains(where: { $0.elementsEqual("..".utf8) }
    ) {
      return .failure(.climbs)
    }
    return path.utf8.count > longest ? .failure(.tooLong(limit: longest)) : .success(path)
  }

  /// Every reading as typed, composed (NFC) and decomposed (NFD); equal bytes once.
  private static func spellings(of paths: [String]) -> [String] {
    var seen: Set<[UInt8]> = []
    var spellings: [String] = []
    for path in paths {
      for form in [path, CanonicalForm.composed(path), CanonicalForm.decomposed(path)] {
        if form.utf8.count <= longest, seen.insert(Array(form.utf8)).inserted {
          spellings.append(form)
        }
      }
    }
    return Array(spellings.prefix(mostCandidates))
  }
}

extension Result {
  /// Why it failed; nil when it did not.
  fileprivate var refusal: Failure? {
    switch self {
    case .success: nil
    case .failure(let failure): failure
    }
  }
}
