import ArgumentParser
import Session

/// A conversation: line-edited at a terminal, scripted elsewhere.
struct Chat: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "A conversation: at a terminal line-edited, elsewhere one message a line.",
    discussion: """
      EXAMPLES
        xiaoer
        printf '入住要钱吗\\n蓝V多少钱\\n' | xiaoer
        xiaoer --json --clock 2020-08-01T10:00:00+08:00 < messages.txt
        xiaoer --echo < messages.txt > conversation.chat
      """)

  /// What a line of input is.
  enum Input: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  @OptionGroup var talk: TalkOptions

  @Option(help: "What each line of input is: text, or a JSON object.")
  var input: Input = .text

  @Flag(help: "Write the conversation as a .chat script.")
  var echo = false

  @Flag(help: "Stop at the first line that cannot be read; exit 1 if one was not understood.")
  var strict = false

  func run() throws {
    let isAtPrompt = StandardStreams.areTerminals && !talk.json && input == .text && !echo
    let assistant = try talk.assistant(isWarm: !isAtPrompt)
    if isAtPrompt {
      return try PromptSession(assistant: assistant, talk: talk).run()
    }
    let settings = try talk.settings()
    var format = ScriptedSession.Format()
    format.readsObjects = input == .json
    format.writesObjects = talk.json
    format.echoes = echo
    format.isStrict = strict
    let session = ScriptedSession(
      assistant: assistant, settings: settings, format: format)
    var lines = LineSplitter(StandardStreams.Input())
    var output = StandardStreams.Output()
    let outcome = try session.run(&lines, &output)
    if let closed = settings.store as? ClosedStore { throw Failure(closed: closed) }
    if let code = outcome.unsaved { throw Failure(unsaved: code) }
    if outcome.refused { throw Failure(.badData) }
    if strict, outcome.notUnderstood { throw Failure(.testFailed) }
  }
}
