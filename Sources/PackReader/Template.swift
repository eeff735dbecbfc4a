/// A text with placeholders of the policy, `{{P11.fee}}`, and arguments, `{name}`.
struct Template {
  /// A name in braces.
  struct Hole: Hashable {
    let name: String
    /// Of the first brace, in scalars from the beginning of the text.
    let offset: Int
  }

  /// What stands in double braces.
  private(set) var placeholders: [Hole] = []
  /// What stands in single braces.
  private(set) var arguments: [Hole] = []
  /// The braces that belong to neither, as offsets.
  private(set) var strayBraces: [Int] = []
  /// The first digit of each run of digits outside braces, ASCII or full width.
  private(set) var digits: [Int] = []

  init(_ text: String) {
    let scalars = Array(text.unicodeScalars)
    var index = 0
    var isInDigits = false
    while index < scalars.count {
      let scalar = scalars[index]
      let isDigit = Template.isDigit(scalar)
      if isDigit, !isInDigits { digits.append(index) }
      isInDigits = isDigit
      switch scalar {
      case "{": index = takeHole(in: scalars, at: index)
      case "}":
        strayBraces.append(index)
        index += 1
      case _: index += 1
      }
    }
  }

  /// Takes what opens at `start`, and returns where to go on.
  private mutating func takeHole(in scalars: [Unicode.Scalar], at start: Int) -> Int {
    let braces = scalars.dropFirst(start + 1).first == "{" ? 2 : 1
    let name = scalars.dropFirst(start + braces).prefix { $0 != "{" && $0 != "}" }
    let close = scalars.dropFirst(start + braces + name.count).prefix(braces)
    guard !name.isEmpty, close.count == braces, close.allSatisfy({ $0 == "}" }) else {
      strayBraces.append(start)
      return start + braces
    }
    let hole = Hole(name: String(String.UnicodeScalarView(name)), offset: start)
    if braces == 2 { placeholders.append(hole) } else { arguments.append(hole) }
    return start + 2 * braces + name.count
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x30...0x39, 0xFF10...0xFF19: true
    case _: false
    }
  }
}
