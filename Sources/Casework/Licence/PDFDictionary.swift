/// What of a PDF's dictionary matters here: the values of a few keys, all others passed over.
struct PDFDictionary {
  /// `/Type`; nil when it is missing or no name.
  private(set) var type: String?
  /// `/Count` of a page tree's node, `/N` of a linearised file or of an object stream.
  private(set) var count: Int?
  /// `/First` of an object stream: where its first object begins.
  private(set) var first: Int?
  /// `/Filter`: its name, also when it is the only one of an array; "" when there are several.
  private(set) var filter: String?
  /// `/Kids`: the numbers of the objects; nil when it is missing or stands in an object of its own.
  private(set) var kids: [Int]?
  /// `/Pages` of the catalogue: the number of the page tree's root.
  private(set) var pages: Int?
  /// Whether there is a `/Parent`.
  private(set) var hasParent = false
  /// Whether there is an `/Encrypt`.
  private(set) var isEncrypted = false
  /// Whether there is a `/Linearized`.
  private(set) var isLinearised = false

  /// An empty one.
  init() {}

  /// The dictionary behind whose `<<` the lexer stands; it then stands behind the `>>`.
  init(_ lexer: inout PDFLexer) {
    while let token = lexer.next(), token != .close {
      guard case .name(let key) = token else {
        // Out of step: an object that ends early must not swallow the next one.
        if token == .keyword("endobj") { return }
        continue
      }
      if lexer.peek() == .close { continue }
      guard let value = lexer.next() else { return }
      switch value {
      case .openArray: note(key, PDFDictionary.items(&lexer))
      case .open: PDFDictionary.skip(&lexer)
      case .name, .integer, .reference, .keyword, .close, .closeArray, .other: note(key, [value])
      }
      if key == "Encrypt" { isEncrypted = value != .keyword("null") }
    }
  }

  private mutating func note(_ key: String, _ values: [PDFLexer.Token]) {
    switch (key, values.first) {
    case ("Type", .name(let name)): type = name
    case ("Count", .integer(let number)), ("N", .integer(let number)): count = number
    case ("First", .integer(let number)): first = number
    case ("Filter", .name(let name)): filter = values.count == 1 ? name : ""
    case ("Filter", .some): filter = ""
    case ("Pages", .reference(let number)): pages = number
    case ("Parent", _): hasParent = true
    case ("Linearized", _): isLinearised = true
    case ("Kids", .integer), ("Kids", .other), ("Kids", .name), ("Kids", .keyword): break
    case ("Kids", _):
      kids = values.compactMap { token in
        if case .reference(let number) = token { number } else { nil }
      }
    case _: break
    }
  }

  /// What stands in an array up to its `]`; nested arrays and dictionaries are left out.
  private static func items(_ lexer: inout PDFLexer) -> [PDFLexer.Token] {
    var items: [PDFLexer.Token] = []
    var depth = 1
    while depth > 0, let token = lexer.next(), token != .keyword("endobj") {
      switch token {
      case .open, .openArray: depth += 1
      case .close, .closeArray: depth -= 1
      case .name, .integer, .reference, .keyword, .other: if depth == 1 { items.append(token) }
      }
    }
    return items
  }

  /// Passes over a nested dictionary, behind whose `<<` the lexer stands.
  private static func skip(_ lexer: inout PDFLexer) { _ = items(&lexer) }
}
