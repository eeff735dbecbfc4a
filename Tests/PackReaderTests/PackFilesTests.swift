import Foundation
import PackReader
import Testing

@Suite struct PackFilesTests {
  @Test func `a directory that is not there is an error of its own`() throws {
    #expect(throws: PackReadingError.missing(path: "/nowhere/at/all")) {
      try PackReader.read(directory: "/nowhere/at/all")
    }
    let pack = try TemporaryPack()
    let file = pack.path + "/bluev/fee.yaml"
    #expect(throws: PackReadingError.notADirectory(path: file)) {
      try PackReader.read(directory: file)
    }
  }

  @Test func `a file that cannot be opened is an error of its own`() throws {
    // Root may open everything.
    guard getuid() != 0 else { return }
    let pack = try TemporaryPack()
    chmod(pack.path + "/bluev/fee.yaml", 0)
    #expect(throws: PackReadingError.self) { try PackReader.read(directory: pack.path) }
  }

  @Test func `a file over one mebibyte is refused, and one of just that size is not`() throws {
    let pack = try TemporaryPack()
    let head = Data(TemporaryPack.fee.utf8)
    let room = (1 << 20) - head.count
    try pack.write(
      head + Data("#".utf8) + Data(repeating: 0x61, count: room - 1), to: "bluev/fee.yaml")
    #expect(try pack.findings() == [])
    try pack.write(head + Data("#".utf8) + Data(repeating: 0x61, count: room), to: "bluev/fee.yaml")
    #expect(
      try pack.findings().contains("bluev/fee.yaml:1:1: error: larger than 1048576 bytes"))
  }

  @Test func `a link inside the pack is followed, one that leads out of it is not`() throws {
    let pack = try TemporaryPack([
      "bluev/notes.md": TemporaryPack.refund.replacing("silent.refund", with: "oos.y")
    ])
    let out = "a link that leads out of the pack, or nowhere"
    try pack.link("oos/x.yaml", to: "/etc/passwd")
    try pack.link("oos/z.yaml", to: "nothing.yaml")
    try pack.link("etc", to: "/etc")
    try pack.link("copy", to: "bluev")
    try pack.link("oos/loop.yaml", to: "loop.yaml")
    #expect(
      try pack.findings() == [
        "copy:1:1: error: a link to a folder: the files must stand here themselves",
        "etc:1:1: error: \(out)", "oos/loop.yaml:1:1: error: \(out)",
        "oos/x.yaml:1:1: error: \(out)",
        "oos/z.yaml:1:1: error: \(out)",
      ])
    let other = try TemporaryPack()
    try other.remove("bluev/fee.yaml")
    try other.write(Data(TemporaryPack.fee.utf8), to: "bluev/fee.md")
    try other.link("bluev/fee.yaml", to: "fee.md")
    #expect(try other.findings() == [])
  }

  @Test(.timeLimit(.minutes(1)))
  func `a pipe, a device or a socket is never opened`() throws {
    let pack = try TemporaryPack()
    mkfifo(pack.path + "/bluev/pipe.yaml", 0o600)
    mkfifo(pack.path + "/pipe", 0o600)
    try pack.link("bluev/zero.yaml", to: "/dev/zero")
    #expect(
      try pack.findings() == [
        "bluev/pipe.yaml:1:1: error: neither a file nor a folder",
        "bluev/zero.yaml:1:1: error: a link that leads out of the pack, or nowhere",
        "pipe:1:1: error: neither a file nor a folder",
      ])
  }

  @Test func `what is no part of a pack is said or passed over`() throws {
    #expect(
      try TemporaryPack.findings([
        "README.md": "", "LICENSE": "", ".git/config": "", "bluev/.fee.yaml.swp": "",
        "bluev/fee.yaml~": "", "bluev/#fee.yaml#": "", "bluev/README.md": "", "drafts/idea.txt": "",
        "fee.yaml": "", "bluev/fee.yml": "", "bluev/fee.yaml.bak": "", "bluev/deep/fee.yaml": "",
        "Blue V/fee.yaml": "", "bluev/the-fee.yaml": "",
      ]) == [
        "Blue V:1:1: error: `Blue V` cannot be part of an id: lower-case letters, digits and `_`",
        "bluev/deep:1:1: error: folders do not stand in one another: one folder, one file",
        "bluev/fee.yaml.bak:1:1: warning: this is not read: it is no `.yaml`",
        "bluev/fee.yml:1:1: error: call it `.yaml`, else it is not read",
        "bluev/the-fee.yaml:1:1: error: `the-fee` cannot be part of an id: lower-case letters, digits "
          + "and `_`",
        "fee.yaml:1:1: error: a YAML file belongs in a folder, which decides what it is",
      ])
  }

  @Test func `scripts are found below tests and sorted`() throws {
    let pack = try TemporaryPack([
      "tests/b.chat": "", "tests/a.chat": "", "tests/flows/c.chat": "", "tests/licence.jpg": "",
    ])
    let read = try PackReader.read(directory: pack.path)
    #expect(read.findings == [])
    #expect(read.pack?.chats == ["tests/a.chat", "tests/b.chat", "tests/flows/c.chat"])
  }
}

extension TemporaryPack {
  /// Makes a symbolic link.
  fileprivate func link(_ file: String, to target: String) throws {
    let full = path + "/" + file
    try FileManager.default.createDirectory(
      atPath: (full as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(atPath: full, withDestinationPath: target)
  }
}
