import Fixtures
import Foundation
import Testing

@Suite struct TestCommandTests {
  private func text(_ path: String) throws -> String {
    try String(contentsOfFile: path, encoding: .utf8)
  }

  @Test func `The pack's own tests run without a path`() throws {
    let ending = try Program.run("test")
    #expect(ending.text == "14 of 14 tests of intents passed\n")
    #expect(ending.code == 0)
  }

  @Test func `A misstep is shown as a diff with its line, and counted`() throws {
    let good = try Scratch.file("good.chat", "> 你好\n= kind social\n")
    let bad = try Scratch.file("bad.chat", "# Fee\n\n> 蓝V多少钱\n= cite P12\n")
    let ending = try Program.run("test", good, bad)
    #expect(
      ending.text == """
        \(bad):4: other citation
          > 蓝V多少钱
          - = cite P12
          + = cite P11
        1 of 2 scripts passed

        """)
    #expect(ending.code == 1)
    #expect(ending.err == "")
  }

  @Test func `A folder stands for all scripts below it`() throws {
    let folder = Scratch.path("scripts")
    try FileManager.default.createDirectory(
      atPath: folder + "/deep", withIntermediateDirectories: true)
    for name in ["b.chat", "a.chat", "deep/c.chat", "no.txt"] {
      try "> 你好\n= kind answer\n".write(
        toFile: folder + "/" + name, atomically: false, encoding: .utf8)
    }
    let ending = try Program.run("test", folder)
    let named = ending.lines.filter { $0.hasPrefix(folder) }
    #expect(named == ["a", "b", "deep/c"].map { "\(folder)/\($0).chat:2: other intent" })
    #expect(ending.lines.last == "0 of 3 scripts passed")
  }

  // MARK: - Updates

  private static let stale = "# Fee\n@seed 7\n\n> 蓝V多少钱\n< old\n= intent bluev.fee\n"
  private static let wrong = "> 蓝V多少钱\n< old\n= cite P12\n"

  @Test(arguments: ["--update=wording", "--update=all"])
  func `An update rewrites the replies and nothing else, and then all pass`(_ option: String) throws
  {
    let path = try Scratch.file("a.chat", Self.stale)
    let ending = try Program.run("test", option, path)
    #expect(ending.code == 0)
    #expect(ending.lines.last == "1 of 1 scripts passed")
    let lines = try text(path).split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count == 7)
    #expect(lines[4].hasPrefix("< 蓝V认证费用是 599 元/年。"))
    #expect(
      lines.enumerated().filter { $0.offset != 4 }.map(\.element)
        == ["# Fee", "@seed 7", "", "> 蓝V多少钱", "= intent bluev.fee", ""])
  }

  @Test func `An update without a word is one of the wording`() {
    withKnownIssue("--update wants a value") {
      let path = try Scratch.file("a.chat", Self.stale)
      #expect(try Program.run("test", "--update", path).code == 0)
    }
  }

  @Test func `An update of the wording leaves a turn whose citation changed`() throws {
    let path = try Scratch.file("a.chat", Self.wrong)
    #expect(try Program.run("test", "--update=wording", path).code == 1)
    #expect(try text(path) == Self.wrong)
    #expect(try Program.run("test", "--update=all", path).code == 1)
    #expect(try text(path).contains("< 蓝V认证费用是"))
    #expect(try text(path).hasSuffix("\n= cite P12\n"))
  }

  @Test func `Without update nothing is written`() throws {
    let path = try Scratch.file("a.chat", Self.stale)
    #expect(try Program.run("test", path).code == 1)
    #expect(try text(path) == Self.stale)
  }
}
