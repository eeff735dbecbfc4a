import Session

/// A conversation at a terminal.
struct PromptSession {
  let assistant: Assistant
  let talk: TalkOptions
  func run() throws {}
}
