import Casework
import Glibc
import Session

/// Licences' files of the real file system, read with care: nothing that could block or has no end,
/// and never more than a licence may have.
struct LicenceFiles: LicenceSource {
  func open(_ candidates: [String]) -> Result<LicenceBytes, LicenceOpenRefusal> {
    var refusal: LicenceOpenRefusal?
    for path in candidates {
      switch read(path) {
      case .success(let bytes): return .success(bytes)
      case .failure(.missing): continue
      case .failure(let found): refusal = refusal ?? found
      }
    }
    return .failure(refusal ?? .missing)
  }

  private func read(_ path: String) -> Result<LicenceBytes, LicenceOpenRefusal> {
    // C would stop at a NUL and open something else.
    guard !path.isEmpty, !path.utf8.contains(0) else { return .failure(.missing) }
    var facts = stat()
    // Looked at before it is opened: opening alone makes some devices act.
    guard stat(path, &facts) == 0 else { return .failure(LicenceFiles.refusal(errno)) }
    if let refusal = LicenceFiles.refusal(of: facts) { return .failure(refusal) }
    let descriptor = Glibc.open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY)
    guard descriptor >= 0 else { return .failure(LicenceFiles.refusal(errno)) }
    defer { close(descriptor) }
    // And once more what was opened: another file may have taken the place of the first.
    guard fstat(descriptor, &facts) == 0 else { return .failure(LicenceFiles.refusal(errno)) }
    if let refusal = LicenceFiles.refusal(of: facts) { return .failure(refusal) }
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return LicenceFiles.contents(of: descriptor, size: Int(facts.st_size)).map {
      LicenceBytes(bytes: $0, size: Int(facts.st_size), name: name)
    }
  }

  /// At most one byte more than the limit, so that the rules can see that there is more.
  private static func contents(
    of descriptor: Int32, size: Int
  ) -> Result<[UInt8], LicenceOpenRefusal> {
    let limit = LicenceFile.sizeLimit + 1
    var bytes: [UInt8] = []
    bytes.reserveCapacity(min(size, limit))
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count < limit {
      let count = Glibc.read(descriptor, &chunk, min(chunk.count, limit - bytes.count))
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { return .failure(refusal(errno)) }
      if count == 0 { break }
      bytes += chunk.prefix(count)
    }
    return bytes.isEmpty ? .failure(.empty) : .success(bytes)
  }

  /// What stands against reading a file of these facts. One without a size is not read: the system's
  /// own files (/proc) state none, may have no end, and some wait for events.
  private static func refusal(of facts: stat) -> LicenceOpenRefusal? {
    switch facts.st_mode & S_IFMT {
    case S_IFDIR: .directory
    case S_IFREG: facts.st_size > 0 ? nil : .empty
    case _: .notRegular
    }
  }

  private static func refusal(_ code: Int32) -> LicenceOpenRefusal {
    switch code {
    // A name that is too long is that of no file.
    case ENOENT, ENOTDIR, ENAMETOOLONG: .missing
    case EISDIR: .directory
    case EACCES, EPERM: .noPermission
    case ELOOP: .symlinkLoop
    case ENXIO, ENODEV: .notRegular
    case _: .unreadable(errno: code)
    }
  }
}
