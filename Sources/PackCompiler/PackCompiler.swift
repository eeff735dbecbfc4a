import Dialogue
import Foundation
import PackReader

/// Compiles a pack into an assembler's file and, beside it, the bytes that this takes in:
/// `PackCompiler INTENTS OUTPUT.S`. The build runs it.
@main
enum PackCompiler {
  static func main() {
    let arguments = CommandLine.arguments
    guard arguments.count == 3 else { fail("usage: PackCompiler INTENTS OUTPUT.S", code: 64) }
    do {
      let (pack, findings) = try compile(directory: arguments[1])
      for finding in findings { print("\(arguments[1])/\(finding)") }
      guard let pack else { fail("the pack has errors", code: 65) }
      let bytes = arguments[2] + ".bytes"
      try Data(pack.archived()).write(to: URL(fileURLWithPath: bytes), options: .atomic)
      try assembly(including: bytes, hash: pack.hash)
        .write(toFile: arguments[2], atomically: true, encoding: .utf8)
    } catch {
      fail("\(error)", code: 66)
    }
  }

  /// Takes the bytes of a file in, where they can be read without being unpacked.
  private static func assembly(including file: String, hash: String) -> String {
    """
      // \(hash)
      .section .rodata
      .balign 64
      .global xiaoer_pack
    xiaoer_pack:
      .incbin "\(file.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))"
      .global xiaoer_pack_end
    xiaoer_pack_end:
      .byte 0
      .section .note.GNU-stack,"",@progbits

    """
  }

  private static func fail(_ message: String, code: Int32) -> Never {
    FileHandle.standardError.write(Data("PackCompiler: \(message)\n".utf8))
    exit(code)
  }
}
