import Dialogue
import PackReader
import Policy
import Testing

@Suite struct ReadTests {
  @Test func `a whole pack is read without a finding`() throws {
    let whole = try TemporaryPack()
    let (read, findings) = try PackReader.read(directory: whole.path)
    #expect(findings == [])
    let pack = try #require(read)
    #expect(pack.policy.name == "2020-07-20")
    #expect(pack.intents.map(\.id) == ["bluev.fee", "silent.refund"])
    #expect(pack.phrases["hello"]?.arguments == ["name"])
    #expect(pack.phrases["hello"]?.text.en == "Hello, {name}.")
    #expect(pack.chats == [])
  }

  @Test func `an intent is what its file says`() throws {
    let whole = try TemporaryPack()
    let pack = try #require(try PackReader.read(directory: whole.path).pack)
    let fee = try #require(pack.intents.first)
    #expect(fee.kind == .answer)
    #expect(fee.title.zh == "蓝V费用")
    #expect(fee.question.zh == "蓝V多少钱?")
    #expect(fee.topic?.en == "Blue V")
    #expect(fee.ask.zh.map(\.text) == ["蓝V认证多少钱", "企业认证收费吗"])
    #expect(fee.ask.en.map(\.line) == [7])
    #expect(fee.not.zh.map(\.belongsTo) == ["silent.refund"])
    #expect(fee.not.en == [])
    #expect(fee.answer?.cite.map(\.description) == ["P11"])
    #expect(fee.answer?.text.zh == "费用是 {{P11.fee}}。")
    #expect(fee.follow == ["silent.refund"])
    #expect(fee.short.zh.first?.sayings.map(\.text) == ["能退吗", "退不退"])
    #expect(fee.short.zh.first?.answeredBy == "silent.refund")
    #expect(fee.tests.en.map(\.text) == ["is it free?"])
    #expect(fee.file == "bluev/fee.yaml" && fee.line == 1)
  }

  @Test func `an intent without a question is shown by its title`() throws {
    let whole = try TemporaryPack()
    let pack = try #require(try PackReader.read(directory: whole.path).pack)
    let refund = try #require(pack.intents.last)
    #expect(refund.kind == .silent)
    #expect(refund.question == refund.title)
    #expect(refund.topic == nil)
    #expect(refund.answer?.silent.map(\.description) == ["S01"])
  }

  @Test(arguments: [
    ("silent", Intent.Kind.silent), ("flow", .flow), ("agent", .agent), ("social", .social),
    ("control", .command), ("oos", .outOfScope), ("privacy", .privacy), ("bluev", .answer),
    ("compare", .answer),
  ])
  func `the folder decides the kind`(_ folder: String, _ kind: Intent.Kind) throws {
    let cite = kind == .answer ? "\n  cite: [P11]" : kind == .silent ? "\n  silent: [S01]" : ""
    let text = """
      id: \(folder).thing
      title: {zh: 甲, en: a}
      ask: {zh: [乙], en: [b]}
      answer:\(cite)
        zh: 丙
        en: c
      tests: {zh: [丁], en: [d]}
      """
    let pack = try TemporaryPack(["\(folder)/thing.yaml": text])
    let read = try PackReader.read(directory: pack.path)
    #expect(read.findings == [])
    #expect(read.pack?.intents.first { $0.id == "\(folder).thing" }?.kind == kind)
  }

  @Test func `out of scope needs no answer`() throws {
    let text = "id: oos.bus\ntitle: {zh: 公交, en: Buses}\nask: {zh: [几路车], en: [which bus]}\n"
    #expect(
      try TemporaryPack.findings(["oos/bus.yaml": text]) == [
        "oos/bus.yaml:1:1: warning: no `tests`: nothing shows that this intent is understood"
      ])
  }

  @Test func `a pack with an error is no pack, with a warning it is`() throws {
    let bad = try TemporaryPack(["oos/bus.yaml": "id: oos.bus\n"])
    #expect(try PackReader.read(directory: bad.path).pack == nil)
    let odd = try TemporaryPack(["bluev/old.txt": ""])
    let read = try PackReader.read(directory: odd.path)
    #expect(read.pack != nil && read.findings.map(\.severity) == [.warning])
  }

  @Test func `all findings of all files are collected and sorted`() throws {
    let fee = TemporaryPack.fee
      .replacing("answer:", with: "anser:").replacing("topic: {zh: 蓝V,", with: "topic: {")
    let refund = TemporaryPack.refund.replacing("[S01]", with: "[S02]")
    #expect(
      try TemporaryPack.findings(["silent/refund.yaml": refund, "bluev/fee.yaml": fee]) == [
        "bluev/fee.yaml:1:1: error: the key `answer` is missing",
        "bluev/fee.yaml:4:1: error: the Chinese text is missing: add `zh`",
        "bluev/fee.yaml:10:1: error: unknown key `anser`; did you mean `answer`?",
        "silent/refund.yaml:7:12: error: there is no silent item `S02`",
      ])
  }

  @Test func `the hash is that of the YAML files and nothing else`() throws {
    let pack = try TemporaryPack(["tests/a.chat": "> hi\n", "bluev/notes.md": "notes"])
    let hash = try #require(try PackReader.read(directory: pack.path).pack?.hash)
    #expect(hash.hasPrefix("sha256:") && hash.count == 71)
    let whole = try TemporaryPack()
    #expect(try PackReader.read(directory: whole.path).pack?.hash == hash)
    let other = TemporaryPack.refund.replacing("政策里", with: "政策中")
    let changed = try TemporaryPack(["silent/refund.yaml": other])
    #expect(try PackReader.read(directory: changed.path).pack?.hash != hash)
  }
}
