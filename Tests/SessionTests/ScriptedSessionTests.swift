import Dialogue
import Fixtures
import Foundation
import Synchronization
import Testing

@testable import Session

@Suite struct ScriptedSessionTests {
  /// The values of `member` of every record, in order.
  private func all<Value>(_ member: String, of notes: Notebook, as: Value.Type) throws -> [Value?] {
    try notes.lines.map { line in
      let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      return object?[member] as? Value
    }
  }

  @Test func `Nothing is said before the first message`() throws {
    let (notes, outcome) = try scripted("")
    #expect(notes.answers.isEmpty)
    #expect(outcome == ScriptedSession.Outcome())
  }

  @Test func `Blank lines give no record and every other line exactly one`() throws {
    let (notes, _) = try scripted("\n蓝V多少钱\n  \t\n\u{3000}\n/histroy\n?\n你好\n") {
      $0.writesObjects = true
    }
    #expect(notes.answers.count == 4)
    #expect(try all("turn", of: notes, as: Int.self) == [1, 2, 3, 4])
    #expect(notes.answers.allSatisfy { $0.last == 10 && $0.count { $0 == 10 } == 1 })
  }

  @Test func `CRLF, a byte order mark and a missing last line end change nothing`() throws {
    let (plain, _) = try scripted("蓝V多少钱\n能退吗\n")
    #expect(!plain.text.isEmpty)
    #expect(try scripted("\u{FEFF}蓝V多少钱\r\n能退吗").notes.text == plain.text)
  }

  @Test func `NUL is shown and nothing behind it is cut off`() throws {
    let (notes, _) = try scripted("蓝V\0多少钱\n") { $0.writesObjects = true }
    #expect(try all("text", of: notes, as: String.self) == ["蓝V␀多少钱"])
    #expect(notes.text.contains("bluev.fee"))
  }

  @Test func `Bidirectional controls never reach the output`() throws {
    for writesObjects in [true, false] {
      let (notes, _) = try scripted("\u{202E}蓝V多少钱\u{1B}[2J\n") {
        $0.writesObjects = writesObjects
        $0.echoes = !writesObjects
      }
      #expect(notes.text.contains("⟨U+202E⟩蓝V多少钱⟨U+001B⟩[2J"))
      #expect(!notes.text.unicodeScalars.contains("\u{202E}"))
      #expect(!notes.text.unicodeScalars.contains("\u{1B}"))
    }
  }

  @Test func `Refused lines are told by number and the session goes on`() throws {
    let bytes =
      Array("\n".utf8) + [0xFF, 10] + [UInt8](repeating: 97, count: 65_537)
      + Array("\n蓝V多少钱\n".utf8)
    let (plain, outcome) = try scripted(bytes)
    #expect(plain.complaints.count == 2)
    #expect(plain.complaints.first?.hasPrefix("line 2: ") == true)
    #expect(plain.complaints.last?.hasPrefix("line 3: ") == true)
    #expect(plain.text.contains("599"))
    #expect(outcome.refused)
    let (json, _) = try scripted(bytes) { $0.writesObjects = true }
    #expect(json.complaints.isEmpty)
    let errors = try all("error", of: json, as: [String: Any].self)
    #expect(errors.map { $0?["line"] as? Int } == [2, 3, nil])
    #expect(errors.map { $0?["code"] as? String } == ["invalid_utf8", "line_too_long", nil])
  }

  @Test func `A strict session stops at the first refused line`() throws {
    let (notes, outcome) = try scripted(Array("你好\n".utf8) + [0xFF, 10] + Array("你好\n".utf8)) {
      $0.isStrict = true
    }
    #expect(notes.answers.count == 1)
    #expect(outcome.refused)
  }

  @Test func `A strict session answers what it does not understand to its end`() throws {
    let (notes, outcome) = try scripted("qzxw\n你好\n") { $0.isStrict = true }
    #expect(notes.answers.count == 2)
    #expect(outcome == .init(refused: false, notUnderstood: true))
  }

  @Test func `Quit ends the session and what follows is not read`() throws {
    #expect(try scripted("你好\n/quit\n你好\n").notes.answers.count == 2)
  }

  // MARK: - JSON input

  @Test func `Sessions interleave freely and count their own turns`() throws {
    let (notes, _) = try scripted(
      """
      {"text":"蓝V多少钱","session":"a"}
      {"text":"入驻要钱吗","session":"b"}
      {"text":"能退吗","session":"a"}
      {"text":"/quit","session":"a"}
      {"text":"2","session":"b"}
      {"text":"你好"}
      """
    ) {
      $0.readsObjects = true
      $0.writesObjects = true
    }
    #expect(try all("turn", of: notes, as: Int.self) == [1, 1, 2, 3, 2, 1])
    #expect(
      try all("session", of: notes, as: String.self) == ["a", "b", "a", "a", "b", "default"])
    #expect(notes.lines[2].contains("silent.refund"))
  }

  @Test func `Merchants who share a session's name share nothing else`() throws {
    let (notes, _) = try scripted(
      """
      {"text":"蓝V多少钱","merchant":"lin"}
      {"text":"/history","merchant":"wang"}
      {"text":"能退吗","merchant":"lin"}
      """
    ) {
      $0.readsObjects = true
      $0.writesObjects = true
    }
    #expect(try all("turn", of: notes, as: Int.self) == [1, 1, 2])
    // The pack's hash, at the end of each record, may hold any digits.
    #expect(notes.lines[1].split(separator: "\"pack\"").first?.contains("599") == false)
  }

  @Test func `An unreadable object is a refused line`() throws {
    let (notes, outcome) = try scripted("{\"text\":\"你好\"}\n你好\n[]\n{\"text\":\"你好\"}\n") {
      $0.readsObjects = true
      $0.writesObjects = true
    }
    let errors = try all("error", of: notes, as: [String: Any].self)
    #expect(errors.map { $0?["code"] as? String } == [nil, "bad_json", "bad_json", nil])
    #expect(errors.map { $0?["line"] as? Int } == [nil, 2, 3, nil])
    #expect(outcome.refused)
  }

  // MARK: - Order

  /// How many turns were answered, by now and whenever a line was asked for.
  private final class Tally: Sendable {
    let answered = Mutex(0)
    let whenAsked = Mutex<[Int]>([])
  }

  /// Hands over one line at a time.
  private struct Slowly: ByteSource {
    var lines: [String]
    let tally: Tally

    mutating func next() -> [UInt8] {
      let answered = tally.answered.withLock { $0 }
      tally.whenAsked.withLock { $0.append(answered) }
      return lines.isEmpty ? [] : Array((lines.removeFirst() + "\n").utf8)
    }
  }

  private struct Counting: TextSink {
    let tally: Tally
    mutating func answer(_ bytes: [UInt8]) { tally.answered.withLock { $0 += 1 } }
    mutating func complain(_ line: String) {}
  }

  @Test func `Each turn is written before the next line is read`() throws {
    let session = ScriptedSession(
      assistant: TinyPack.assistant, settings: Talk.settings(),
      format: ScriptedSession.Format())
    let tally = Tally()
    var lines = LineSplitter(Slowly(lines: ["你好", "蓝V多少钱", "能退吗"], tally: tally))
    var sink = Counting(tally: tally)
    _ = try session.run(&lines, &sink)
    #expect(tally.whenAsked.withLock { $0 } == [0, 1, 2, 3])
  }
}
