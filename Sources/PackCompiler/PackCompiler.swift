import Dialogue
import Foundation
import PackReader

/// Compiles a pack into a Swift file: `PackCompiler INTENTS OUTPUT.swift`. The build runs it.
@main
enum PackCompiler {
  static func main() {
    let arguments = CommandLine.arguments
    guard arguments.count == 3 else { fail("usage: PackCompiler INTENTS OUTPUT.swift", code: 64) }
    do {
      let (pack, findings) = try compile(directory: arguments[1])
      for finding in findings { print("\(arguments[1])/\(finding)") }
      guard let pack else { fail("the pack has errors", code: 65) }
      try literal(pack.archived()).write(toFile: arguments[2], atomically: true, encoding: .utf8)
    } catch {
      fail("\(error)", code: 66)
    }
  }

  /// The bytes as one raw text literal of base 64: a megabyte of it compiles in a tenth of a second,
  /// where an array literal takes minutes.
  private static func literal(_ bytes: [UInt8]) -> String {
    """
    /// The compiled pack, in base 64 (RFC 4648, section 4).
    let compiledPack: StaticString = #"\(Data(bytes).base64EncodedString())"#

    """
  }

  private static func fail(_ message: String, code: Int32) -> Never {
    FileHandle.standardError.write(Data("PackCompiler: \(message)\n".utf8))
    exit(code)
  }
}
