import Foundation
import Synchronization

/// Room for files that a test run writes; gone when the run ends.
public enum Scratch {
  /// A folder of this process only.
  public static let folder: String = {
    let folder =
      NSTemporaryDirectory() + "xiaoer-tests-\(ProcessInfo.processInfo.processIdentifier)"
    try? FileManager.default.removeItem(atPath: folder)
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch { fatalError("cannot make \(folder): \(error)") }
    atexit { try? FileManager.default.removeItem(atPath: Scratch.folder) }
    return folder
  }()

  /// A path that no other test has; nothing stands there yet.
  public static func path(_ name: String) -> String {
    let number = used.withLock { count in
      count += 1
      return count
    }
    return folder + "/\(number)-" + name
  }

  /// Writes `bytes` to a file that no other test has; its path.
  public static func file(_ name: String, _ bytes: [UInt8]) throws -> String {
    let path = path(name)
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    return path
  }

  /// Writes `text` to a file that no other test has; its path.
  public static func file(_ name: String, _ text: String) throws -> String {
    try file(name, Array(text.utf8))
  }

  private static let used = Mutex(0)
}
