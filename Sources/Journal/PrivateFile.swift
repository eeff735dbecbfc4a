import Glibc

/// Why a file was not written: the code of the system.
struct WriteFailure: Error {
  /// `errno`.
  let code: Int32
}

/// Files that only their owner may read, whole or not there at all.
enum PrivateFile {
  /// Writes `bytes` to `path`, 0600 whatever the umask: beside it first, made durable, then given its
  /// name. Unless `replacing`, a file that stands there already is EEXIST.
  static func write(_ bytes: [UInt8], to path: String, replacing: Bool) throws(WriteFailure) {
    let beside = "\(path).\(getpid())-\(UInt32.random(in: 0 ... .max)).new"
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
    let descriptor = open(beside, flags, 0o600)
    guard descriptor >= 0 else { throw WriteFailure(code: errno) }
    var failure = fill(descriptor, with: bytes)
    if fchmod(descriptor, 0o600) != 0 { failure = failure ?? errno }
    if fsync(descriptor) != 0 { failure = failure ?? errno }
    if close(descriptor) != 0 { failure = failure ?? errno }
    if failure == nil {
      let status = replacing ? rename(beside, path) : link(beside, path)
      if status != 0 { failure = errno }
    }
    if failure != nil || !replacing { unlink(beside) }
    if let failure { throw WriteFailure(code: failure) }
    StoreFile.sync(folderOf: path)
  }

  /// The bytes of the plain file at `path`, at most `limit` of them; nil when it cannot be read.
  static func read(_ path: String, limit: Int) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var facts = stat()
    guard fstat(descriptor, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG, facts.st_size <= limit
    else { return nil }
    var bytes = [UInt8](repeating: 0, count: Int(facts.st_size))
    var filled = 0
    while filled < bytes.count {
      let count = bytes.withUnsafeMutableBytes {
        Glibc.read(descriptor, $0.baseAddress?.advanced(by: filled), $0.count - filled)
      }
      guard count > 0 else { return nil }
      filled += count
    }
    return bytes
  }

  private static func fill(_ descriptor: Int32, with bytes: [UInt8]) -> Int32? {
    var offset = 0
    while offset < bytes.count {
      let count = bytes.withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress?.advanced(by: offset), $0.count - offset)
      }
      if count < 0 {
        if errno == EINTR { continue }
        return errno
      }
      offset += count
    }
    return nil
  }
}
