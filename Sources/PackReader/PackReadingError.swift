/// Why a pack could not be read at all: the machine's fault or the caller's, not the author's.
public enum PackReadingError: Error, Hashable, Sendable {
  /// There is no directory at this path.
  case missing(path: String)
  /// Something is there, but it is no directory.
  case notADirectory(path: String)
  /// The system refused: what was tried, on which path, and its error number.
  case refused(operation: String, path: String, code: Int32)
}
