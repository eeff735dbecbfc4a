import ArgumentParser
import Dialogue
import Foundation
import Rehearsal
import Session

/// The batch worker: JSON lines in, JSON lines out, nothing remembered between them.
struct Classify: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Reads {\"id\":…,\"text\":…} a line, writes {id, intent, score, kind, pack} a line.",
    discussion: """
      EXAMPLES
        echo '{"id":7,"text":"蓝V多少钱"}' | xiaoer classify
        parallel --pipepart -a messages.jsonl xiaoer classify
      """)

  /// What a bad line does.
  enum OnError: String, ExpressibleByArgument, CaseIterable {
    case record, fail
  }

  @Option(help: "Use the pack in this folder instead of the built-in one.")
  var intents: String?

  @Option(name: .customLong("on-error"), help: "A bad line becomes a record, or ends the run.")
  var onError: OnError = .record

  @Flag(name: .customLong("line-buffered"), help: "Write each record at once.")
  var isLineBuffered = false

  func run() throws {
    let pack = try intents.map(PackLoading.folder) ?? PackLoading.builtIn()
    let assistant = Assistant(pack: pack)
    var lines = LineSplitter(StandardStreams.Input())
    var out: [UInt8] = []
    var hasRefused = false
    while let line = try lines.next() {
      switch Self.item(of: line) {
      case .success(let item):
        // Settings of its own, since they hold the store: nothing of one message is known to the next.
        var conversation = Conversation(
          assistant: assistant, settings: Settings(clock: FixedClock(Self.moment)))
        out += Self.json(item, conversation.answer(item.text), pack)
      case .failure(let problem):
        hasRefused = true
        if onError == .fail {
          try StandardStreams.write(out)
          throw Failure(.badData, "line \(line.number): \(problem.message)")
        }
        out += Self.json(problem, line: line.number, pack)
      }
      if isLineBuffered || out.count > 65_536 {
        try StandardStreams.write(out)
        out.removeAll(keepingCapacity: true)
      }
    }
    try StandardStreams.write(out)
    if hasRefused { throw Failure(.badData) }
  }

  /// Stateless work knows no day of its own: it lives when the policy is in force.
  private static let moment = ScriptRun.defaultMoment

  private struct Item {
    var id: String
    var text: String
  }

  private struct Problem: Error {
    var id = "null"
    var code: String
    var message: String
  }

  private static func item(of line: Line) -> Result<Item, Problem> {
    guard case .text(let text) = line.content else {
      return line.content == .tooLong
        ? .failure(Problem(code: "line_too_long", message: "over \(Line.limit) bytes"))
        : .failure(Problem(code: "invalid_utf8", message: "not valid UTF-8"))
    }
    let data = Data(text.utf8)
    guard let object = try? JSONSerialization.jsonObject(with: data) as? [String: Any] else {
      return .failure(Problem(code: "bad_json", message: "not a JSON object"))
    }
    let id = object["id"].flatMap(json(value:)) ?? "null"
    guard let message = object["text"] as? String else {
      return .failure(Problem(id: id, code: "bad_json", message: "no \"text\""))
    }
    return .success(Item(id: id, text: message))
  }

  /// A value as it came in, nothing in it that a terminal would act on.
  private static func json(value: Any) -> String? {
    if let text = value as? String {
      var writer = JSONWriter()
      writer.value(text)
      return String(decoding: writer.bytes, as: UTF8.self)
    }
    let options: JSONSerialization.WritingOptions = [
      .fragmentsAllowed, .sortedKeys, .withoutEscapingSlashes,
    ]
    return (try? JSONSerialization.data(withJSONObject: value, options: options))
      .map { Visible.filter(String(decoding: $0, as: UTF8.self)) }
  }

  private static func json(_ item: Item, _ record: Record, _ pack: Pack) -> [UInt8] {
    let reply = record.replies.first
    var writer = JSONWriter()
    writer.object { writer in
      writer.name("id")
      writer.raw(item.id)
      writer.member("intent", reply?.intent)
      writer.name("score")
      writer.raw(reply?.score.map(Fixed.tenThousandths) ?? "null")
      writer.member("kind", reply?.kind.rawValue)
      writer.member("pack", pack.hash)
    }
    return writer.bytes + [UInt8(ascii: "\n")]
  }

  private static func json(_ problem: Problem, line: Int, _ pack: Pack) -> [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      writer.name("id")
      writer.raw(problem.id)
      writer.member("intent", nil as String?)
      writer.name("score")
      writer.null()
      writer.member("kind", "error")
      writer.member("pack", pack.hash)
      writer.name("error")
      writer.object {
        $0.member("code", problem.code)
        $0.member("message", problem.message)
        $0.member("line", line)
      }
    }
    return writer.bytes + [UInt8(ascii: "\n")]
  }
}
