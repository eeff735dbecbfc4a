import Foundation
import Testing

@Suite struct ComposerTests {
  /// The findings of a file `oos/x.yaml` with this text.
  private static func findings(_ text: String) throws -> [String] {
    try TemporaryPack.findings(["oos/x.yaml": text]).map { $0.replacing("oos/x.yaml:", with: "") }
  }

  @Test(arguments: [
    // Anchors, aliases, merge keys, tags.
    ("id: &a oos.x\n", ["1:5: error: anchors and aliases are not allowed: write the text out"]),
    (
      "id: &a oos.x\nask: *a\n",
      [
        "1:5: error: anchors and aliases are not allowed: write the text out",
        "2:6: error: anchors and aliases are not allowed: write the text out",
      ]
    ),
    (
      "ask: *a\n",
      [
        "1:6: error: this is not YAML: found undefined alias: a text that begins with such a sign "
          + "must stand in quotation marks"
      ]
    ),
    ("<<: {id: oos.x}\n", ["1:1: error: merge keys are not allowed: write the keys out"]),
    (
      "id: !!int 3\n",
      ["1:5: error: tags are not allowed: every scalar is a text anyway"]
    ),
    (
      "- !x [a]\n", ["1:3: error: tags are not allowed: every scalar is a text anyway"]
    ),
    // Keys.
    ("id: a\nask: b\nid: c\n", ["3:1: error: the key `id` stands here twice"]),
    ("title: {zh: a, en: b, zh: c}\n", ["1:23: error: the key `zh` stands here twice"]),
    ("ask:\n  zh: a\n  en: b\n  zh: c\n", ["4:3: error: the key `zh` stands here twice"]),
    ("? [a, b]\n: c\n", ["1:3: error: a key is a word, not a list"]),
    // Characters.
    ("id: a\n\task: b\n", ["2:1: error: a tab: use spaces"]),
    ("id: a\tb\nask:\tc\n", ["1:6: error: a tab: use spaces", "2:5: error: a tab: use spaces"]),
    (
      "id: 蓝\u{200B}V\n",
      ["1:6: error: an invisible character, U+200B: remove it, or write it as \"\\u200B\""]
    ),
    (
      "id: \u{202E}V\n",
      ["1:5: error: an invisible character, U+202E: remove it, or write it as \"\\u202E\""]
    ),
    (
      "id: a\u{0}b\n",
      ["1:6: error: an invisible character, U+0000: remove it, or write it as \"\\u0000\""]
    ),
    // Syntax.
    (
      "id: a: b\n",
      [
        "1:6: error: this is not YAML: mapping values are not allowed in this context: a text with "
          + "`: ` in it must stand in quotation marks"
      ]
    ),
    (
      "id: @a\n",
      [
        "1:5: error: this is not YAML: found character that cannot start any token: a text that "
          + "begins with such a sign must stand in quotation marks"
      ]
    ),
    ("", ["1:1: error: this file is empty"]), ("# nothing\n", ["1:1: error: this file is empty"]),
    ("a: b\n---\nc: d\n", ["2:1: error: this is not YAML: but found another document"]),
  ])
  func `what is more than plain YAML is refused`(_ text: String, _ expected: [String]) throws {
    let found = try Self.findings(text)
    #expect(found == expected)
  }

  @Test func `a sign in the middle of a text is no anchor, alias or tag`() throws {
    let text = """
      id: oos.x
      title: {zh: A&b, en: a *b* c!}
      ask:
        zh: [好!!!, "&a", '*号', "!tag", R&D部门]
        en: [a & b]
      """
    #expect(try Self.findings(text).allSatisfy { $0.contains("warning: no `tests`") })
  }

  @Test func `lists may stand in one another sixteen deep`() throws {
    let nested = { (depth: Int) in
      String(repeating: "[", count: depth) + "a" + String(repeating: "]", count: depth)
    }
    let deep = "1:17: error: nested deeper than 16 levels"
    #expect(try Self.findings(nested(16)) == [deep])
    #expect(try Self.findings(nested(15)).contains(deep) == false)
    #expect(try Self.findings(nested(900)) == [deep])
    #expect(try Self.findings(String(repeating: "[", count: 100_000)).count == 1)
  }

  @Test func `a file may hold two hundred thousand parts`() throws {
    let text = "[" + String(repeating: "a,", count: 200_000) + "]"
    #expect(
      try Self.findings(text).last
        == "1:400000: error: more than 200000 texts, lists and mappings in one file")
  }

  @Test func `a byte-order mark and DOS line ends are read over`() throws {
    let text = "\u{FEFF}" + TemporaryPack.fee.replacing("\n", with: "\r\n")
    #expect(try TemporaryPack.findings(["bluev/fee.yaml": text]) == [])
  }

  @Test(
    arguments: [
      ([0x69, 0x64, 0x3A, 0xFF], "1:4"), ([0xFF], "1:1"), ([0x61, 0x0A, 0xE8, 0x93], "2:1"),
      ([0x61, 0x0A, 0xE8, 0x93, 0x9D, 0xC0, 0x80], "2:2"), ([0xED, 0xA0, 0x80], "1:1"),
    ] as [([UInt8], String)])
  func `a byte that is not UTF-8 is pointed at`(_ bytes: [UInt8], _ place: String) throws {
    let pack = try TemporaryPack()
    try pack.write(Data(bytes), to: "oos/x.yaml")
    #expect(try pack.findings() == ["oos/x.yaml:\(place): error: this is not UTF-8"])
  }

  /// Nine levels of nine aliases each: four hundred million texts, were they followed.
  @Test(
    .timeLimit(.minutes(1)),
    arguments: [
      "", "? [*a8, *a8]\n: x\n", "*a8 : x\n", "{*a8 : x, *a7 : y}\n",
    ])
  func `an alias bomb is refused at once`(_ key: String) throws {
    var text = "a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]\n"
    for level in 1...8 {
      let aliases = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
      text += "a\(level): &a\(level) [\(aliases)]\n"
    }
    let pack = try TemporaryPack(["oos/x.yaml": text + key])
    let clock = ContinuousClock()
    var findings: [String] = []
    let took = try clock.measure { findings = try pack.findings() }
    #expect(findings.first?.hasPrefix("oos/x.yaml:1:5: error: anchors and aliases") == true)
    #expect(took < .seconds(1))
  }
}
