import ArgumentParser
import Dialogue
import Foundation
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
      CasesCommand.self, TicketsCommand.self, MerchantCommand.self, StoreCommand.self,
    ],
    defaultSubcommand: Chat.self)

  static func main() {
    Signals.install()
    do {
      var command = try parseAsRoot(arguments(CommandLine.arguments.dropFirst()))
      try command.run()
    } catch let failure as Failure {
      failure.exit()
    } catch let failure as StandardStreams.Failure {
      Failure(failure).exit()
    } catch {
      end(with: error)
    }
  }

  /// `--update` alone means all; the parser wants to hear it.
  private static func arguments(_ given: ArraySlice<String>) -> [String] {
    given.map { $0 == "--update" ? "--update=all" : $0 }
  }

  /// Says what the parser has to say, help or complaint, through the program's own streams.
  private static func end(with error: any Error) -> Never {
    let code = exitCode(for: error)
    let message = Visible.filter(fullMessage(for: error))
    if code.isSuccess {
      do { try StandardStreams.print(message) } catch {
        Failure(.cannotReadOrWrite, "cannot write stdout").exit()
      }
    } else if !message.isEmpty {
      StandardStreams.complain(message)
    }
    Foundation.exit(code.rawValue)
  }
}
