import Fixtures
import Foundation
import Testing

@Suite struct DeterminismTests {
  private static let input = """
    蓝V多少钱
    能退吗
    /why
    how much is blue v
    and is it refundable
    1
    /clock 2020-07-01T00:00:00+08:00
    入驻要钱吗
    我的手机13800000000
    qzxw
    /history
    """

  private static let surroundings: [[String: String]] = [
    ["LANG": "C"], ["LANG": "zh_CN.UTF-8", "LC_ALL": "zh_CN.GB18030"], ["LANG": "en_US.UTF-8"],
    ["LC_ALL": "tr_TR.UTF-8"], ["TZ": "America/New_York"], ["TZ": "Asia/Kathmandu"],
    ["TZ": ":nonsense"],
    ["HOME": "/tmp"], ["HOME": ""], ["NO_COLOR": "1"], ["CLICOLOR_FORCE": "1"], ["TERM": "dumb"],
    ["COLUMNS": "20"], ["ACCESSIBLE": "1"],
  ]

  @Test func `The same input gives the same bytes in any surroundings`() throws {
    for options in [["--json"], ["--echo"]] {
      let arguments = options + [ScriptedInputTests.clock, "--seed", "7"]
      let first = try Program.run(arguments, input: Array(Self.input.utf8))
      #expect(first.code == 0)
      #expect(!first.out.isEmpty)
      for environment in Self.surroundings {
        let other = try Program.run(
          arguments, input: Array(Self.input.utf8), environment: environment, in: "/")
        #expect(other.out == first.out, "\(environment)")
      }
    }
  }

  @Test func `A pack gives the same bytes from any folder`() throws {
    let folder = Scratch.path("elsewhere")
    try TinyPack.write(to: folder)
    let arguments = ["--json", ScriptedInputTests.clock]
    let first = try Program.run(arguments, input: Array(Self.input.utf8))
    let other = try Program.run(
      arguments + ["--intents", folder], input: Array(Self.input.utf8))
    #expect(other.out == first.out)
  }

  @Test func `The pack inside the binary is the pack of the project`() throws {
    let arguments = ["--json", ScriptedInputTests.clock]
    let inside = try Program.run(
      arguments, input: Array(Self.input.utf8), environment: ["XIAOER_INTENTS": ""])
    let outside = try Program.run(
      arguments + ["--intents", House.intents], input: Array(Self.input.utf8))
    #expect(inside.code == 0)
    #expect(inside.out == outside.out)
  }

  @Test func `Copied to another folder, the program runs by itself`() throws {
    let copy = Scratch.path("copy")
    let ending = try Program.shell(
      "mkdir \"$COPY\" && cp \"$XIAOER\" \"$COPY/x\" && cd / && env -i \"$COPY/x\" ask 蓝V多少钱",
      environment: ["COPY": copy])
    #expect(ending.text.contains("599 元/年"))
    #expect(ending.code == 0)
  }
}
