import ArgumentParser
import Dialogue
import Foundation
import Policy
import Session

/// The policy model as of a date.
struct PolicyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "policy",
    abstract:
      "Shows the clauses and silent items of the policy, or what changes between two dates.",
    discussion: """
      EXAMPLES
        xiaoer policy
        xiaoer policy P11
        xiaoer policy --as-of 2020-07-19
        xiaoer policy diff 2020-07-19 2020-07-20
      """)

  @OptionGroup var talk: TalkOptions

  @Argument(help: "A clause (P11), a silent item (S01), or: diff DATE DATE.")
  var words: [String] = []

  func run() throws {
    let assistant = try talk.assistant()
    let settings = try talk.settings()
    let tongue = settings.language ?? Self.environmentTongue
    let page = PolicyPage(
      pack: assistant.pack, tongue: tongue, asOf: settings.asOf ?? settings.clock.now())
    if words.first == "diff" {
      guard words.count == 3, let from = PolicyDate(iso8601: words[1]),
        let to = PolicyDate(iso8601: words[2])
      else { throw Failure(.usage, "policy diff DATE DATE, with dates like 2020-07-20") }
      return try StandardStreams.print(page.diff(from: from.moment, to: to.moment))
    }
    guard words.count < 2 else { throw Failure(.usage, "policy takes one clause or silent item") }
    guard let id = words.first else { return try StandardStreams.print(page.all(json: talk.json)) }
    guard let text = page.one(id.uppercased(), json: talk.json) else {
      throw Failure(.usage, "the policy has no \(id); it has P01 to P43 and S01 to S52")
    }
    try StandardStreams.print(text)
  }

  /// Chinese, unless the environment asks for English.
  private static var environmentTongue: Tongue {
    let environment = ProcessInfo.processInfo.environment
    let locale = environment["LC_ALL"] ?? environment["LC_MESSAGES"] ?? environment["LANG"] ?? ""
    return locale.hasPrefix("en") ? .en : .zh
  }
}
