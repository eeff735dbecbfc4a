import Fixtures
import Foundation
import PackReader
import Rehearsal
import Testing

@Suite struct GapsTests {
  private func question(
    _ text: String?, _ kind: String = "not_understood", by merchant: String = "lin",
    nearest: String? = "bluev.fee", items: [String] = []
  ) -> Gaps.Question {
    Gaps.Question(merchant: merchant, text: text, kind: kind, nearest: nearest, items: items)
  }

  @Test func `alike questions are one group, counted, the largest first`() {
    let groups = Gaps([
      question("直播间怎么挂优惠券"), question("蓝V能不能转让给别人"), question("直播间咋挂优惠券", by: "wang"),
      question("直播间怎么挂优惠券？"),
    ]).groups
    #expect(groups.map(\.count) == [3, 1])
    #expect(groups.first?.merchants == ["lin", "wang"])
    #expect(groups.first?.wordings.count == 3)
  }

  @Test func `what the policy leaves open goes by its item, and erased words still count`() {
    let groups = Gaps([
      question("能退吗", "silent", nearest: "silent.refund", items: ["S01"]),
      question(nil, "silent", nearest: "silent.refund", items: ["S01"]),
    ]).groups
    #expect(groups.map(\.count) == [2])
    #expect(groups.first?.wordings == ["能退吗"])
  }

  @Test(arguments: ["bluev.fee", "silent.refund", "social.greeting", nil] as [String?])
  func `lint accepts a proposal where its id says it belongs`(_ nearest: String?) throws {
    let texts = ["办\"蓝V\"要几盏路灯: {x}", "how many lamps does it take", "办蓝V要几盏路灯呢"]
    let group = try #require(Gaps(texts.map { question($0, nearest: nearest) }).groups.first)
    let draft = try #require(GapDraft(group, number: 1, pack: TinyPack.pack))
    let folder = Scratch.folder + "/gap-\(nearest ?? "none")"
    try TinyPack.write(to: folder)
    let file = folder + "/" + draft.id.replacing(".", with: "/") + ".yaml"
    try FileManager.default.createDirectory(
      atPath: String(file[..<(file.lastIndex(of: "/") ?? file.endIndex)]),
      withIntermediateDirectories: true)
    try draft.text.write(toFile: file, atomically: true, encoding: .utf8)
    let findings = try compile(directory: folder).findings
    #expect(findings.filter { $0.severity == .error } == [])
  }

  @Test func `what the pack knows already is not proposed`() throws {
    let known = try #require(Gaps([question("蓝V多少钱")]).groups.first)
    #expect(GapDraft(known, number: 1, pack: TinyPack.pack) == nil)
  }
}
