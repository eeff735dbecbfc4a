import Glibc

/// The lines a person typed, kept from one session to the next (S4).
///
/// libedit's own saving truncates first and fixes the mode after. Here the file is written beside
/// itself with mode 0600, brought to the disk, and renamed over the old one: it is whole, or as before.
/// A symbolic link in its place is not followed, but replaced.
public struct HistoryFile: Sendable {
  /// How many lines are kept.
  public static let most = 1_000
  /// A longer line, in bytes, is not kept.
  public static let longest = 4_096
  /// More bytes of the file than this are not read: its end is, which holds the newest lines.
  static let mostBytes = 4 << 20

  /// What could not be done.
  public struct Failure: Error, Hashable {
    /// The operation: "mkdir", "open", "write", "fsync" or "rename".
    public let operation: String
    /// The system's `errno`.
    public let code: Int32
    /// The path it was done to.
    public let path: String
  }

  /// Where the lines are kept.
  public let path: String

  /// A history at `path`; nothing is read or made yet.
  public init(path: String) { self.path = path }

  /// Whether a line may be kept: no leading space, nothing that a terminal would act on, not too long.
  public static func keeps(_ line: String) -> Bool {
    guard let first = line.unicodeScalars.first, first != " ", line.utf8.count <= longest
    else { return false }
    return line.unicodeScalars.allSatisfy { $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) }
  }

  /// The lines kept, oldest first. No file, or one that is none of ours, is an empty history; a line
  /// that is damaged is left out.
  public func lines() -> [String] {
    let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { return [] }
    defer { close(descriptor) }
    var facts = stat()
    guard fstat(descriptor, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG else { return [] }
    if Int(facts.st_size) > HistoryFile.mostBytes {
      lseek(descriptor, off_t(-HistoryFile.mostBytes), SEEK_END)
    }
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 65_536)
    while bytes.count < HistoryFile.mostBytes {
      let count = read(descriptor, &piece, piece.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { break }
      bytes.append(contentsOf: piece.prefix(count))
    }
    return HistoryFile.lines(in: bytes)
  }

  /// The sound lines among `bytes`, the newest `most` of them.
  public static func lines(in bytes: [UInt8]) -> [String] {
    let sound = bytes.split(separator: 0x0A).compactMap { piece -> String? in
      guard piece.count <= longest else { return nil }
      return String(validating: piece, as: UTF8.self)
    }
    return Array(sound.filter(keeps).suffix(most))
  }

  /// Adds `line`, if it may be kept, to what the file holds by now: another session may have added too.
  public func append(_ line: String) throws(Failure) {
    guard HistoryFile.keeps(line) else { return }
    var kept = lines()
    guard kept.last != line else { return }
    kept.append(line)
    try replace(with: kept.suffix(HistoryFile.most))
  }

  private func replace(with lines: ArraySlice<String>) throws(Failure) {
    try makeFolder()
    let fresh = path + ".\(getpid()).new"
    unlink(fresh)
    let descriptor = open(fresh, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw failure("open", fresh) }
    do throws(Failure) {
      defer { close(descriptor) }
      // The umask can only take away; what it took from the owner is given back.
      guard fchmod(descriptor, 0o600) == 0 else { throw failure("open", fresh) }
      let text = lines.joined(separator: "\n") + "\n"
      let code = Bytes.write(text.utf8, to: descriptor)
      guard code == 0 else { throw Failure(operation: "write", code: code, path: fresh) }
      guard fsync(descriptor) == 0 else { throw failure("fsync", fresh) }
    } catch {
      unlink(fresh)
      throw error
    }
    guard rename(fresh, path) == 0 else {
      let failed = failure("rename", path)
      unlink(fresh)
      throw failed
    }
  }

  /// Makes the folder that holds the file, and those above it, each 0700; one that exists stays as it is.
  private func makeFolder() throws(Failure) {
    var folder = ""
    for part in path.split(separator: "/", omittingEmptySubsequences: false).dropLast() {
      folder += part
      defer { folder += "/" }
      guard !folder.isEmpty, access(folder, F_OK) != 0 else { continue }
      guard mkdir(folder, 0o700) == 0 || errno == EEXIST else { throw failure("mkdir", folder) }
      _ = chmod(folder, 0o700)
    }
  }

  private func failure(_ operation: String, _ path: String) -> Failure {
    Failure(operation: operation, code: errno, path: path)
  }
}
