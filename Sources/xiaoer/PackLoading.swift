import BuiltInPack
import Dialogue
import Foundation
import PackReader
import Session

/// Where packs come from.
enum PackLoading {
  /// The pack inside the binary.
  static func builtIn() throws -> Pack {
    do { return try BuiltIn.pack() } catch {
      throw Failure(
        .badData, "the built-in pack is damaged (\(error.reason)); build the program anew")
    }
  }

  /// The pack in `folder`, compiled; its errors are told on stderr.
  static func folder(_ folder: String) throws -> Pack {
    let (pack, findings) = try checked(folder)
    if let pack { return pack }
    for finding in findings where finding.severity == .error {
      StandardStreams.complain(Visible.filter("\(folder)/\(finding)"))
    }
    throw Failure(.badData, "the pack \(folder) has errors; mend them, or leave --intents out")
  }

  /// The pack in `folder` and everything that was found in it.
  static func checked(_ folder: String) throws -> (pack: Pack?, findings: [Finding]) {
    do { return try compile(directory: folder) } catch {
      switch error {
      case .missing(let path): throw Failure(.missingInput, "there is no folder \(path)")
      case .notADirectory(let path): throw Failure(.missingInput, "\(path) is not a folder")
      case .refused(let operation, let path, let code):
        throw Failure(
          .missingInput, "cannot read \(path): \(operation): \(String(cString: strerror(code)))")
      }
    }
  }
}

/// A pack that its author is editing.
struct PackFolder: PackSupply {
  let path: String

  func load() throws(PackSupplyError) -> Pack {
    let found: (pack: Pack?, findings: [Finding])
    do { found = try compile(directory: path) } catch { throw PackSupplyError(reason: "\(error)") }
    if let pack = found.pack { return pack }
    let first = found.findings.first { $0.severity == .error }
    throw PackSupplyError(reason: first.map { "\(path)/\($0)" } ?? path)
  }
}
