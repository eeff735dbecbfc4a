import Testing

@testable import Session

@Suite struct MessageObjectTests {
  @Test func `A message names its session and merchant, or leaves them out`() {
    let full = MessageObject.read(#"{"text":"蓝V","session":"a","merchant":"lin","else":[1]}"#)
    #expect((try? full.get())?.text == "蓝V")
    #expect((try? full.get())?.session == "a")
    #expect((try? full.get())?.merchant == "lin")
    #expect((try? MessageObject.read(#"{"text":""}"#).get())?.session == nil)
  }

  @Test(arguments: [
    ("", "not JSON"), ("{", "not JSON"), ("{\"text\":\"a\"} x", "not JSON"), ("蓝V", "not JSON"),
    ("[]", "not an object"), ("7", "not an object"), ("null", "not an object"),
    ("{}", "no \"text\""), (#"{"text":7}"#, "\"text\" is not a text"),
    (#"{"text":null}"#, "\"text\" is not a text"),
    (#"{"text":"a","session":5}"#, "\"session\" is not a text"),
    (#"{"text":"\ud800"}"#, "not JSON"),
  ])
  func `An unreadable object says why`(_ line: String, _ reason: String) {
    #expect(MessageObject.read(line) == .failure(.init(reason: reason)))
  }

  @Test(arguments: ["[", "{\"text\":"])
  func `Deep nesting is refused and overflows nothing`(_ opening: String) {
    let line = String(repeating: opening, count: 60_000 / opening.utf8.count)
    #expect(throws: MessageObject.Unreadable.self) { try MessageObject.read(line).get() }
  }
}
