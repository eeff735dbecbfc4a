import Terminal
import Testing

/// After any editing, what stands on the screen is what stands in the line, and so does the cursor.
@Suite struct RedrawTests {
  /// A line as a person sees it, and where the cursor is.
  struct Model {
    var characters: [Character] = []
    var cursor = 0

    /// The column of the cursor after the prompt 「商家> 」, and the row, on a screen of `width`.
    func place(width: Int) -> (row: Int, column: Int) {
      var (row, column) = (0, 6)
      for (index, character) in (characters + [" "]).enumerated() {
        // Narrow at the end, where nothing follows: the cursor itself takes one column.
        let columns = max(1, EastAsianWidth.columns(of: character))
        if column + columns > width { (row, column) = (row + 1, 0) }
        if index == cursor { return (row, column) }
        column += columns
        if column >= width { (row, column) = (row + 1, 0) }
      }
      return (row, column)
    }
  }

  static let alphabet: [Character] = [
    "a", "Z", "7", " ", "蓝", "认", "证", "费", "用", "。", "é", "e\u{301}", "👨‍👩‍👧", "🇨🇳", "👍🏽",
    "入", "驻", "v", "V", "的",
  ]

  /// One run: a few dozen keys by chance, none of which rings.
  static func run(_ seed: UInt64, keys: Int) -> (keys: String, model: Model) {
    var chance = SplitMix(state: seed)
    var model = Model()
    var typed = ""
    for _ in 0..<keys {
      switch Int.random(in: 0..<12, using: &chance) {
      case 0 where model.cursor > 0:
        typed += "\u{1B}[D"
        model.cursor -= 1
      case 1 where model.cursor < model.characters.count:
        typed += "\u{1B}[C"
        model.cursor += 1
      case 2 where model.cursor > 0:
        typed += "\u{7F}"
        model.cursor -= 1
        model.characters.remove(at: model.cursor)
      case 3 where model.cursor < model.characters.count:
        typed += "\u{1B}[3~"
        model.characters.remove(at: model.cursor)
      case 4:
        typed += "\u{1}"
        model.cursor = 0
      case 5 where model.cursor > 0:
        typed += "\u{2}"
        model.cursor -= 1
      default:
        guard let next = alphabet.randomElement(using: &chance) else { continue }
        typed += String(next)
        model.characters.insert(next, at: model.cursor)
        model.cursor += 1
      }
    }
    return (typed, model)
  }

  @Test(arguments: 0..<36)
  func `a random run of keys leaves the screen and the cursor right`(_ number: Int) throws {
    let width = [80, 40, 23][number % 3]
    let talk = try Conversation(columns: width)
    try talk.expect("商家> ")
    for part in 1...3 {
      let (keys, model) = RedrawTests.run(UInt64(number * 10 + part), keys: part * 12)
      let row = talk.screen.row
      talk.type(keys)
      try talk.settle()
      let wanted = model.place(width: width)
      #expect(talk.screen.column == wanted.column, "\(keys.debugDescription)")
      #expect(talk.screen.row == row + wanted.row, "\(keys.debugDescription)")
      let line = String(model.characters)
      let shown = (row..<24).map { talk.screen.text(of: $0) }.joined()
      #expect(bare(shown) == bare("商家> " + line), "\(keys.debugDescription)")
      talk.type("\r")
      try talk.expect("[\(line)]")
      try talk.expect("商家> ")
      try talk.settle()
    }
  }

  /// Without blanks, and a character by its first code point: beside the margin no more is drawn of
  /// one that may not fit.
  private func bare(_ text: String) -> [Unicode.Scalar?] {
    text.filter { $0 != " " }.map { $0.unicodeScalars.first }
  }

  @Test(arguments: 100..<112)
  func `the cursor is right on a terminal that draws each code point by itself`(
    _ number: Int
  ) throws {
    let talk = try Conversation(columns: 200, joining: .codePoints)
    try talk.expect("商家> ")
    let (keys, model) = RedrawTests.run(UInt64(number), keys: 40)
    talk.type(keys)
    try talk.settle()
    #expect(talk.screen.column == model.place(width: 200).column, "\(keys.debugDescription)")
  }
}

/// Chance that is the same on every machine (SplitMix64, Steele and others 2014).
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
