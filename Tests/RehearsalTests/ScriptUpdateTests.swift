import Fixtures
import Rehearsal
import Session
import Testing

@Suite struct ScriptUpdateTests {
  private let text = """
    # A comment
    @seed 7

    > 蓝V多少钱
    < old
    = intent bluev.fee
    < older
    # between
    > 能退吗
    < [..]没有说明[..]

    """

  private func updated(_ text: String) -> String {
    let outcome = ScriptRun(assistant: TinyPack.assistant, file: "a.chat")
      .play(ChatScript(text))
    return ScriptUpdate.apply(outcome.rewordings, to: text)
  }

  @Test func `Only replies that differ are rewritten`() {
    let lines = updated(text).split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines[0..<4] == ["# A comment", "@seed 7", "", "> 蓝V多少钱"])
    #expect(lines[4].hasPrefix("< 蓝V认证费用是 599 元/年。〔"))
    #expect(lines[5...] == ["= intent bluev.fee", "# between", "> 能退吗", "< [..]没有说明[..]", ""])
  }

  @Test func `What was updated passes, and a second update changes nothing`() {
    let once = updated(text)
    #expect(updated(once) == once)
    let outcome = ScriptRun(assistant: TinyPack.assistant, file: "a.chat")
      .play(ChatScript(once))
    #expect(outcome.missteps.isEmpty)
  }

  @Test func `Assertions are never rewritten`() {
    #expect(updated("> 蓝V多少钱\n= cite P12\n") == "> 蓝V多少钱\n= cite P12\n")
  }

  @Test func `A turn without replies gets none`() {
    #expect(updated("> 蓝V多少钱\n") == "> 蓝V多少钱\n")
  }

  @Test func `Line ends stay as they were`() {
    let other = updated(text.replacing("\n", with: "\r\n"))
    #expect(other == updated(text).replacing("\n", with: "\r\n"))
  }
}
