import Foundation
import Session
import Testing

@Suite struct JSONWriterTests {
  private func written(_ body: (inout JSONWriter) -> Void) -> String {
    var writer = JSONWriter()
    body(&writer)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  @Test func `Members stand in the order in which they are written`() {
    let text = written {
      $0.object {
        $0.member("b", "蓝V")
        $0.member("a", 1)
        $0.name("list")
        $0.array([1, 2]) { $0.raw("\($1)") }
        $0.name("none")
        $0.array([Int]()) { $0.raw("\($1)") }
        $0.member("yes", true)
        $0.member("nothing", nil as String?)
      }
    }
    #expect(text == #"{"b":"蓝V","a":1,"list":[1,2],"none":[],"yes":true,"nothing":null}"#)
  }

  @Test(arguments: [
    "", "\"", "\\", "\n", "\t", "\r", "\0", "\u{1B}", "\u{7F}", "\u{85}", "\u{202E}", "\u{FEFF}",
    "蓝V",
    "🎉", "a\u{301}", "</script>", "\u{2028}", "\u{E0041}",
  ])
  func `Every text comes back as it went in`(_ text: String) throws {
    let json = written { $0.array([text]) { $0.value($1) } }
    let back = try JSONDecoder().decode([String].self, from: Data(json.utf8))
    #expect(back.map { Array($0.unicodeScalars) } == [Array(text.unicodeScalars)])
  }

  @Test(arguments: [
    ("蓝V", #""蓝V""#), ("\u{1B}[2J", #""\u001b[2J""#), ("\0", #""\u0000""#),
    ("\u{7F}\u{9B}", #""\u007f\u009b""#), ("\u{202E}x", #""\u202ex""#),
    ("\u{E0041}", #""\udb40\udc41""#),
  ])
  func `What a terminal would act on is escaped, and nothing else`(
    _ text: String, _ expected: String
  ) {
    #expect(written { $0.value(text) } == expected)
  }
}
