import Fixtures
import Foundation
import Testing

/// The built program, as a shell would start it.
struct Program {
  /// How a run ended, and what it wrote.
  struct Ending {
    /// As a shell tells it: 128 and the signal's number when one ended the program.
    var code: Int32
    var out: [UInt8]
    var err: String

    var text: String { String(decoding: out, as: UTF8.self) }
    var lines: [String] { text.split(separator: "\n").map(String.init) }

    /// Every line read as a JSON object.
    func objects() throws -> [[String: Any]] {
      try lines.map { line in
        try #require(
          try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any], "\(line)")
      }
    }
  }

  /// The program stands beside the test bundle, which is this process.
  static let path: String = {
    let here = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    return URL(fileURLWithPath: here).deletingLastPathComponent().path + "/xiaoer"
  }()

  /// What every run sees, unless it says otherwise: no home, and the tiny pack.
  static let environment = [
    "PATH": "/usr/bin:/bin", "HOME": "/nonexistent", "LANG": "C.UTF-8", "XIAOER": path,
    "XIAOER_INTENTS": TinyPack.folder, "SWIFT_BACKTRACE": "enable=no",
  ]

  /// Runs the program with `arguments`, `input` on its standard input.
  @discardableResult
  static func run(
    _ arguments: [String], input: [UInt8] = [], environment: [String: String] = [:],
    in folder: String? = nil
  ) throws -> Ending {
    try start(path, arguments, input, environment, folder)
  }

  /// Runs the program with `arguments`, `input` on its standard input.
  @discardableResult
  static func run(
    _ arguments: String..., input: String, environment: [String: String] = [:]
  ) throws -> Ending {
    try start(path, arguments, Array(input.utf8), environment, nil)
  }

  /// Runs the program with `arguments` and nothing on its standard input.
  @discardableResult
  static func run(_ arguments: String..., environment: [String: String] = [:]) throws -> Ending {
    try start(path, arguments, [], environment, nil)
  }

  /// Runs a line of bash, in which `$XIAOER` is the program.
  static func shell(
    _ script: String, input: String = "", environment: [String: String] = [:]
  ) throws -> Ending {
    try start("/bin/bash", ["-c", script], Array(input.utf8), environment, nil)
  }

  private static func start(
    _ path: String, _ arguments: [String], _ input: [UInt8], _ environment: [String: String],
    _ folder: String?
  ) throws -> Ending {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.environment = Self.environment.merging(environment) { $1 }
    if let folder { process.currentDirectoryURL = URL(fileURLWithPath: folder) }
    // Files rather than pipes: nobody has to read while another one writes.
    let files = (
      input: try Scratch.file("in", input), out: try Scratch.file("out", ""),
      err: try Scratch.file("err", "")
    )
    process.standardInput = FileHandle(forReadingAtPath: files.input)
    process.standardOutput = FileHandle(forWritingAtPath: files.out)
    process.standardError = FileHandle(forWritingAtPath: files.err)
    guard try Launched(process).wait() else { return Ending(code: -1, out: [], err: "") }
    let read = { (path: String) in FileManager.default.contents(atPath: path).map(Array.init) ?? []
    }
    return Ending(
      code: process.terminationStatus + (process.terminationReason == .uncaughtSignal ? 128 : 0),
      out: read(files.out), err: String(decoding: read(files.err), as: UTF8.self))
  }
}

/// A process that was started, and is never waited for without end.
struct Launched {
  let process: Process
  private let ended = DispatchSemaphore(value: 0)

  /// No run takes longer; one that does is ended, and its test fails.
  static let patience = DispatchTimeInterval.seconds(30)

  /// Starts `process` with no signal blocked: a test's own thread blocks them, and it would inherit that.
  init(_ process: Process) throws {
    self.process = process
    process.terminationHandler = { [ended] _ in ended.signal() }
    var none = sigset_t()
    var before = sigset_t()
    sigemptyset(&none)
    pthread_sigmask(SIG_SETMASK, &none, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    try process.run()
  }

  /// Waits for the process to end; false when it had to be ended.
  @discardableResult func wait() -> Bool {
    if ended.wait(timeout: .now() + Launched.patience) == .success { return true }
    kill(process.processIdentifier, SIGKILL)
    Issue.record("\(process.arguments ?? []) did not end")
    return false
  }
}
