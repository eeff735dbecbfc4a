import ArgumentParser
import Dialogue
import Foundation
import Rehearsal
import Session

/// Tests the intents.
struct Test: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Runs the pack's own tests and every .chat script, and prints what missed.",
    discussion: """
      EXAMPLES
        xiaoer test                          the built-in pack
        xiaoer test --intents Intents        the pack you are editing
        xiaoer test my/fee.chat              only this script
        xiaoer test my/fee.chat --update     accept its new wording
        xiaoer test --disturb --verbose      the intents' tests as merchants might type them
      """)

  /// Which replies `--update` may rewrite.
  enum Update: String, ExpressibleByArgument, CaseIterable {
    /// Only where intent, citation and flow stayed the same.
    case wording
    case all
  }

  @OptionGroup var talk: TalkOptions

  @Option(
    name: .customLong("update"),
    help: "Rewrite the < lines that differ: wording (where nothing else changed) or all.")
  var updating: Update?

  @Flag(
    name: .customLong("cross-validate"),
    help: "Count right answers, wrong ones and needless questions; say which thresholds cost least."
  )
  var crossValidates = false

  @Flag(help: "Disturb the intents' tests by every rule; --seed decides what chance does.")
  var disturb = false

  @Flag(help: "With --disturb: also what each rule made wrong.")
  var verbose = false

  @Argument(help: "Scripts, or folders of scripts; default: everything in the pack.")
  var paths: [String] = []

  func validate() throws {
    if disturb, !paths.isEmpty || updating != nil {
      throw ValidationError("--disturb: disturbs the pack's tests, not scripts")
    }
    if verbose, !disturb { throw ValidationError("--verbose: only with --disturb") }
  }

  func run() throws {
    let assistant = try talk.assistant()
    if crossValidates { return try crossValidate(assistant.pack) }
    if disturb { return try runDisturbed(assistant) }
    var report = Tally()
    if paths.isEmpty {
      report.add(IntentTests.run(assistant), of: assistant.pack.tests.count, "tests of intents")
      let folder = talk.intents
      for script in assistant.pack.scripts {
        play(
          script.text, file: script.file, at: folder.map { $0 + "/" + script.file }, assistant,
          &report)
      }
    } else {
      for path in try paths.flatMap(Self.scripts) {
        play(try ScriptFile.read(path), file: path, at: path, assistant, &report)
      }
    }
    for misstep in report.missteps { try StandardStreams.print(Visible.filter(misstep.report)) }
    try StandardStreams.print(report.summary)
    if !report.missteps.isEmpty { throw Failure(.testFailed) }
  }

  private func crossValidate(_ pack: Pack) throws {
    let validation = CrossValidation(pack: pack, seed: talk.seed, folds: 5)
    for line in CrossValidationReport(validation).lines { try StandardStreams.print(line) }
  }

  private func runDisturbed(_ assistant: Assistant) throws {
    let rows = DisturbanceRun(assistant: assistant, seed: talk.seed).rows()
    let report = DisturbanceReport(rows, seed: talk.seed)
    let lines =
      talk.json
      ? report.objects(isVerbose: verbose) : (verbose ? report.misses : []) + report.table
    for line in lines { try StandardStreams.print(Visible.filter(line)) }
    if !report.isWithinLimits { throw Failure(.testFailed) }
  }

  private func play(
    _ text: String, file: String, at path: String?, _ assistant: Assistant, _ tally: inout Tally
  ) {
    let script = ChatScript(text)
    let run = ScriptRun(
      assistant: assistant, file: file, licences: LicenceFiles(),
      includes: Self.includes(of: file, at: path, in: assistant.pack))
    var outcome = run.play(script)
    if let updating, let path, !outcome.rewordings.isEmpty,
      updating == .all || outcome.missteps.allSatisfy({ $0.grade == .wording })
    {
      let new = ScriptUpdate.apply(outcome.rewordings, to: text)
      if (try? new.write(toFile: path, atomically: true, encoding: .utf8)) != nil {
        outcome = run.play(ChatScript(new))
      }
    }
    tally.add(outcome.missteps, of: 1, "scripts")
  }

  /// The scripts that the one in `file` may include: those beside it, in the pack or where it stands.
  private static func includes(
    of file: String, at path: String?, in pack: Pack
  ) -> @Sendable (String) -> String? {
    let scripts = pack.scripts
    return { name in
      let inside = beside(file, name)
      if let script = scripts.first(where: { $0.file == inside }) { return script.text }
      guard let path else { return nil }
      return try? ScriptFile.read(beside(path, name))
    }
  }

  /// The path of `name` in the folder of `file`.
  private static func beside(_ file: String, _ name: String) -> String {
    let folder = file.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    return (folder + [name[...]]).joined(separator: "/")
  }

  /// The scripts at `path`: itself, or those below it, sorted.
  private static func scripts(at path: String) throws -> [String] {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw Failure(.missingInput, "there is no \(path)")
    }
    guard isFolder.boolValue else { return [path] }
    let below = FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []
    return below.filter { $0.hasSuffix(".chat") }.sorted().map { path + "/" + $0 }
  }
}

/// What a test run adds up to.
private struct Tally {
  private(set) var missteps: [Misstep] = []
  private var counts: [(what: String, all: Int, missed: Int)] = []

  mutating func add(_ missteps: [Misstep], of count: Int, _ what: String) {
    self.missteps += missteps
    let missed = what == "scripts" ? (missteps.isEmpty ? 0 : 1) : missteps.count
    if let index = counts.firstIndex(where: { $0.what == what }) {
      counts[index].all += count
      counts[index].missed += missed
    } else {
      counts.append((what, count, missed))
    }
  }

  /// `412 of 415 tests of intents passed, 12 of 12 scripts passed`.
  var summary: String {
    counts.map { "\($0.all - $0.missed) of \($0.all) \($0.what) passed" }.joined(separator: ", ")
  }
}
