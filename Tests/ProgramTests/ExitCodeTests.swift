import Fixtures
import Foundation
import Testing

@Suite struct ExitCodeTests {
  @Test(arguments: [
    ["--nonsense"], ["nonsense"], ["ask"], ["--clock", "yesterday", "chat"], ["--clock"],
    ["ask", "--clock", "2020-08-01", "x"], ["ask", "--as-of", "2020-02-30", "x"],
    ["ask", "--lang", "fr", "x"], ["ask", "--merchant", "", "x"],
    ["ask", "--merchant", "a b", "x"],
    ["ask", "--seed", "-1", "x"], ["ask", "--seed", "x", "y"], ["--input", "xml"],
    ["classify", "--on-error", "ignore"], ["evaluate", "one.tsv"], ["policy", "P99"],
    ["policy", "P01", "P02"], ["policy", "diff", "2020-07-19"], ["policy", "diff", "a", "b"],
    ["evaluate", "--shots", "0", "a", "b"], ["test", "--update=some"],
  ])
  func `Wrong usage is 64, with a word on stderr`(_ arguments: [String]) throws {
    let ending = try Program.run(arguments)
    #expect(ending.code == 64, "\(arguments)")
    #expect(ending.out == [])
    #expect(!ending.err.isEmpty)
  }

  @Test(arguments: [
    ["ask", "--intents", "/nonexistent/pack", "x"], ["lint", "/nonexistent/pack"],
    ["lint", "/nonexistent/a.chat"], ["test", "/nonexistent/a.chat"],
    ["evaluate", "/nonexistent/a.tsv", "/nonexistent/b.tsv"],
    ["ask", "--intents", "/etc/passwd", "x"],
    ["classify", "--intents", "/nonexistent"], ["test", "--intents", "/nonexistent"],
  ])
  func `A missing input is 66, and named`(_ arguments: [String]) throws {
    let ending = try Program.run(arguments)
    #expect(ending.code == 66, "\(arguments)")
    #expect(ending.err.contains("/"))
    #expect(ending.err.split(separator: "\n").count == 1)
  }

  @Test func `A store that cannot be made answers all the same, and the exit says so`() throws {
    let ending = try Program.run("ask", "--store", "/dev/null/x.db", "蓝V多少钱")
    #expect(ending.code == 73)
    #expect(String(decoding: ending.out, as: UTF8.self).contains("P11"))
    #expect(try Program.run("ask", "--store", ":memory:", "蓝V多少钱").code == 0)
    #expect(
      try Program.run("ask", "蓝V多少钱", environment: ["XIAOER_STORE": "/dev/null/x.db"]).code == 73)
  }

  @Test(arguments: ["--help", "--version", "help", "ask --help", "classify --help"])
  func `Help is no error`(_ command: String) throws {
    let ending = try Program.run(command.split(separator: " ").map(String.init))
    #expect(ending.code == 0)
    #expect(ending.err == "")
    #expect(!ending.out.isEmpty)
  }

  @Test(arguments: [
    ("> 你好\n= kind social\n", 0), ("> 你好\n= kind answer\n", 1), ("你好\n", 1), ("", 0),
  ])
  func `A failed script never exits 0`(_ script: String, _ code: Int32) throws {
    let path = try Scratch.file("a.chat", script)
    #expect(try Program.run("test", path).code == code)
  }

  @Test func `A script that is no text is bad data`() throws {
    let path = try Scratch.file("a.chat", [0xFF, 0xFE] as [UInt8])
    #expect(try Program.run("test", path).code == 65)
    #expect(try Program.run("lint", path).code == 65)
  }

  // MARK: - Packs

  /// A copy of the tiny pack with `text` put in the place of `old` in `file`.
  private func spoilt(_ file: String, _ old: String, _ text: String) throws -> String {
    let folder = Scratch.path("pack")
    try TinyPack.write(to: folder)
    let path = folder + "/" + file
    let before = try String(contentsOfFile: path, encoding: .utf8)
    try before.replacing(old, with: text).write(toFile: path, atomically: false, encoding: .utf8)
    return folder
  }

  @Test(arguments: [
    ("bluev/fee.yaml", "title:", "titel:", "bluev/fee.yaml:2:1: error: "),
    ("bluev/fee.yaml", "en: the Blue V fee", "de: x", "bluev/fee.yaml:2:"),
    ("bluev/fee.yaml", "cite: [P11]", "cite: [P99]", "bluev/fee.yaml:9:"),
    ("bluev/fee.yaml", "onboard.free]", "onboard.fre]", "bluev/fee.yaml:12:"),
    ("bluev/fee.yaml", "{{P11.fee}}", "599 元", "bluev/fee.yaml:10:"),
    ("bluev/fee.yaml", "id: bluev.fee", "id: &a [*a, *a]", "bluev/fee.yaml:1:"),
    ("bluev/fee.yaml", "id: bluev.fee", "id: [", "bluev/fee.yaml:"),
    ("lexicon/phrases.yaml", "\nclarify:", "\nclarfy:", "lexicon/phrases.yaml:"),
  ])
  func `A bad pack is 65, with file, line and column`(
    _ file: String, _ old: String, _ new: String, _ place: String
  ) throws {
    let folder = try spoilt(file, old, new)
    let lint = try Program.run("lint", folder)
    #expect(lint.code == 65)
    #expect(lint.text.contains(folder + "/" + place), "\(lint.text)")
    #expect(lint.text.contains(#/\.yaml:[0-9]+:[0-9]+: error: /#))
    let ask = try Program.run("ask", "--intents", folder, "你好")
    #expect(ask.code == 65)
    #expect(ask.out == [])
    #expect(ask.err.contains(place))
  }

  @Test func `Warnings do no harm`() throws {
    let ending = try Program.run("lint", TinyPack.folder)
    #expect(ending.code == 0)
    #expect(ending.lines.last?.hasPrefix("0 errors, ") == true)
    #expect(ending.lines.dropLast().allSatisfy { $0.contains(": warning: ") })
  }

  @Test func `A bad script in a pack is found by lint`() throws {
    let folder = Scratch.path("pack")
    try TinyPack.write(to: folder)
    try FileManager.default.createDirectory(
      atPath: folder + "/tests", withIntermediateDirectories: false)
    try "# A\n> 你好\n= intend x\n".write(
      toFile: folder + "/tests/a.chat", atomically: false, encoding: .utf8)
    let ending = try Program.run("lint", folder)
    #expect(ending.code == 65)
    #expect(ending.text.contains(folder + "/tests/a.chat:3:3: error: unknown assertion `intend`"))
  }
}
