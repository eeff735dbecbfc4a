import PackReader
import Testing

@Suite struct LexiconFormTests {
  @Test(
    arguments: [
      (
        "phrases", "hi:\n  zh: 您好，{name}。\n  en: Hello.\n",
        ["1:1: error: `{name}` is missing in `en` of `hi`"]
      ),
      (
        "phrases", "hi:\n  zh: 您好。\n  en: Hello, {name}.\n",
        ["1:1: error: `{name}` is missing in `zh` of `hi`"]
      ),
      ("phrases", "hi: {zh: 您好}\n", ["1:1: error: the English text is missing: add `en`"]),
      (
        "phrases", "Hi there: {zh: a, en: b}\n",
        [
          "1:1: error: `Hi there` is no name: lower-case letters, digits and `_`"
        ]
      ),
      (
        "phrases", "hi:\n  zh: 从{{P12.start}}起\n  en: from {{P12.start}}\n",
        [
          "2:8: error: there is no clause P12", "3:12: error: there is no clause P12",
        ]
      ),
      (
        "phrases", "hi:\n  zh: 您好{\n  en: Hello {a b}\n",
        [
          "1:1: error: `{a b}` is missing in `zh` of `hi`",
          "2:9: error: a brace without its partner",
          "3:13: error: `a b` cannot name an argument: lower-case letters, digits and `_`",
        ]
      ),
      (
        "words", "yes: {zh: [好, 行, 好], en: [ok]}\n",
        ["1:18: warning: `好` stands in this list twice"]
      ),
      ("words", "yes: [好]\n", ["1:6: error: a mapping of keys is wanted here, not a list"]),
      (
        "words", "yes: {zh: 好}\n",
        [
          "1:11: error: a list is wanted here: begin each item with `- `, or write [one, two]"
        ]
      ),
      (
        "specimens", "id_numbers: [a]\n",
        ["1:1: error: unknown key `id_numbers`; did you mean `id_number`?"]
      ),
      (
        "specimens", "name: 林小满\n",
        [
          "1:7: error: a list is wanted here: begin each item with `- `, or write [one, two]"
        ]
      ),
      (
        "phrase", "a: b\n", ["1:1: error: `lexicon/` has no file `phrase`; did you mean `phrases`?"]
      ),
    ] as [(String, String, [String])])
  func `a mistake in the lexicon is pointed at`(
    _ file: String, _ text: String, _ expected: [String]
  ) throws {
    let path = "lexicon/\(file).yaml"
    #expect(
      try TemporaryPack.findings([path: text]).map { $0.replacing(path + ":", with: "") }
        == expected)
  }

  @Test func `every file of phrases has its own keys`() throws {
    let pack = try TemporaryPack([
      "lexicon/desk.yaml": "hello:\n  zh: 我是{agent}。\n  en: I am {agent}.\n"
    ])
    let phrases = try #require(PackReader.read(directory: pack.path).pack).phrases
    #expect(phrases["hello"]?.arguments == ["name"])
    #expect(phrases.entries["desk"]?["hello"]?.arguments == ["agent"])
  }

  @Test func `lists are read as they stand`() throws {
    let pack = try TemporaryPack([
      "lexicon/words.yaml": "yes: {zh: [好, 行], en: [ok, \"yes\"]}\njoiner: {zh: [还有]}\n",
      "lexicon/specimens.yaml": "id_number: [110199199003150025]\nname: [林小满, 王大力]\n",
    ])
    let read = try PackReader.read(directory: pack.path)
    #expect(read.findings == [])
    let lexicon = try #require(read.pack).lexicon
    #expect(lexicon.words["yes"] == PerTongue(zh: ["好", "行"], en: ["ok", "yes"]))
    #expect(lexicon.words["joiner"]?.en == [])
    #expect(lexicon.specimens["id_number"] == ["110199199003150025"])
    #expect(lexicon.specimens["name"] == ["林小满", "王大力"])
  }
}
