import Terminal

/// A counterpart that says what it heard.
struct Echo: Counterpart {
  private var heard = 0
  var prompt: String { heard == 0 ? "商家> " : "蓝V \(heard)/8> " }
  var leaveHint: String { "要走的话,按 Ctrl-D" }
  func welcome() -> [StyledLine] { [StyledLine("您好", style: .accent)] }
  mutating func reply(to line: String) -> CounterpartReply {
    heard += 1
    var reply = CounterpartReply(lines: [StyledLine("听见:\(line)")], ended: line == "再见")
    if line.contains("客服") { reply.typing = StyledLine("晓琳正在输入……") }
    return reply
  }
  func completions(of prefix: String) -> [String] { Probe.offered.filter { $0.hasPrefix(prefix) } }
  func isSensitive(_ line: String) -> Bool { line.contains("138") }
}
