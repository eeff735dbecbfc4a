/// Finds the path in a message: where it begins, and where it may end.
struct PathSearch {
  private let units: [PathText.Unit]
  /// Behind which units an extension ends that a path may end with, ascending.
  private let extensionEnds: [Int]
  /// For each unit, the next one from there on at which a word ends: a blank or an edge.
  private let wordEnds: [Int]
  /// For each unit, the next stroke from there on.
  private let strokes: [Int]

  /// At most so many ends of a path are tried from its front and from its back.
  private static let mostEnds = 4

  /// What the message of these units may mean.
  static func readings(of units: [PathText.Unit]) -> Result<PathReadings, LicencePathRefusal> {
    PathSearch(units: units).readings
  }

  /// Whether a text that is too long to be read begins like a path.
  static func beginsLikePath(_ scalars: [Unicode.Scalar]) -> Bool {
    let head = String(scalars: scalars.prefix(5)).lowercased()
    return ["/", "~/", "./", "../", "file:", "'/", "\"/"].contains(where: head.hasPrefix)
  }

  /// Whether a drive (`C:\`, `C:/`) stands in it, or it begins as a share (`\\server`).
  static func isWindows(_ scalars: [Unicode.Scalar]) -> Bool {
    if scalars.starts(with: "\\\\".unicodeScalars) { return true }
    guard scalars.count > 2 else { return false }
    return (0..<scalars.count - 2).contains { place in
      scalars[place].isLatinLetter && scalars[place + 1] == ":"
        && (scalars[place + 2] == "\\" || scalars[place + 2] == "/")
        && (place == 0 || !isWordPart(scalars[place - 1]))
    }
  }

  private init(units: [PathText.Unit]) {
    self.units = units
    extensionEnds = PathExtension.ends(in: units)
    wordEnds = PathSearch.next(in: units) { $0 == .edge || $0.isBlank }
    strokes = PathSearch.next(in: units) { $0.scalar == "/" }
  }

  /// For each unit, the place of the next one from there on for which `isWanted` holds; the number of
  /// units where there is none.
  private static func next(
    in units: [PathText.Unit], _ isWanted: (PathText.Unit) -> Bool
  ) -> [Int] {
    var places = [Int](repeating: units.count, count: units.count + 1)
    for place in units.indices.reversed() {
      places[place] = isWanted(units[place]) ? place : places[place + 1]
    }
    return places
  }

  private var readings: Result<PathReadings, LicencePathRefusal> {
    if hasWebAddress { return .failure(.remote) }
    guard let start = units.indices.first(where: isStart) else { return named }
    var count = 1
    var end = wordEnds[start]
    while end < units.count {
      // Another one stands behind a blank or in quotes of its own.
      end += 1
      if isStart(end) { count += 1 }
      end = wordEnds[end]
    }
    if count > 1 { return .failure(.several(count)) }
    if units[start].scalar == "~", !isHome(start) { return .failure(.otherHome) }
    let ends = ends(from: start)
    let extended = extensionEnds.first { $0 > start }.map { text(start..<$0) }
    let texts = ends.map { text(start..<$0) }
    // 执照/a.jpg may be a folder and a file in it, unless what follows begins as paths do.
    if start > 0, units[start].scalar == "/", units[start - 1].scalar?.isHan ?? false,
      !hasRoot(start), let end = extensionEnds.first(where: { $0 > start })
    {
      let relative = text(wordStart(before: start)..<end)
      return .success(PathReadings(texts: [relative] + texts, likeliest: relative))
    }
    let closed = trimmed(start..<(ends.first ?? start)) { $0.isBlank || PathSigns.isClosing($0) }
    return .success(
      PathReadings(texts: texts, likeliest: extended ?? text(start..<max(closed, start + 1))))
  }

  // MARK: By a sign at its front

  /// Whether a path from `/`, `~`, `.` or `file:` begins here.
  private func isStart(_ place: Int) -> Bool {
    guard place < units.count, let scalar = units[place].scalar,
      "/~.fF".unicodeScalars.contains(scalar)
    else {
      return false
    }
    let isFirst = place == 0 || units[place - 1] == .edge
    let isBehindHan = !isFirst && (units[place - 1].scalar?.isHan ?? false)
    guard isFirst || isBehindHan || isBoundary(place - 1) else { return false }
    switch scalar {
    case "~": return isHome(place) || (!isBehindHan && isOtherHome(place))
    case "f", "F": return stands("file:/", at: place)
    case ".":
      let climbs = stands("./", at: place) || stands("../", at: place)
      return climbs && (isFirst || isPlausible(place, isBehindHan: isBehindHan))
    case _:
      guard let next = scalarBehind(place), !next.isBlank || units[place + 1] == .literal(next),
        isFirst || next != "/"
      else { return false }
      return isFirst || isPlausible(place, isBehindHan: isBehindHan)
    }
  }

  /// `~/`, or `~` alone.
  private func isHome(_ place: Int) -> Bool {
    if stands("~/", at: place) { return true }
    let isAlone = place == 0 || units[place - 1] == .edge
    return isAlone && (place + 1 == units.count || units[place + 1] == .edge)
  }

  /// `~name/`.
  private func isOtherHome(_ place: Int) -> Bool {
    var end = place + 1
    while end < units.count, let scalar = units[end].scalar, PathSearch.isWordPart(scalar) {
      end += 1
    }
    return end > place + 1 && end < units.count && units[end].scalar == "/"
  }

  /// Whether what begins in the middle of a message is a path and not a stroke between words: it has
  /// an extension, or begins as paths do, or, behind a blank, has a second stroke.
  private func isPlausible(_ place: Int, isBehindHan: Bool) -> Bool {
    let end = wordEnds[place]
    if let next = firstExtensionEnd(behind: place), next <= end { return true }
    if hasRoot(place) { return true }
    return !isBehindHan && strokes[min(strokes[place] + 1, units.count)] < end
  }

  /// The first of `extensionEnds` behind `place`, found by halving.
  private func firstExtensionEnd(behind place: Int) -> Int? {
    var (low, high) = (0, extensionEnds.count)
    while low < high {
      let middle = (low + high) / 2
      if extensionEnds[middle] > place { high = middle } else { low = middle + 1 }
    }
    return low < extensionEnds.count ? extensionEnds[low] : nil
  }

  /// Whether a folder that stands at the root of systems follows the stroke at `place`.
  private func hasRoot(_ place: Int) -> Bool {
    let letters = units[(place + 1)...].prefix(12).map(\.scalar).prefix {
      $0?.isLatinLetter ?? false
    }
    return PathSigns.roots.contains(String(scalars: letters.compactMap { $0?.small }))
  }

  /// Where a path from `start` may end, the longest first.
  private func ends(from start: Int) -> [Int] {
    let edge = units[start...].firstIndex(of: .edge) ?? units.count
    var ends = [trimmed(start..<edge) { $0.isBlank }]
    ends.append(trimmed(start..<edge) { $0.isBlank || PathSigns.isClosing($0) })
    let extended = extensionEnds.filter { $0 > start && $0 <= edge }
    ends += few(extended)
    // Of 「my photo.jpg」 nobody means `my`.
    let least = extended.first ?? start + 1
    ends += few((least..<max(least, edge)).filter { units[$0].isBlank })
    var seen: Set<Int> = []
    return ends.filter { $0 > start && seen.insert($0).inserted }.sorted(by: >)
  }

  private func few(_ ends: [Int]) -> [Int] {
    ends.prefix(PathSearch.mostEnds) + ends.suffix(PathSearch.mostEnds)
  }

  /// The end of `range` without the plain units at its back for which `isOuter` holds.
  private func trimmed(_ range: Range<Int>, _ isOuter: (Unicode.Scalar) -> Bool) -> Int {
    var end = range.upperBound
    while end > range.lowerBound, case .plain(let scalar) = units[end - 1], isOuter(scalar) {
      end -= 1
    }
    return end
  }

  // MARK: By its extension

  /// A name with an extension that is known, or with a blank behind `\`.
  private var named: Result<PathReadings, LicencePathRefusal> {
    guard let end = extensionEnds.first else {
      let isEscaped = units.contains { $0 == .literal(" ") } && !units.contains(.edge)
      let whole = text(units.indices)
      return isEscaped
        ? .success(PathReadings(texts: [whole], likeliest: whole)) : .failure(.notAPath)
    }
    if extensionEnds.count > 1 { return .failure(.several(extensionEnds.count)) }
    var starts: [Int] = []
    if !units[..<end].contains(.edge), end == units.count { starts.append(0) }
    let word = units[..<end].lastIndex { unit in
      switch unit {
      case .edge: true
      case .plain(let scalar): PathSigns.isPunctuation(scalar)
      case .literal: false
      }
    }
    starts.append(word.map { $0 + 1 } ?? 0)
    starts += (starts[starts.count - 1]..<end).filter { units[$0].isBlank }.suffix(6).map { $0 + 1 }
    starts = starts.map { start in (start..<end).first { !units[$0].isBlank } ?? start }
    if let last = starts.last, let lead = PathSigns.leads.first(where: { stands($0, at: last) }),
      last + lead.count < end - 2
    {
      starts.append(last + lead.count)
    }
    let texts = starts.map { text($0..<end) }.filter { !$0.hasPrefix(".") }
    guard let likeliest = texts.last, let start = starts.last,
      !isAsking(text(0..<start)), !isAsking(text(end..<units.count))
    else { return .failure(.notAPath) }
    return .success(PathReadings(texts: texts, likeliest: likeliest))
  }

  /// Whether words around a name are a question about it: 执照.jpg可以吗, is a.jpg fine?
  private func isAsking(_ words: String) -> Bool {
    !ValidityWords.asking.matches(in: ClaimToken.tokens(of: words)).isEmpty
  }

  // MARK: Others

  /// Whether an address with a host stands in it that is meant: alone, or with an extension.
  private var hasWebAddress: Bool {
    guard let colon = units.indices.first(where: { stands("://", at: $0) }),
      case let start = wordStart(before: colon), start < colon
    else { return false }
    let scheme = text(start..<colon).lowercased()
    let isScheme = scheme.utf8.allSatisfy { $0 < 0x80 } && !scheme.hasSuffix("file")
    let isAlone = start == 0 && !units.contains { $0.isBlank }
    return isScheme && (isAlone || extensionEnds.contains { $0 > colon })
  }

  private func isBoundary(_ place: Int) -> Bool {
    switch units[place] {
    case .edge: true
    case .literal: false
    case .plain(let scalar):
      scalar.isBlank || PathSigns.isPunctuation(scalar) || scalar == "(" || scalar == "（"
    }
  }

  private func wordStart(before place: Int) -> Int {
    units[..<place].lastIndex { unit in
      switch unit {
      case .edge: true
      case .literal: false
      case .plain(let scalar): scalar.isBlank || PathSigns.isPunctuation(scalar)
      }
    }.map { $0 + 1 } ?? 0
  }

  private func scalarBehind(_ place: Int) -> Unicode.Scalar? {
    place + 1 < units.count ? units[place + 1].scalar : nil
  }

  /// Whether the small ASCII `text` stands at `place`, whatever the case of its letters.
  private func stands(_ text: String, at place: Int) -> Bool {
    stands(Array(text.unicodeScalars), at: place)
  }

  private func stands(_ wanted: [Unicode.Scalar], at place: Int) -> Bool {
    place + wanted.count <= units.count
      && zip(units[place...], wanted).allSatisfy { $0.scalar?.small == $1 }
  }

  private func text(_ range: Range<Int>) -> String {
    String(scalars: units[range].compactMap(\.scalar))
  }

  private static func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isLatinLetter || scalar.digit != nil || scalar == "_" || scalar == "-" || scalar == "."
  }
}
