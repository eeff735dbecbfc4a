import Dialogue
import Fixtures
import Session

/// Bytes in the chunks in which they are handed over.
struct Chunks: ByteSource {
  var chunks: [[UInt8]]

  init(_ text: String) { chunks = [Array(text.utf8)] }
  init(_ bytes: [UInt8], by size: Int) {
    chunks = stride(from: 0, to: bytes.count, by: size).map {
      Array(bytes[$0..<min($0 + size, bytes.count)])
    }
  }

  mutating func next() -> [UInt8] { chunks.isEmpty ? [] : chunks.removeFirst() }
}

/// Keeps what a session writes.
struct Notebook: TextSink {
  var answers: [[UInt8]] = []
  var complaints: [String] = []

  var text: String { answers.map { String(decoding: $0, as: UTF8.self) }.joined() }
  var lines: [String] { text.split(separator: "\n").map(String.init) }

  mutating func answer(_ bytes: [UInt8]) { answers.append(bytes) }
  mutating func complain(_ line: String) { complaints.append(line) }
}

/// What a scripted session with the tiny pack does with `bytes`.
func scripted(
  _ bytes: [UInt8], settings: Settings = Talk.settings(),
  _ change: (inout ScriptedSession.Format) -> Void = { _ in }
) throws -> (notes: Notebook, outcome: ScriptedSession.Outcome) {
  var format = ScriptedSession.Format()
  change(&format)
  let session = ScriptedSession(
    assistant: TinyPack.assistant, settings: settings, format: format)
  var lines = LineSplitter(Chunks(bytes, by: 1000))
  var notes = Notebook()
  let outcome = try session.run(&lines, &notes)
  return (notes, outcome)
}

/// What a scripted session with the tiny pack does with `text`.
func scripted(
  _ text: String, settings: Settings = Talk.settings(),
  _ change: (inout ScriptedSession.Format) -> Void = { _ in }
) throws -> (notes: Notebook, outcome: ScriptedSession.Outcome) {
  try scripted(Array(text.utf8), settings: settings, change)
}
