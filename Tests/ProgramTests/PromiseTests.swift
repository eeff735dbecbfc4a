import Fixtures
import Foundation
import Testing

/// The short form of what the scripts in `Tests/Promises` show at length.
@Suite struct PromiseTests {
  private let shop: String
  private let licence: String
  private static let secrets = ["许知秋", "严怀瑾", "320199198609028299", "13379914378"]

  init() throws {
    shop = Scratch.path("shop")
    let padding = String(repeating: "% made up 严怀瑾\n", count: 700)
    licence = try Scratch.file(
      "执照.pdf",
      """
      %PDF-1.4
      1 0 obj
      << /Type /Catalog /Pages 2 0 R >>
      endobj
      2 0 obj
      << /Type /Pages /Kids [3 0 R] /Count 1 >>
      endobj
      3 0 obj
      << /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>
      endobj
      \(padding)xref
      0 1
      0000000000 65535 f\u{20}
      trailer
      << /Size 4 /Root 1 0 R >>
      startxref
      0
      %%EOF

      """)
  }

  private var realname: [String] {
    [
      "我要实名认证", "同意", "许知秋", "蓝V多少钱", "32019919860902829", "320199198609028299", "13379914378",
      "确认提交",
      "/clock +5m", "查进度",
    ]
  }
  private var bluev: [String] {
    [
      "帮我开通蓝V", "同意", "1", "示例市云朵测试商贸有限公司", "91110199MA0TE5T16Y", "严怀瑾", "320199198609028299",
      "长期", licence, "13379914378", "确认提交",
    ]
  }

  private func options(at clock: String = "2020-08-03T10:00:00+08:00") -> [String] {
    ["--store", shop + "/store.db", "--key", shop + "-keys/master.key", "--clock", clock]
  }

  private func say(
    _ lines: [String], _ extra: [String] = ["--json"], clock: String = "2020-08-03T10:00:00+08:00",
    environment: [String: String] = [:], in folder: String? = nil
  ) throws -> Program.Ending {
    try Program.run(
      extra + options(at: clock), input: Array(lines.map { $0 + "\n" }.joined().utf8),
      environment: environment.merging(["XIAOER_INTENTS": ""]) { $1 }, in: folder)
  }

  /// Runs the program within a line of bash, `$OPTIONS` being those of the store.
  private func shell(_ script: String, _ lines: [String]) throws -> Program.Ending {
    try Program.shell(
      script, input: lines.map { $0 + "\n" }.joined(),
      environment: [
        "XIAOER_INTENTS": "", "OPTIONS": (["--json"] + options()).joined(separator: " "),
        "STORE": shop + "/store.db", "TRACE": shop + "-trace",
      ])
  }

  private func flow(_ record: [String: Any]?) -> String {
    guard let flow = record?["flow"] as? [String: Any] else { return "none" }
    return ["id", "step", "state"].map { flow[$0] as? String ?? "-" }.joined(separator: " ")
  }

  private func paid() throws -> [Int] {
    let ending = try Program.run(["cases", "list", "--json"] + options())
    let cases = try JSONSerialization.jsonObject(with: Data(ending.out)) as? [[String: Any]]
    return try #require(cases).flatMap { $0["orders"] as? [[String: Any]] ?? [] }.map { order in
      (order["attempts"] as? [[String: String]] ?? []).count { $0["state"] == "paid" }
    }
  }

  private func isWhole() throws -> Bool {
    try Program.run(["store", "check"] + options()).code == 0
  }

  @Test func `Killed after any step, a certification goes on at the next`() throws {
    var last = "none"
    var saved = 0
    for line in realname.prefix(8) {
      let talk = try Spoken(["--json"] + options())
      if last != "none" { #expect(flow(try talk.say("继续")) == last) }
      let record = try talk.say(line)
      talk.kill()
      last = flow(record)
      guard let number = record["saved"] as? Int else { continue }
      #expect(number > saved)
      saved = number
    }
    #expect(last == "realname - submitted")
    #expect(try isWhole())
  }

  @Test(.enabled(if: Strace.isHere), arguments: [1, 4, 7])
  func `Killed while it pays, a merchant is charged once`(sync: Int) throws {
    _ = try say(realname + bluev)
    let killed = try shell(
      """
      strace -f -qq -o /dev/null -e trace=fdatasync -e inject=fdatasync:signal=KILL:when=\(sync) \
      $XIAOER $OPTIONS
      """, ["继续", "确认支付"])
    #expect(killed.code > 128)
    let records = try say(["/query paid", "继续", "查进度", "确认支付"]).objects()
    #expect(flow(records.last) == "bluev - under_review")
    #expect(try paid() == [1])
    #expect(try isWhole())
  }

  @Test(.enabled(if: Strace.isHere)) func `No reply is written before its step is synced`() throws {
    let ending = try shell(
      """
      strace -f -qq -y -o $TRACE -e trace=pwrite64,fdatasync,fsync,write $XIAOER $OPTIONS
      """, realname)
    #expect(try ending.objects().count == realname.count)
    var isUnsynced = false
    var replies = 0
    for line in try String(contentsOfFile: shop + "-trace", encoding: .utf8).split(separator: "\n")
    {
      let isStore = line.contains("store.db")
      if isStore, line.contains("pwrite64(") { isUnsynced = true }
      if isStore, line.contains("sync(") { isUnsynced = false }
      if line.contains("write(1<"), !line.contains("pwrite64(") {
        replies += 1
        #expect(!isUnsynced)
      }
    }
    #expect(replies == realname.count)
  }

  @Test func `Several processes share a store, and none is told`() throws {
    let lines = ["我要实名认证", "同意", "许知秋", "蓝V多少钱", "320199198609028299", "13379914378", "确认提交"]
    let ending = try shell(
      """
      input=$(cat)
      for n in 1 2 3 4; do
        $XIAOER $OPTIONS --merchant m$n <<< "$input" & pids="$pids $!"
        $XIAOER $OPTIONS --merchant one <<< "$input" & pids="$pids $!"
      done
      for pid in $pids; do wait $pid || exit; done
      """, lines)
    #expect(ending.code == 0)
    let records = try ending.objects()
    #expect(records.count == 8 * lines.count)
    #expect(!records.contains { $0["error"] != nil })
    let saved = records.compactMap { $0["saved"] as? Int }
    #expect(Set(saved).count == saved.count)
    #expect(saved.count >= 4 * 6)
    #expect(try isWhole())
  }

  @Test func `A full disk is told, loses nothing, and questions are answered`() throws {
    _ = try say(["我要实名认证", "同意"])
    let limit = 40
    let ending = try shell(
      "ulimit -f \(limit); $XIAOER $OPTIONS", ["继续", "许知秋", "蓝V多少钱", "320199198609028299", "谁可以入驻"])
    let records = try ending.objects()
    #expect(records.count == 5)
    #expect(ending.code == 74)
    #expect(records.contains { ($0["error"] as? [String: Any])?["code"] as? String == "not_saved" })
    for index in [2, 4] {
      let replies = records[index]["replies"] as? [[String: Any]]
      #expect(replies?.first?["kind"] as? String == "answer")
    }
    #expect(try isWhole())
    #expect(flow(try say(["继续"]).objects().last).hasPrefix("realname "))
  }

  @Test func `Nothing personal is left in clear, in any stream or file`() throws {
    var places: [[UInt8]] = []
    for form in [["--json"], ["--echo", "--merchant", "other"]] {
      let ending = try say(realname + bluev + ["/history", "/why", "/status", "取消", "否"], form)
      places += [ending.out, Array(ending.err.utf8)]
    }
    for words in [["cases", "list"], ["cases", "show", "C20200803-0002"], ["tickets"]] {
      places.append(try Program.run(words + options()).out)
    }
    for name in try FileManager.default.subpathsOfDirectory(atPath: shop) {
      places.append(FileManager.default.contents(atPath: shop + "/" + name).map(Array.init) ?? [])
    }
    #expect(places.count > 6)
    for place in places.map({ Data($0) }) {
      for secret in Self.secrets {
        for part in Self.parts(of: secret) {
          for code in Self.encodings(of: part) { #expect(place.range(of: code) == nil, "\(part)") }
        }
      }
    }
  }

  /// A name whole; of a number every five characters.
  private static func parts(of secret: String) -> [String] {
    guard secret.first?.isNumber == true else { return [secret] }
    return (0...(secret.count - 5)).map { String(secret.dropFirst($0).prefix(5)) }
  }

  private static func encodings(of text: String) -> [Data] {
    let raws = [String.Encoding.utf8, .utf16LittleEndian, .utf16BigEndian].compactMap {
      text.data(using: $0)
    }
    let hex = raws.map { Data($0.map { String(format: "%02x", $0) }.joined().utf8) }
    return raws + hex + (text.utf8.count > 8 ? [Data(raws[0].base64EncodedData())] : [])
  }

  @Test func `The same conversation gives the same bytes, whatever store and surroundings`() throws
  {
    let surroundings: [[String: String]] = [
      ["LANG": "C"], ["LC_ALL": "tr_TR.UTF-8", "TZ": "America/New_York", "HOME": "/tmp"],
      ["LANG": "zh_CN.GB18030", "TZ": "Asia/Kathmandu", "HOME": ""],
    ]
    var outputs: Set<[UInt8]> = []
    for environment in surroundings {
      for folder in [shop, shop + "-keys"] { try? FileManager.default.removeItem(atPath: folder) }
      let ending = try say(
        realname + bluev + ["确认支付", "/review approve", "查进度"], environment: environment, in: "/")
      #expect(ending.code == 0)
      outputs.insert(ending.out)
    }
    #expect(outputs.count == 1)
  }
}

private enum Strace {
  static let isHere = FileManager.default.isExecutableFile(atPath: "/usr/bin/strace")
}

/// The program, spoken to line by line.
private struct Spoken {
  private let launched: Launched
  private let input = Pipe()
  private let output = Pipe()

  init(_ arguments: [String]) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Program.path)
    process.arguments = arguments
    process.environment = Program.environment.merging(["XIAOER_INTENTS": ""]) { $1 }
    process.standardInput = input
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    launched = try Launched(process)
  }

  /// Says a line; its record.
  func say(_ line: String) throws -> [String: Any] {
    try input.fileHandleForWriting.write(contentsOf: Data((line + "\n").utf8))
    var bytes = Data()
    while bytes.last != UInt8(ascii: "\n") {
      let more = output.fileHandleForReading.availableData
      if more.isEmpty { break }
      bytes += more
    }
    return try #require(try JSONSerialization.jsonObject(with: bytes) as? [String: Any])
  }

  /// Kills it, and waits until it is gone.
  func kill() {
    Foundation.kill(launched.process.processIdentifier, SIGKILL)
    launched.wait()
  }
}
