import Casework
import Foundation
import GRDB
import JournalSpecimens
import Policy
import Session
import Testing

@testable import Journal

/// PROMISES R1, R3, R4 and R5, in short; the full figures are in `Tests/Promises`.
@Suite(.serialized) struct SharedStoreTests {
  private let place = Place()

  /// What `count` probes say that run at once.
  private func together(_ count: Int, _ arguments: (Int) -> [String]) throws -> [[String]] {
    let paths = (0..<count).map { place.folder + "/out-\($0)" }
    let probes = try paths.enumerated().map { number, path in
      try Place.start(Place.probe, arguments(number), output: output(path))
    }
    for probe in probes { probe.waitUntilExit() }
    return paths.map(lines)
  }

  private func output(_ path: String) throws -> FileHandle {
    try FileManager.default.createDirectory(
      atPath: place.folder, withIntermediateDirectories: true)
    try Data().write(to: URL(fileURLWithPath: path))
    return try #require(FileHandle(forWritingAtPath: path))
  }

  private func lines(_ path: String) -> [String] {
    String(decoding: FileManager.default.contents(atPath: path) ?? Data(), as: UTF8.self)
      .split(separator: "\n").map(String.init)
  }

  @Test func `eight processes make one store, and lose nothing`() throws {
    let said = try together(8) { ["append", place.store, place.key, "m\($0)", "10"] }
    #expect(said.joined().allSatisfy { $0.hasPrefix("ack ") })
    let store = try place.open()
    let entries = try store.entries(after: 0)
    #expect(entries.map(\.sequence) == Array(1...80))
    #expect(store.keyFault == nil)
    #expect(try store.check().sealed == 80)
  }

  @Test func `who shares a merchant's log is told when another came first`() throws {
    let said = try together(4) { _ in ["append", place.store, place.key, "lin", "10"] }.joined()
    #expect(said.allSatisfy { $0.hasPrefix("ack ") || $0 == "not conflict" })
    let acknowledged = said.filter { $0.hasPrefix("ack ") }.count
    #expect(try place.open().entries(of: "lin", after: 0).count == acknowledged)
  }

  @Test func `one order, however often it is opened`() throws {
    do {
      let store = try place.open()
      try Specimen.fillIn(.bluev, of: "lin", in: store)
    }
    let said = try together(4) { _ in ["pay", place.store, place.key, "lin", "50"] }.joined()
    #expect(said.filter { $0.hasPrefix("opened") }.count == 1)
    #expect(said.filter { $0 == "refused" }.count == 199)
    #expect(try place.open().record(of: "lin").latest(.bluev)?.orders.count == 1)
  }

  @Test func `what was acknowledged before a kill is there`() throws {
    for count in [1, 7, 40] {
      let path = place.folder + "/killed-\(count)"
      let output = try output(path)
      let probe = try Place.start(
        Place.probe, ["append", place.store, place.key, "lin", "100000"], output: output)
      while probe.isRunning, lines(path).count < count { sched_yield() }
      kill(probe.processIdentifier, SIGKILL)
      probe.waitUntilExit()
      let last = try #require(lines(path).last { $0.hasPrefix("ack ") }?.split(separator: " ").last)
      let found = try place.open().entries(of: "lin", after: 0).count
      // One more may have been written and not yet told.
      #expect((0...1).contains(found - (Int(last) ?? -1)))
      #expect(try place.open().check().entries == found)
    }
  }

  @Test func `at the limit of a file's size it says so, keeps what was saved, and goes on later`()
    throws
  {
    let path = place.folder + "/limited"
    try Specimen.settle("wang", in: place.open())
    let output = try output(path)
    let probe = try Place.start(
      "/usr/bin/prlimit",
      ["--fsize=400000", Place.probe, "append", place.store, place.key, "lin", "400"],
      output: output)
    probe.waitUntilExit()
    #expect(probe.terminationReason == .exit && probe.terminationStatus == 0)
    let said = lines(path)
    let acknowledged = said.filter { $0.hasPrefix("ack ") }.count
    #expect(said.contains { $0.hasPrefix("not notSaved") })
    #expect(acknowledged > 0)
    let store = try place.open()
    #expect(try store.entries(of: "lin", after: 0).count == acknowledged)
    try Specimen.append([.told(version: 0)], to: "lin", in: store)
    #expect(try store.check().differing.isEmpty)
  }

  @Test func `who waits for a writer too long is told that it is busy`() throws {
    let store = try place.open()
    let other = try place.open()
    try store.outside { db in
      try db.inTransaction(.immediate) {
        try other.outside { try $0.execute(sql: "PRAGMA busy_timeout = 20") }
        #expect(throws: StoreError.busy) {
          try Specimen.append([.told(version: 0)], to: "lin", in: other)
        }
        return .rollback
      }
    }
    try Specimen.append([.told(version: 0)], to: "lin", in: other)
  }
}
