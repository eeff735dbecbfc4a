import Casework
import Fixtures
import Foundation
import Session
import Testing

@testable import xiaoer

/// Promise S6: whatever a merchant's path leads to, it is read as a file or refused at once.
@Suite struct LicenceFilesTests {
  private func open(_ candidates: String...) -> Result<LicenceBytes, LicenceOpenRefusal> {
    LicenceFiles().open(candidates)
  }

  @Test func `a file is read whole, and its folders are not in its name`() throws {
    let path = try Scratch.file("执照 副本.jpg", [1, 2, 3])
    let bytes = try open(path).get()
    #expect(bytes.bytes == [1, 2, 3])
    #expect(bytes.size == 3)
    #expect(bytes.name.hasSuffix("执照 副本.jpg") && !bytes.name.contains("/"))
    #expect("\(bytes)" == "3 bytes")
    #expect(String(reflecting: bytes) == "3 bytes")
  }

  @Test func `of a large file one byte more than the limit is read`() throws {
    let limit = LicenceFile.sizeLimit
    for (size, read) in [(limit, limit), (limit + 1, limit + 1), (limit + 70_000, limit + 1)] {
      let path = Scratch.path("large.jpg")
      try #require(FileManager.default.createFile(atPath: path, contents: nil))
      try #require(truncate(path, off_t(size)) == 0)
      let bytes = try open(path).get()
      #expect(bytes.size == size)
      #expect(bytes.bytes.count == read)
    }
  }

  @Test func `the first reading that is there is taken`() throws {
    let path = try Scratch.file("a.jpg", [7])
    #expect(try open(path + "，谢谢", Scratch.folder, path).get().bytes == [7])
    #expect(open(path + " 谢谢", Scratch.folder) == .failure(.directory))
    #expect(open(path + "1", path + "2") == .failure(.missing))
    #expect(open() == .failure(.missing))
  }

  @Test(arguments: [
    ("/nowhere/at/all.jpg", LicenceOpenRefusal.missing), ("", .missing),
    ("/etc/passwd/a.jpg", .missing),
    ("/" + String(repeating: "a", count: 300), .missing),
    ("/" + String(repeating: "a/", count: 2_500), .missing), ("/tmp\0/a.jpg", .missing),
    ("/tmp", .directory), ("/", .directory), ("/tmp/.", .directory), ("/dev/null", .notRegular),
    ("/dev/zero", .notRegular), ("/dev/urandom", .notRegular), ("/proc/cpuinfo", .empty),
    ("/proc/self/mem", .empty), ("/proc/kmsg", .empty), ("/dev/tty", .notRegular),
  ])
  func `what is no file is refused at once`(path: String, refusal: LicenceOpenRefusal) {
    // A container may lack one of them.
    guard refusal == .missing || access(path, F_OK) == 0 else { return }
    let taken = ContinuousClock().measure { #expect(open(path) == .failure(refusal)) }
    #expect(taken < .seconds(1))
  }

  @Test func `a pipe nobody writes to and a socket are never waited for`() throws {
    let pipe = Scratch.path("pipe.jpg")
    try #require(mkfifo(pipe, 0o600) == 0)
    #expect(open(pipe) == .failure(.notRegular))
    let link = Scratch.path("link.jpg")
    try #require(symlink(pipe, link) == 0)
    #expect(open(link) == .failure(.notRegular))
    let path = "/tmp/xiaoer-\(getpid()).sock"
    let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    defer {
      close(descriptor)
      unlink(path)
    }
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
    let bound = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
    try #require(bound == 0)
    #expect(open(path) == .failure(.notRegular))
  }

  @Test func `links are followed, circles and dead ends are not`() throws {
    let path = try Scratch.file("a.jpg", [7])
    let (link, loop, dead) = (Scratch.path("link"), Scratch.path("loop"), Scratch.path("dead"))
    try #require(symlink(path, link) == 0 && symlink(loop, loop) == 0 && symlink("no", dead) == 0)
    #expect(try open(link).get().bytes == [7])
    #expect(open(loop) == .failure(.symlinkLoop))
    #expect(open(dead) == .failure(.missing))
  }

  @Test func `an empty file is empty`() throws {
    #expect(open(try Scratch.file("empty.jpg", "")) == .failure(.empty))
  }

  @Test func `a file that may not be read says so`() throws {
    // Root may read everything.
    guard getuid() != 0 else { return }
    let path = try Scratch.file("a.jpg", [7])
    chmod(path, 0)
    #expect(open(path) == .failure(.noPermission))
  }

  @Test func `every refusal has its key`() {
    let refusals: [LicenceOpenRefusal] = [
      .missing, .directory, .noPermission, .notRegular, .symlinkLoop, .empty,
      .unreadable(errno: EIO),
    ]
    #expect(refusals.map(\.key) == LicenceOpenRefusal.keys)
  }
}
