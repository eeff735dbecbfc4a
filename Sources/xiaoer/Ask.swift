import ArgumentParser
import Session

/// One message, its answer, exit.
struct Ask: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Asks one question.",
    discussion: """
      EXAMPLES
        xiaoer ask 入住要钱吗
        xiaoer ask how much is Blue V
        xiaoer ask --as-of 2020-07-19 入住要钱吗
        xiaoer ask --json 蓝V能退吗
      """)

  @OptionGroup var talk: TalkOptions

  @Flag(help: "Exit 1 if the question was not understood.")
  var strict = false

  @Argument(help: "The question; several words are joined by blanks.")
  var text: [String]

  func run() throws {
    let assistant = try talk.assistant(isWarm: false)
    let settings = try talk.settings()
    var conversation = Conversation(assistant: assistant, settings: settings)
    let message = text.joined(separator: " ")
    guard message.utf8.count <= Line.limit else {
      throw Failure(.badData, "the question is longer than \(Line.limit) bytes; ask a shorter one")
    }
    let record = conversation.answer(message)
    conversation.end()
    if talk.json {
      try StandardStreams.write(record.json(pack: assistant.pack) + [UInt8(ascii: "\n")])
    } else {
      for line in PlainText(renderer: assistant.renderer).lines(of: record) {
        try StandardStreams.print(line)
      }
    }
    if let closed = settings.store as? ClosedStore { throw Failure(closed: closed) }
    if let failure = record.failure { throw Failure(unsaved: failure.code) }
    if strict, record.isNotUnderstood { throw Failure(.testFailed) }
  }
}
