import Foundation
import Testing

@testable import Casework

/// Paths as people give them.
@Suite struct LicencePathTests {
  static let home = "/home/lin"

  static func candidates(_ typed: String) -> [String]? {
    try? LicencePath.parse(typed, home: home).get().candidates
  }

  @Test(arguments: [
    (#"/Users/a/我的\ 执照.jpg "#, "/Users/a/我的 执照.jpg"),
    (#"/tmp/a\(1\)\&\'b\'.png"#, "/tmp/a(1)&'b'.png"),
    ("'/tmp/my a.jpg'", "/tmp/my a.jpg"), ("'/tmp/my a.jpg' ", "/tmp/my a.jpg"),
    (#"'/tmp/it'\''s.jpg'"#, "/tmp/it's.jpg"), (#""/tmp/my photo.jpg""#, "/tmp/my photo.jpg"),
    (#"/tmp/"my photo".jpg"#, "/tmp/my photo.jpg"), (#""~/my a.jpg""#, "/home/lin/my a.jpg"),
    ("「~/a.jpg」", "/home/lin/a.jpg"), ("“/tmp/a b.jpg”", "/tmp/a b.jpg"),
    ("”/tmp/a b.jpg“", "/tmp/a b.jpg"),
    ("‘执照.jpg’", "执照.jpg"), ("『./a.png』", "./a.png"), ("`/tmp/a.png`", "/tmp/a.png"),
    ("~", "/home/lin"), ("~/", "/home/lin/"), ("~/a.jpg", "/home/lin/a.jpg"),
    ("～／a.jpg", "/home/lin/a.jpg"), ("／tmp／a.jpg", "/tmp/a.jpg"),
    ("file:///tmp/%E6%89%A7%E7%85%A7.jpg", "/tmp/执照.jpg"), ("file:///tmp/执照.jpg", "/tmp/执照.jpg"),
    ("file://localhost/tmp/a%20b.jpg", "/tmp/a b.jpg"), ("FILE:/tmp/a.jpg", "/tmp/a.jpg"),
    ("file:///tmp/100%25.jpg", "/tmp/100%.jpg"), ("'file:///tmp/a.jpg'", "/tmp/a.jpg"),
    ("\u{3000}/tmp/a.jpg\u{3000}\u{A0}", "/tmp/a.jpg"),
    ("\u{202A}/tmp/a.jpg\u{202C}", "/tmp/a.jpg"),
    ("文件在 ~/a.jpg", "/home/lin/a.jpg"), ("执照 /tmp/a.png", "/tmp/a.png"),
    ("文件：/tmp/a.png", "/tmp/a.png"), ("文件在「/tmp/a b.png」谢谢", "/tmp/a b.png"),
    ("./x.jpg", "./x.jpg"), ("执照.jpg", "执照.jpg"), ("执照.JPG", "执照.JPG"), ("执照(1).jpg", "执照(1).jpg"),
    (#"我的\ 执照"#, "我的 执照"), ("/tmp/我的“执照”.jpg", "/tmp/我的“执照”.jpg"), ("/tmp/执照", "/tmp/执照"),
    ("/tmp/照片/a.jpg", "/tmp/照片/a.jpg"), ("/tmp/a.jpg.png", "/tmp/a.jpg.png"),
    (#"/tmp/a.jpg\ 2.png"#, "/tmp/a.jpg 2.png"), ("/tmp/执照（副本）.jpg", "/tmp/执照（副本）.jpg"),
    (#"/tmp/a\ "#, "/tmp/a "), (#"我的"营业执照"在/tmp/a.jpg"#, "/tmp/a.jpg"),
  ])
  func `one reading`(typed: String, path: String) {
    #expect(Self.candidates(typed) == [path])
    #expect(LicencePath.looksLikePath(typed))
  }

  @Test(arguments: [
    ("/tmp/a.jpg.", ["/tmp/a.jpg.", "/tmp/a.jpg"], "/tmp/a.jpg"),
    ("文件在/tmp/a.jpg，谢谢", ["/tmp/a.jpg，谢谢", "/tmp/a.jpg"], "/tmp/a.jpg"),
    ("/tmp/a.jpg是我的执照", ["/tmp/a.jpg是我的执照", "/tmp/a.jpg"], "/tmp/a.jpg"),
    (
      "/tmp/my photo.jpg 谢谢", ["/tmp/my photo.jpg 谢谢", "/tmp/my photo.jpg"],
      "/tmp/my photo.jpg"
    ),
    ("it's at /tmp/a.jpg thanks", ["/tmp/a.jpg thanks", "/tmp/a.jpg"], "/tmp/a.jpg"),
    ("it's in ./scan.pdf.", ["./scan.pdf.", "./scan.pdf"], "./scan.pdf"),
    ("执照 副本.jpg", ["执照 副本.jpg", "副本.jpg"], "副本.jpg"),
    ("文件在执照.jpg", ["文件在执照.jpg", "执照.jpg"], "执照.jpg"),
    ("my licence: scan.PDF", ["my licence: scan.PDF", "scan.PDF"], "scan.PDF"),
    ("执照/a.jpg", ["执照/a.jpg", "/a.jpg"], "执照/a.jpg"),
    ("/mnt/my scan 2", ["/mnt/my scan 2", "/mnt/my scan", "/mnt/my"], "/mnt/my scan 2"),
    ("file:///tmp/a.jpg 这个", ["/tmp/a.jpg 这个", "/tmp/a.jpg"], "/tmp/a.jpg"),
  ])
  func `several readings, the longest first`(typed: String, paths: [String], shown: String) throws {
    let path = try LicencePath.parse(typed, home: Self.home).get()
    #expect(path.candidates == paths)
    #expect(path.shown == shown)
  }

  @Test(arguments: [
    ("", LicencePathRefusal.empty), ("　 \t", .empty), ("多少钱", .notAPath), ("好的~", .notAPath),
    ("蓝V/企业认证多少钱", .notAPath), ("and/or", .notAPath), ("24/7 support?", .notAPath),
    ("20/7/2020", .notAPath), ("是/否", .notAPath), ("/ 是什么意思", .notAPath), ("/", .notAPath),
    ("执照 /身份证 都要吗", .notAPath), ("照片要jpg还是png?", .notAPath), ("支持.jpg吗", .notAPath),
    ("怎么上传 .jpg 文件", .notAPath), ("执照.jpg可以吗", .notAPath), ("is a.jpg ok?", .notAPath),
    ("怎么在 https://x.com 注册", .notAPath), ("don't 'know'", .notAPath), ("我的“执照”呢", .notAPath),
    ("你好。", .notAPath), ("...", .notAPath), ("file:", .notAPath), ("'''", .notAPath),
    ("http://x.com/a.jpg", .remote), ("https://x.com/a", .remote),
    ("在 https://x.com/a.png", .remote),
    ("smb://nas/a.jpg", .remote), ("file://server/share/a.jpg", .remote),
    (#"C:\Users\a.jpg"#, .windows), ("D:/a.jpg", .windows), (#"\\nas\a.jpg"#, .windows),
    (#"文件在 C:\a.jpg"#, .windows), ("/tmp/a.jpg /tmp/b.jpg", .several(2)),
    ("a.jpg b.png", .several(2)),
    ("'/tmp/a b.jpg' '/tmp/c d.jpg' ~/e.jpg", .several(3)), ("~wang/a.jpg", .otherHome),
    ("file:///tmp/%ZZ.jpg", .percent), ("file:///tmp/%FF.jpg", .percent),
    ("file:///tmp/a%2", .percent), ("../a.jpg", .climbs), ("/tmp/../etc/passwd", .climbs),
    ("~/..", .climbs), ("file:///tmp/%2e%2E/a.jpg", .climbs), ("file:///tmp/a%00.jpg", .control),
    ("/tmp/a\u{0}.jpg", .control), ("/tmp/a\u{1B}[31m.jpg", .control),
  ])
  func `no path, and why`(typed: String, refusal: LicencePathRefusal) {
    #expect(LicencePath.parse(typed, home: Self.home) == .failure(refusal))
    let isAttempt = refusal != .empty && refusal != .notAPath
    #expect(LicencePath.looksLikePath(typed) == isAttempt)
    #expect(LicencePathRefusal.keys.contains(refusal.key))
  }

  @Test func `two points are part of a name, and no climbing`() {
    #expect(Self.candidates("/tmp/a..b.jpg") == ["/tmp/a..b.jpg"])
    #expect(Self.candidates("/tmp/...") == ["/tmp/..."])
  }

  @Test(arguments: [nil, "", "lin"])
  func `without a home there is no tilde`(home: String?) {
    #expect(LicencePath.parse("~/a.jpg", home: home) == .failure(.noHome))
    #expect(LicencePath.looksLikePath("~/a.jpg"))
  }

  @Test func `a home may end with a stroke, or be the root`() throws {
    #expect(try LicencePath.parse("~/a", home: "/home/lin/").get().candidates == ["/home/lin/a"])
    #expect(try LicencePath.parse("~/a", home: "/").get().candidates == ["/a"])
    #expect(try LicencePath.parse("~", home: "/").get().candidates == ["/"])
  }

  @Test(arguments: [4_094, 4_095, 4_096, 70_000])
  func `no path is longer than the system takes`(count: Int) {
    let path = "/" + String(repeating: "a", count: count - 1)
    let refusal = Result<LicencePath, LicencePathRefusal>.failure(.tooLong(limit: 4_095))
    #expect((LicencePath.parse(path, home: nil) == refusal) == (count > 4_095))
  }

  // MARK: Normal forms

  @Test func `a composed name is tried decomposed, and the other way round`() {
    for (composed, decomposed) in [
      ("/tmp/caf\u{E9}.jpg", "/tmp/cafe\u{301}.jpg"),
      ("/tmp/\u{304C}.jpg", "/tmp/\u{304B}\u{3099}.jpg"),
      ("/tmp/\u{D55C}.jpg", "/tmp/\u{1112}\u{1161}\u{11AB}.jpg"),
    ] {
      // Texts compare canonically; bytes do not.
      let bytes = { (typed: String) in Self.candidates(typed)?.map { Array($0.utf8) } }
      let (whole, parts) = (Array(composed.utf8), Array(decomposed.utf8))
      #expect(bytes(composed) == [whole, parts])
      #expect(bytes(decomposed) == [parts, whole])
    }
  }

  @Test func `the normal forms are Foundation's`() {
    let ranges: [ClosedRange<UInt32>] = [
      0x20...0x7E, 0xC0...0x24F, 0x1E00...0x1EFF, 0x3041...0x30FE, 0x4E00...0x4E40, 0xAC00...0xAE00,
    ]
    for scalar in ranges.joined().compactMap(Unicode.Scalar.init) {
      let text = "a" + String(scalar) + "b"
      let (whole, parts) = (
        text.precomposedStringWithCanonicalMapping, text.decomposedStringWithCanonicalMapping
      )
      #expect(Array(CanonicalForm.decomposed(text).utf8) == Array(parts.utf8), "\(scalar.value)")
      #expect(Array(CanonicalForm.composed(parts).utf8) == Array(whole.utf8), "\(scalar.value)")
    }
  }

  // MARK: Hostile

  static let pieces = [
    "/", "~", "file:", "//", "%E6", "%", "\\", " ", "'", "\"", "「", "」", "“", "”", ".jpg", ".",
    "..", "a",
    "执照", "在", "\u{0}", "\u{202E}", "C:", "tmp", "://", "\u{301}", "ế", "，", "／", "～", "?", "\n",
  ]

  @Test(arguments: 1...8)
  func `no mixture of its own pieces makes it trap`(seed: Int) {
    var random = Mutation(seed: seed)
    for _ in 0..<400 {
      let typed = (0..<12).map { _ in Self.pieces[random.below(Self.pieces.count)] }.joined()
      guard let path = try? LicencePath.parse(typed, home: Self.home).get() else { continue }
      #expect((1...LicencePath.mostCandidates).contains(path.candidates.count))
      for candidate in path.candidates {
        #expect(!candidate.utf8.contains(0) && !candidate.isEmpty)
        #expect(!candidate.split(separator: "/").contains(".."))
      }
    }
  }

  @Test(arguments: pieces)
  func `a long line of one piece takes no time`(piece: String) {
    let typed = String(repeating: piece, count: 16_000 / piece.unicodeScalars.count)
    let taken = ContinuousClock().measure {
      _ = LicencePath.parse(typed, home: Self.home)
      _ = LicencePath.parse(typed + "/tmp/a.jpg", home: Self.home)
    }
    #expect(taken < .seconds(10))
  }
}
