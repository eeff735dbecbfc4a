import Foundation
import Session
import Terminal

/// A conversation at a terminal.
struct PromptSession {
  let assistant: Assistant
  let talk: TalkOptions

  func run() throws {
    FatalSignals.install()
    guard let editor = LineEditor(name: "xiaoer") else {
      throw Failure(
        .cannotReadOrWrite, "the terminal cannot be used; pipe your messages in instead")
    }
    let screen = Screen(descriptor: STDOUT_FILENO, colour: !talk.noColor)
    let merchant = MerchantAtPrompt(
      assistant: assistant, settings: try talk.settings(isAtPrompt: true))
    var loop = PromptLoop(
      with: merchant, editor: editor, screen: screen, history: HistoryFile(path: Self.historyPath))
    let ending = loop.run()
    var left = loop.other
    left.left()
    switch ending {
    case .closed, .left: return
    case .failed:
      throw Failure(.cannotReadOrWrite, "the terminal went away; the conversation ended")
    }
  }

  /// `$XDG_STATE_HOME/xiaoer/history`, else `~/.local/state/xiaoer/history`.
  private static var historyPath: String {
    let environment = ProcessInfo.processInfo.environment
    let state = environment["XDG_STATE_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
    let folder = state ?? (environment["HOME"] ?? "/nonexistent") + "/.local/state"
    return folder + "/xiaoer/history"
  }
}
