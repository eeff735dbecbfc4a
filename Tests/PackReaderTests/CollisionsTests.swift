import Testing

@Suite struct CollisionsTests {
  /// The findings of the whole pack, with a text of `silent/refund.yaml` replaced.
  private static func findings(_ old: String, _ new: String) throws -> [String] {
    let text = TemporaryPack.refund.replacing(old, with: new)
    return try TemporaryPack.findings(["silent/refund.yaml": text]).map {
      $0.replacing("silent/refund.yaml:", with: "", maxReplacements: 1)
    }
  }

  @Test(arguments: ["蓝V认证多少钱", "蓝v认证，多少钱？", "蓝Ｖ认证 多少钱！"])
  func `one message is an example of one intent`(_ message: String) throws {
    #expect(
      try Self.findings("不办了钱退我", message) == [
        "4:8: error: `\(message)` is already an example of `bluev.fee` (bluev/fee.yaml:6)"
      ])
  }

  @Test func `a test is not an example, not even of another intent`() throws {
    #expect(
      try Self.findings("反悔了咋整", "企业认证收费吗？") == [
        "11:8: error: `企业认证收费吗？` is a test, but also an example of `bluev.fee` (bluev/fee.yaml:6)"
      ])
    #expect(
      try Self.findings("反悔了咋整", "不办了 钱退我") == [
        "11:8: error: `不办了 钱退我` is a test, but also an example of `silent.refund` "
          + "(silent/refund.yaml:4)"
      ])
    #expect(
      try Self.findings("[反悔了咋整]", "[反悔了咋整, 反悔了咋整]") == [
        "11:15: error: `反悔了咋整` is already a test of `silent.refund` (silent/refund.yaml:11)"
      ])
  }

  @Test func `nearly the same message is a warning`() throws {
    #expect(
      try Self.findings("[不办了钱退我]", "[不办了钱退我, 不办了钱退我啊]") == [
        "4:16: warning: `不办了钱退我啊` is nearly `不办了钱退我` of `silent.refund` (silent/refund.yaml:4)"
      ])
    #expect(
      try Self.findings("反悔了咋整", "不办了钱退我呗") == [
        "11:8: warning: `不办了钱退我呗` tests little: it is nearly `不办了钱退我` of `silent.refund` "
          + "(silent/refund.yaml:4)"
      ])
    #expect(try Self.findings("不办了钱退我", "蓝V认证多少人") == [])
    #expect(
      try Self.findings("不办了钱退我", "蓝V认证多少钱呢") == [
        "4:8: warning: `蓝V认证多少钱呢` is nearly `蓝V认证多少钱` of `bluev.fee` (bluev/fee.yaml:6)"
      ])
  }

  @Test func `a short foreign word may stand in both languages of one intent`() throws {
    #expect(try Self.findings("不办了钱退我", "can i get it back") == [])
  }

  @Test func `a counter-example is not the example of a third intent`() throws {
    let extra = "not:\n  zh: [{say: 蓝V认证多少钱, is: oos.x}]\nanswer:"
    let other =
      "id: oos.x\ntitle: {zh: a, en: b}\nask: {zh: [c], en: [d]}\ntests: {zh: [e], en: [f]}\n"
    let refund = TemporaryPack.refund.replacing("answer:", with: extra)
    #expect(
      try TemporaryPack.findings(["silent/refund.yaml": refund, "oos/x.yaml": other]) == [
        "silent/refund.yaml:7:14: error: `蓝V认证多少钱` is said to belong to `oos.x`, but is an example "
          + "of `bluev.fee` (bluev/fee.yaml:6)"
      ])
    let right = refund.replacing("is: oos.x", with: "is: bluev.fee")
    #expect(try TemporaryPack.findings(["silent/refund.yaml": right]) == [])
  }
}
