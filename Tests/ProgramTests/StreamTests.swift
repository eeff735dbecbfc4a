import Fixtures
import Foundation
import Testing

@Suite struct StreamTests {
  /// A program that is talked to line by line.
  private struct Interlocutor {
    let launched: Launched
    private let input = Pipe()
    private let output = Pipe()

    init() throws {
      let process = Process()
      process.executableURL = URL(fileURLWithPath: Program.path)
      process.arguments = []
      process.environment = Program.environment
      process.standardInput = input
      process.standardOutput = output
      launched = try Launched(process)
    }

    /// Says `message`; what is answered before anything more is said. Should the program hold its
    /// answer back, it is ended, and the answer is empty.
    func say(_ message: String) throws -> String {
      let id = launched.process.processIdentifier
      let patience = DispatchWorkItem { kill(id, SIGKILL) }
      DispatchQueue.global().asyncAfter(deadline: .now() + Launched.patience, execute: patience)
      defer { patience.cancel() }
      try input.fileHandleForWriting.write(contentsOf: Data((message + "\n").utf8))
      return String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
    }
  }

  @Test func `Each turn is written before the next line is read`() throws {
    let program = try Interlocutor()
    #expect(try program.say("蓝V多少钱").contains("599"))
    #expect(try program.say("怎么退款").contains("没有说明"))
    #expect(try program.say("/why").contains("silent.refund"))
    #expect(try !program.say("/quit").isEmpty)
    program.launched.wait()
    #expect(program.launched.process.terminationReason == .exit)
    #expect(program.launched.process.terminationStatus == 0)
  }

  @Test(arguments: [SIGINT, SIGTERM])
  func `A signal ends a scripted session`(_ signal: Int32) throws {
    let program = try Interlocutor()
    #expect(try !program.say("你好").isEmpty)
    kill(program.launched.process.processIdentifier, signal)
    program.launched.wait()
    #expect(program.launched.process.terminationReason == .uncaughtSignal)
    #expect(program.launched.process.terminationStatus == signal)
  }

  @Test(arguments: [
    "ask 蓝V多少钱", "ask --json 蓝V多少钱", "policy", "lint \"$XIAOER_INTENTS\"", "test",
  ])
  func `A full disk is an error, and said`(_ command: String) throws {
    let ending = try Program.shell("\"$XIAOER\" \(command) > /dev/full")
    #expect(ending.code == 74)
    #expect(ending.err.contains("cannot write stdout"))
  }

  @Test(arguments: ["--help", "--version", "ask --help"])
  func `A full disk is an error for help, too`(_ command: String) {
    withKnownIssue("the argument parser prints help by itself, and exits 0") {
      let ending = try Program.shell("\"$XIAOER\" \(command) > /dev/full")
      #expect(ending.code == 74)
    }
  }

  @Test func `A full disk ends a session and a batch`() throws {
    #expect(try Program.shell("\"$XIAOER\" > /dev/full", input: "你好\n").code == 74)
    #expect(
      try Program.shell("\"$XIAOER\" classify > /dev/full", input: "{\"text\":\"你好\"}\n").code == 74
    )
  }

  @Test func `A closed stream is an error, and said`() throws {
    for script in ["\"$XIAOER\" <&-", "\"$XIAOER\" classify <&-"] {
      let ending = try Program.shell(script)
      #expect(ending.code == 74)
      #expect(ending.err.contains("cannot read stdin"))
    }
    for script in ["\"$XIAOER\" ask 你好 >&-", "echo 你好 | \"$XIAOER\" >&-"] {
      let ending = try Program.shell(script)
      #expect(ending.code == 74)
      #expect(ending.err.contains("cannot write stdout"))
    }
  }

  @Test func `A folder for standard input is an error`() throws {
    #expect(try Program.shell("\"$XIAOER\" < /").code == 74)
  }

  @Test func `A reader that has seen enough ends the program quietly`() throws {
    for options in ["", "--json", "classify"] {
      let ending = try Program.shell(
        """
        yes '{"text":"蓝V多少钱"}' | head -5000 | "$XIAOER" \(options) | head -1
        echo "${PIPESTATUS[2]}"
        """)
      #expect(ending.lines.count == 2)
      #expect(ending.lines.last == "141")
      #expect(ending.err == "")
    }
  }

  @Test func `Ten thousand lines take a few seconds`() throws {
    var lines: [String] = []
    for number in 0..<10_000 {
      lines.append(["蓝V多少钱", "能退吗", "is joining free", "今天天气 \(number)", "好"][number % 5])
    }
    let clock = ContinuousClock()
    var ending = Program.Ending(code: -1, out: [], err: "")
    let time = try clock.measure {
      ending = try Program.run("--json", input: lines.joined(separator: "\n"))
    }
    #expect(ending.code == 0)
    #expect(ending.out.count { $0 == 10 } == 10_000)
    #expect(time < .seconds(20))
  }
}
