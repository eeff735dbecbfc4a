import Dialogue

/// Where a scripted session writes.
public protocol TextSink {
  /// Writes the answers' bytes, at once.
  mutating func answer(_ bytes: [UInt8]) throws
  /// Writes a line about something that went wrong.
  mutating func complain(_ line: String)
}

/// A conversation from lines that no terminal gives: one line, one message, one record.
public struct ScriptedSession {
  /// How input is read and output written.
  public struct Format: Sendable {
    /// Whether each line of input is a JSON object.
    public var readsObjects = false
    /// Whether each record is written as JSON.
    public var writesObjects = false
    /// Whether the output is itself a script.
    public var echoes = false
    /// Whether the first refused line ends the session.
    public var isStrict = false

    /// Plain lines in, plain lines out.
    public init() {}
  }

  /// How a session ended.
  public struct Outcome: Sendable, Equatable {
    /// Whether a line was refused.
    public var refused = false
    /// Whether a message was not understood.
    public var notUnderstood = false
    /// Why a step was not saved; nil when all were.
    public var unsaved: Record.Failure.Code?
  }

  private let assistant: Assistant
  private let settings: Settings
  private let format: Format

  /// A session that answers with `assistant`.
  public init(assistant: Assistant, settings: Settings, format: Format) {
    self.assistant = assistant
    self.settings = settings
    self.format = format
  }

  /// Answers every line of `lines` on `sink`, to the end of input or to `/quit`.
  public func run<Source: ByteSource, Sink: TextSink>(
    _ lines: inout LineSplitter<Source>, _ sink: inout Sink
  ) throws -> Outcome {
    var outcome = Outcome()
    var desk = Desk(assistant: assistant, settings: settings)
    if format.echoes { try sink.answer(Array(ScriptText(settings: settings).text.utf8)) }
    while let line = try lines.next() {
      if line.isBlank { continue }
      let (record, hasEnded, assistant) = answer(line, at: &desk)
      try write(record, of: line, by: assistant, to: &sink)
      if record.isNotUnderstood { outcome.notUnderstood = true }
      if let failure = record.failure {
        if failure.code.isOfLine { outcome.refused = true } else { outcome.unsaved = failure.code }
        if format.isStrict { break }
      }
      if hasEnded, !format.readsObjects { break }
    }
    desk.end()
    return outcome
  }

  private func answer(_ line: Line, at desk: inout Desk) -> (Record, hasEnded: Bool, Assistant) {
    guard case .text(let text) = line.content else {
      return desk.with("default") { ($0.refuse(line), false, $0.assistant) }
    }
    guard format.readsObjects else {
      return desk.with("default") { ($0.answer(text), $0.state.hasEnded, $0.assistant) }
    }
    switch MessageObject.read(text) {
    case .success(let message):
      return desk.with(message.session ?? "default", of: message.merchant) {
        ($0.answer(message.text), $0.state.hasEnded, $0.assistant)
      }
    case .failure(let unreadable):
      return desk.with("default") {
        ($0.refuse(object: unreadable.reason, line: line.number), false, $0.assistant)
      }
    }
  }

  private func write<Sink: TextSink>(
    _ record: Record, of line: Line, by assistant: Assistant, to sink: inout Sink
  ) throws {
    if let failure = record.failure, failure.code.isOfLine, !format.writesObjects {
      return sink.complain("line \(line.number): \(failure.message)")
    }
    if format.writesObjects {
      return try sink.answer(record.json(pack: assistant.pack) + [UInt8(ascii: "\n")])
    }
    let reply = PlainText(renderer: assistant.renderer).lines(of: record)
    let text =
      format.echoes
      ? "\n" + ScriptText.turn(record.script, reply) : reply.map { $0 + "\n" }.joined()
    try sink.answer(Array(text.utf8))
  }
}
