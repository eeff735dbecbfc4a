import Glibc
import Testing

@testable import Terminal

/// S4: what is kept of what one types, and how.
@Suite struct HistoryFileTests {
  /// A folder of its own for each test, gone with it.
  final class Folder {
    let path: String
    init() throws {
      var template = Array("/tmp/xiaoer-history-XXXXXX".utf8CString)
      let made = try #require(mkdtemp(&template))
      path = String(cString: made)
    }
    deinit {
      for name in ["sub/deep/history", "history", "target"] { unlink(path + "/" + name) }
      for name in ["sub/deep", "sub", "history", ""] { rmdir(path + "/" + name) }
    }
    func write(_ bytes: [UInt8], to name: String) throws {
      let file = try #require(fopen(path + "/" + name, "w"))
      fwrite(bytes, 1, bytes.count, file)
      fclose(file)
    }
    func mode(of name: String) -> mode_t {
      var facts = stat()
      return lstat(path + "/" + name, &facts) == 0 ? facts.st_mode : 0
    }
  }

  @Test func `lines are kept in order, privately, whatever the umask`() throws {
    let folder = try Folder()
    let before = umask(0o777)
    umask(0)
    defer { umask(before) }
    let history = HistoryFile(path: folder.path + "/sub/deep/history")
    try history.append("怎么入驻")
    try history.append("费用")
    #expect(history.lines() == ["怎么入驻", "费用"])
    #expect(folder.mode(of: "sub/deep/history") & 0o7777 == 0o600)
    #expect(folder.mode(of: "sub/deep") & 0o7777 == 0o700)
    #expect(folder.mode(of: "sub") & 0o7777 == 0o700)
  }

  @Test func `at most a thousand lines are kept, the newest`() throws {
    let folder = try Folder()
    let lines = (1...1_200).map { "第\($0)句" }.joined(separator: "\n")
    try folder.write(Array(lines.utf8), to: "history")
    let history = HistoryFile(path: folder.path + "/history")
    try history.append("最后")
    #expect(history.lines().count == 1_000)
    #expect(history.lines().first == "第202句")
    #expect(history.lines().last == "最后")
  }

  @Test(arguments: [" 前面有空格", "", "有\u{1B}[2J", "有\u{0}", "两\n行", "有\u{9B}", "\u{7F}"])
  func `a line that must not be kept is not`(_ line: String) throws {
    let folder = try Folder()
    let history = HistoryFile(path: folder.path + "/history")
    try history.append(line)
    #expect(history.lines().isEmpty)
    #expect(!HistoryFile.keeps(line))
  }

  @Test func `a line longer than 4,096 bytes is not kept, one of 4,096 is`() {
    #expect(HistoryFile.keeps(String(repeating: "a", count: 4_096)))
    #expect(!HistoryFile.keeps(String(repeating: "a", count: 4_097)))
  }

  @Test func `the same line twice is kept once`() throws {
    let folder = try Folder()
    let history = HistoryFile(path: folder.path + "/history")
    try history.append("费用")
    try history.append("费用")
    #expect(history.lines() == ["费用"])
  }

  @Test func `what another session added meanwhile stays`() throws {
    let folder = try Folder()
    let (one, other) = (
      HistoryFile(path: folder.path + "/history"), HistoryFile(path: folder.path + "/history")
    )
    try one.append("甲")
    try other.append("乙")
    try one.append("丙")
    #expect(other.lines() == ["甲", "乙", "丙"])
  }

  @Test func `a damaged line is left out, the others stay`() throws {
    let folder = try Folder()
    try folder.write(
      Array("好\n".utf8) + [0xFF, 0xFE, 0x0A] + Array("也好\n\u{1B}]0;x\n".utf8), to: "history")
    #expect(HistoryFile(path: folder.path + "/history").lines() == ["好", "也好"])
  }

  @Test func `random bytes never crash it, and what is read may be kept`() {
    var chance = SplitMix(state: 20_260_720)
    for _ in 0..<2_000 {
      let count = Int.random(in: 0..<300, using: &chance)
      let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &chance) }
      for line in HistoryFile.lines(in: bytes) { #expect(HistoryFile.keeps(line)) }
    }
  }

  @Test func `a link in its place is not followed but replaced`() throws {
    let folder = try Folder()
    try folder.write(Array("不是历史\n".utf8), to: "target")
    symlink(folder.path + "/target", folder.path + "/history")
    let history = HistoryFile(path: folder.path + "/history")
    #expect(history.lines().isEmpty)
    try history.append("新")
    #expect(history.lines() == ["新"])
    #expect(folder.mode(of: "history") & S_IFMT == S_IFREG)
    #expect(HistoryFile(path: folder.path + "/target").lines() == ["不是历史"])
  }

  @Test func `a pipe in its place does not make it wait`() throws {
    let folder = try Folder()
    mkfifo(folder.path + "/history", 0o600)
    #expect(HistoryFile(path: folder.path + "/history").lines().isEmpty)
  }

  @Test func `a place that cannot be written says what failed and where`() {
    let history = HistoryFile(path: "/proc/xiaoer/history")
    #expect(throws: HistoryFile.Failure(operation: "mkdir", code: ENOENT, path: "/proc/xiaoer")) {
      try history.append("句")
    }
  }
}
