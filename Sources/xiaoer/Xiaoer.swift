import ArgumentParser
import Dialogue
import Session

/// The commands: this is their table of contents.
@main
struct Xiaoer: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "xiaoer",
    abstract: "Answers merchants' questions about selling by live stream, and names the clause.",
    discussion: """
      EXAMPLES
        xiaoer                              a conversation
        xiaoer ask 蓝V多少钱                 one question, one answer
        xiaoer --json < messages.txt        a script: one message a line, one record a line
        xiaoer test                         tests the built-in intents
        xiaoer lint Intents                 checks a pack you are editing
      """,
    version: "0.1.0",
    subcommands: [
      Chat.self, Ask.self, Test.self, Lint.self, Evaluate.self, Classify.self, PolicyCommand.self,
    ],
    defaultSubcommand: Chat.self)

  static func main() {
    Signals.install()
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch let failure as Failure {
      failure.exit()
    } catch let failure as StandardStreams.Failure {
      Failure(failure).exit()
    } catch {
      exit(withError: error)
    }
  }
}
