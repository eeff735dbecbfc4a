/// A message as a shell would take it apart, as far as paths need it.
enum PathText {
  /// A piece of a message.
  enum Unit: Hashable {
    /// A character as it stands.
    case plain(Unicode.Scalar)
    /// A character behind `\` or between quotes: never a boundary.
    case literal(Unicode.Scalar)
    /// Where a quoted part begins or ends: no path goes across it.
    case edge

    /// The character; nil for an edge.
    var scalar: Unicode.Scalar? {
      switch self {
      case .plain(let scalar), .literal(let scalar): scalar
      case .edge: nil
      }
    }

    /// Whether a blank stands here that may end a path.
    var isBlank: Bool {
      switch self {
      case .plain(let scalar): scalar.isBlank
      case .literal, .edge: false
      }
    }
  }

  /// `text` without blanks, byte-order marks and direction marks at both ends. A blank behind a `\`
  /// stays, being part of a name.
  static func trimmed(_ text: some Sequence<Unicode.Scalar>) -> [Unicode.Scalar] {
    let isOuter = { (scalar: Unicode.Scalar) in
      switch scalar.value {
      case 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFEFF: true
      case _: scalar.isBlank
      }
    }
    var scalars = Array(text.drop(while: isOuter))
    while let last = scalars.last, isOuter(last) {
      let slashes = scalars.dropLast().reversed().prefix { $0 == "\\" }.count
      if slashes % 2 == 1 { break }
      scalars.removeLast()
    }
    return scalars
  }

  /// The units of a message.
  static func units(of scalars: [Unicode.Scalar]) -> [Unit] {
    let scalars = halfWidth(scalars)
    var units: [Unit] = []
    var place = 0
    var unclosed: Set<Unicode.Scalar> = []
    while place < scalars.count {
      let scalar = scalars[place]
      if scalar == "\\", place + 1 < scalars.count {
        units.append(.literal(scalars[place + 1]))
        place += 2
        continue
      }
      if let quote = quotes.first(where: { $0.opening.contains(scalar) }),
        !unclosed.contains(scalar), mayOpen(quote, behind: units.last)
      {
        guard let end = scalars[(place + 1)...].firstIndex(where: quote.closing.contains) else {
          unclosed.insert(scalar)
          continue
        }
        append(quote, scalars[place...end], before: scalars[end...].dropFirst(), to: &units)
        place = end + 1
        continue
      }
      units.append(.plain(scalar))
      place += 1
    }
    return units
  }

  // MARK: Quotes

  private struct Quote {
    let opening: [Unicode.Scalar]
    let closing: [Unicode.Scalar]
    /// Whether the shell knows it, so that parts in it join with what stands beside.
    let isShell: Bool
  }

  private static let quotes = [
    Quote(opening: ["'"], closing: ["'"], isShell: true),
    Quote(opening: ["\""], closing: ["\""], isShell: true),
    Quote(opening: ["`"], closing: ["`"], isShell: false),
    Quote(opening: ["“", "”", "＂"], closing: ["”", "“", "＂"], isShell: false),
    Quote(opening: ["‘", "’", "＇"], closing: ["’", "‘", "＇"], isShell: false),
    Quote(opening: ["「"], closing: ["」"], isShell: false),
    Quote(opening: ["『"], closing: ["』"], isShell: false),
  ]

  /// An apostrophe within a word is none: it's, don't.
  private static func mayOpen(_ quote: Quote, behind last: Unit?) -> Bool {
    guard quote.isShell, case .plain(let before) = last else { return true }
    return before == "/" || !(before.isLatinLetter || before.digit != nil)
  }

  /// Adds what stands between quotes, which may be no quotes but part of a name: 我的“执照”.jpg.
  private static func append(
    _ quote: Quote, _ quoted: ArraySlice<Unicode.Scalar>, before rest: ArraySlice<Unicode.Scalar>,
    to units: inout [Unit]
  ) {
    let inside = quoted.dropFirst().dropLast()
    if !quote.isShell {
      if inside.contains(where: { $0 == "/" || $0 == "." || $0 == "~" }) {
        units += [.edge] + PathText.trimmed(inside).map(Unit.literal) + [.edge]
      } else {
        units += quoted.map(Unit.plain)
      }
      return
    }
    let joinsFront =
      switch units.last {
      case .literal: true
      case .plain(let before): before == "/" || before == "~"
      case .edge, nil: false
      }
    if !joinsFront { units.append(.edge) }
    units += inside.map(Unit.literal)
    // 'it'\''s.jpg' and "/tmp"/a.jpg go on; what else follows is another word.
    let joinsRest = rest.first.map { "'\"\\/._-".unicodeScalars.contains($0) } ?? false
    if !joinsRest { units.append(.edge) }
  }

  /// ／ and ～ as an input method writes them, when no `/` shows that they are part of a name.
  private static func halfWidth(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
    if scalars.contains("/") || !scalars.contains("／") { return scalars }
    return scalars.map { $0 == "／" ? "/" : $0 == "～" ? "~" : $0 }
  }
}
