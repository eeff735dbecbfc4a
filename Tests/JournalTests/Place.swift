import Foundation
import Journal
import Session
import Synchronization

/// A folder of one test with a store and, elsewhere, its key; gone when the test is over.
final class Place {
  let folder: String
  var store: String { folder + "/shop/store.db" }
  var key: String { folder + "/keys/master.key" }

  init() {
    let number = Self.count.withLock { count in
      count += 1
      return count
    }
    folder = NSTemporaryDirectory() + "journal-\(getpid())-\(number)"
    try? FileManager.default.removeItem(atPath: folder)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  func open() throws(StoreError) -> SQLiteStore { try SQLiteStore(path: store, keyFile: key) }

  /// All files of the store, by their path in the folder of it.
  func files() throws -> [String: Data] {
    let shop = folder + "/shop"
    var found: [String: Data] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: shop) {
      found[name] = FileManager.default.contents(atPath: shop + "/" + name)
    }
    return found
  }

  /// The rights of a file or folder: 0o600.
  func mode(_ path: String) throws -> Int {
    try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int ?? 0
  }

  /// The probe stands beside the test's own program.
  static let probe: String = {
    let here = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    return URL(fileURLWithPath: here).deletingLastPathComponent().path + "/JournalProbe"
  }()

  /// Starts `program` with `arguments`; what it says goes to `output`.
  static func start(
    _ program: String, _ arguments: [String], output: FileHandle = .nullDevice
  ) throws -> Process {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.standardOutput = output
    process.environment = ["SWIFT_BACKTRACE": "enable=no", "PATH": "/usr/bin:/bin"]
    // A test's own thread blocks signals, and a child would inherit that.
    var none = sigset_t()
    var before = sigset_t()
    sigemptyset(&none)
    pthread_sigmask(SIG_SETMASK, &none, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    try process.run()
    return process
  }

  /// Runs `program` to its end; its exit code.
  static func run(_ program: String, _ arguments: [String]) throws -> Int32 {
    let process = try start(program, arguments)
    process.waitUntilExit()
    return process.terminationStatus
  }

  private static let count = Mutex(0)
}
