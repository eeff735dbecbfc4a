import Glibc

/// The files of a pack directory, read with care: nothing outside it, nothing that could block, and
/// never more than a file may hold.
struct PackFiles {
  /// How large a file may be, inclusive: 1 MiB.
  static let sizeLimit = 1 << 20

  /// A file that belongs to the pack.
  struct File {
    /// Inside the pack, with `/`.
    let path: String
    let bytes: [UInt8]
  }

  /// The YAML files one folder deep, sorted by path.
  private(set) var files: [File] = []
  /// The scripts under `tests/`, sorted.
  private(set) var chats: [String] = []
  /// What does not belong there.
  private(set) var findings: [Finding] = []

  private let root: String

  /// Reads the pack at `directory`.
  init(directory: String) throws(PackReadingError) {
    guard let root = PackFiles.resolved(directory) else {
      throw errno == ENOENT ? .missing(path: directory) : .refused("realpath", directory)
    }
    self.root = root
    guard Entry(root)?.kind == .folder else { throw .notADirectory(path: directory) }
    for name in try names(in: "") {
      switch kind(of: name) {
      case .folder:
        if name == "tests" { try collectChats(in: name) } else { try readFolder(name) }
      case .file:
        if name.hasSuffix(".yaml") || name.hasSuffix(".yml") {
          refuse(name, "a YAML file belongs in a folder, which decides what it is")
        }
      case .other, nil: break
      }
    }
    files.sort { $0.path < $1.path }
    chats.sort()
  }

  private mutating func readFolder(_ folder: String) throws(PackReadingError) {
    let entries = try names(in: folder)
    guard entries.contains(where: { $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") }) else { return }
    guard isName(folder) else {
      refuse(folder, "`\(folder)` cannot be part of an id: lower-case letters, digits and `_`")
      return
    }
    for name in entries {
      let path = folder + "/" + name
      switch kind(of: path) {
      case .folder: refuse(path, "folders do not stand in one another: one folder, one file")
      case .file: try readFile(path, name: name)
      case .other, nil: break
      }
    }
  }

  private mutating func readFile(_ path: String, name: String) throws(PackReadingError) {
    guard name.hasSuffix(".yaml") else {
      if name.hasSuffix(".yml") {
        refuse(path, "call it `.yaml`, else it is not read")
      } else if !name.hasSuffix(".md") {
        refuse(path, "this is not read: it is no `.yaml`", .warning)
      }
      return
    }
    let stem = name.dropLast(".yaml".count)
    guard isName(stem) || path.hasPrefix("policy/") else {
      refuse(path, "`\(stem)` cannot be part of an id: lower-case letters, digits and `_`")
      return
    }
    if let bytes = try contents(of: path) { files.append(File(path: path, bytes: bytes)) }
  }

  private mutating func collectChats(in folder: String, depth: Int = 1) throws(PackReadingError) {
    for name in try names(in: folder) {
      let path = folder + "/" + name
      switch kind(of: path) {
      case .folder:
        if depth < Composer.Limit.depth { try collectChats(in: path, depth: depth + 1) }
      case .file: if name.hasSuffix(".chat") { chats.append(path) }
      case .other, nil: break
      }
    }
  }

  // MARK: The system

  /// What can stand in a directory.
  private enum Kind { case file, folder, other }

  /// The kind of what `path` is; nil, with a finding, if it must not be opened: a link out of the
  /// pack, to a folder or to nothing, and whatever is neither file nor folder.
  private mutating func kind(of path: String) -> Kind? {
    guard let entry = Entry(root + "/" + path) else {
      refuse(path, "this cannot be looked at: \(String(cString: strerror(errno)))")
      return nil
    }
    if entry.isLink {
      guard let target = PackFiles.resolved(root + "/" + path), target.hasPrefix(root + "/") else {
        refuse(path, "a link that leads out of the pack, or nowhere")
        return nil
      }
      if entry.kind == .folder {
        refuse(path, "a link to a folder: the files must stand here themselves")
        return nil
      }
    }
    if entry.kind == .other { refuse(path, "neither a file nor a folder") }
    return entry.kind
  }

  /// What the system says of a path, its links followed.
  private struct Entry {
    let kind: Kind
    let isLink: Bool

    init?(_ path: String) {
      var status = stat()
      guard lstat(path, &status) == 0 else { return nil }
      isLink = status.st_mode & S_IFMT == S_IFLNK
      if isLink, stat(path, &status) != 0 {
        kind = .other
        return
      }
      switch status.st_mode & S_IFMT {
      case S_IFREG: kind = .file
      case S_IFDIR: kind = .folder
      case _: kind = .other
      }
    }
  }

  private mutating func refuse(
    _ path: String, _ message: String, _ severity: Finding.Severity = .error
  ) {
    findings.append(
      Finding(file: path, line: 1, column: 1, severity: severity, message: message))
  }

  private static func resolved(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }

  /// The names in a folder, hidden files and an editor's back-ups aside, sorted.
  private mutating func names(in folder: String) throws(PackReadingError) -> [String] {
    let path = folder.isEmpty ? root : root + "/" + folder
    guard let stream = opendir(path) else { throw .refused("opendir", path) }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(validatingCString: $0) }
      }
      guard let name else {
        refuse(folder.isEmpty ? "." : folder, "a file whose name is not UTF-8")
        continue
      }
      if !name.hasPrefix("."), !name.hasSuffix("~"), !name.hasPrefix("#") { names.append(name) }
    }
    return names.sorted()
  }

  /// The bytes of a regular file; nil, with a finding, if there are too many.
  private mutating func contents(of path: String) throws(PackReadingError) -> [UInt8]? {
    let full = root + "/" + path
    // Not blocking: what was a file a moment ago may be a pipe now.
    let file = open(full, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard file >= 0 else { throw .refused("open", full) }
    defer { close(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count <= PackFiles.sizeLimit {
      let got = Glibc.read(file, &chunk, chunk.count)
      if got < 0, errno == EINTR { continue }
      guard got >= 0 else { throw .refused("read", full) }
      if got == 0 { return bytes }
      bytes += chunk.prefix(got)
    }
    refuse(path, "larger than \(PackFiles.sizeLimit) bytes")
    return nil
  }
}

extension PackReadingError {
  /// What the system just refused.
  fileprivate static func refused(_ operation: String, _ path: String) -> PackReadingError {
    .refused(operation: operation, path: path, code: errno)
  }
}
