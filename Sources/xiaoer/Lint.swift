import ArgumentParser
import Dialogue
import Foundation
import PackReader
import Rehearsal
import Session

/// Checks a pack without running it.
struct Lint: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Checks intents, policy, flows and scripts; every finding as file:line:column.",
    discussion: """
      EXAMPLES
        xiaoer lint            the folder Intents
        xiaoer lint my-pack
        xiaoer lint my-pack/tests/fee.chat
      """)

  @Argument(help: "A pack's folder, or a .chat script.")
  var path = "Intents"

  func run() throws {
    let findings = path.hasSuffix(".chat") ? try script(path) : try pack(path)
    for finding in findings { try StandardStreams.print(Visible.filter(finding.description)) }
    let errors = findings.count { $0.severity == .error }
    let warnings = findings.count - errors
    try StandardStreams.print("\(errors) errors, \(warnings) warnings")
    if errors > 0 { throw Failure(.badData) }
  }

  private func pack(_ folder: String) throws -> [Finding] {
    let (pack, found) = try PackLoading.checked(folder)
    let prefix = folder.hasSuffix("/") ? folder : folder + "/"
    var findings = found
    for script in pack?.scripts ?? [] {
      findings += mistakes(ChatScript(script.text), in: script.file)
    }
    return findings.sorted().map { $0.moved(below: prefix) }
  }

  private func script(_ file: String) throws -> [Finding] {
    mistakes(ChatScript(try ScriptFile.read(file)), in: file)
  }

  private func mistakes(_ script: ChatScript, in file: String) -> [Finding] {
    script.mistakes.map {
      Finding(file: file, line: $0.line, column: $0.column, message: $0.message)
    }
  }
}

extension Finding {
  /// The finding with its file as the user would open it.
  fileprivate func moved(below folder: String) -> Finding {
    Finding(file: folder + file, line: line, column: column, severity: severity, message: message)
  }
}

/// A `.chat` file.
enum ScriptFile {
  /// Its text.
  static func read(_ file: String) throws -> String {
    guard let data = FileManager.default.contents(atPath: file) else {
      throw Failure(.missingInput, "cannot read \(file)")
    }
    guard let text = String(validating: data, as: UTF8.self) else {
      throw Failure(.badData, "\(file): not valid UTF-8")
    }
    return text
  }
}
