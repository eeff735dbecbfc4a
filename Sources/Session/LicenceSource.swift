/// Gives the bytes of a licence's file. Only the shell opens files; the core judges what comes in.
public protocol LicenceSource: Sendable {
  /// The first of `candidates` that is there and can be read, or why none can: what stands against the
  /// first one that is there, `missing` when none is. Never waits for anybody to write.
  func open(_ candidates: [String]) -> Result<LicenceBytes, LicenceOpenRefusal>
}

/// What was read of a licence's file.
///
/// Printing, interpolating and dumping show the size only: neither what a licence says nor the name of
/// its file is for a log.
public struct LicenceBytes: Hashable, Sendable, CustomStringConvertible,
  CustomDebugStringConvertible, CustomReflectable
{
  /// The file, or its beginning when it is larger than the limit: one byte more than that.
  public let bytes: [UInt8]
  /// The size of the whole file, in bytes, above 0.
  public let size: Int
  /// Its name, without the folders.
  public let name: String

  /// What was read of a file.
  public init(bytes: [UInt8], size: Int, name: String) {
    self.bytes = bytes
    self.size = size
    self.name = name
  }

  /// `1024 bytes`.
  public var description: String { "\(size) bytes" }
  /// `1024 bytes`.
  public var debugDescription: String { description }
  /// Has no children, so that `dump` shows the size only.
  public var customMirror: Mirror { Mirror(self, children: []) }
}

/// Why no file was read.
public enum LicenceOpenRefusal: Error, Hashable, Sendable {
  /// Nothing stands there.
  case missing
  /// A folder stands there.
  case directory
  /// It is there, and may not be read, or not be reached.
  case noPermission
  /// It is no file but a pipe, a device or a socket.
  case notRegular
  /// Its links lead in a circle, or over too many others.
  case symlinkLoop
  /// It has no bytes, or is a file of the system's own that states no size.
  case empty
  /// The system failed at it with this `errno`.
  case unreadable(errno: Int32)

  /// What the words are looked up by, in snake_case; never changes.
  public var key: String {
    switch self {
    case .missing: "missing"
    case .directory: "directory"
    case .noPermission: "no_permission"
    case .notRegular: "not_regular"
    case .symlinkLoop: "symlink_loop"
    case .empty: "empty"
    case .unreadable: "unreadable"
    }
  }

  /// Every key, so that lint can see that each has its words.
  public static let keys = [
    "missing", "directory", "no_permission", "not_regular", "symlink_loop", "empty", "unreadable",
  ]
}
