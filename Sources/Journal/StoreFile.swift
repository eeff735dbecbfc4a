import Glibc
import Session

/// The file of a store, before SQLite sees it: made with its mode, and looked at without being touched.
struct StoreFile {
  /// The absolute path.
  let path: String

  /// The file at `path`, which is taken from the working directory when it is relative: SQLite would
  /// read `file:…` as an address.
  init(path: String) {
    if path.hasPrefix("/") {
      self.path = path
    } else {
      self.path = StoreFile.workingDirectory + "/" + path
    }
  }

  /// The folder of the licence copies.
  var licences: String { path + "-licences" }
  /// The log that SQLite writes ahead.
  var ahead: String { path + "-wal" }
  /// Where the store of `version` is copied before it is upgraded.
  func backup(of version: Int) -> String { "\(path).backup-v\(version)" }

  /// Makes the file (0600) and the folders on the way to it (0700) where they are missing, whatever the
  /// umask, and refuses what is no plain file, no store, or a store of a newer program.
  func prepare(creating: Bool, newest: Int) throws(StoreError) {
    var facts = stat()
    if stat(path, &facts) != 0 {
      guard errno == ENOENT, creating else {
        throw .cannotOpen("\(path): \(reason())")
      }
      try create()
      return
    }
    guard facts.st_mode & S_IFMT == S_IFREG else {
      throw .cannotOpen("\(path) is not a plain file")
    }
    // A copy that was made with a wider mode is narrowed again; somebody else's file stays as it is.
    if facts.st_mode & 0o077 != 0 { _ = chmod(path, 0o600) }
    if facts.st_size == 0 {
      var waiting = stat()
      if stat(ahead, &waiting) == 0, waiting.st_size > 0 {
        throw .damaged("\(path) is empty, though \(ahead) is not")
      }
      return
    }
    try StoreHeader(of: path).check(path: path, newest: newest)
  }

  private func create() throws(StoreError) {
    try StoreFile.makeFolders(above: path)
    let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    if descriptor < 0 {
      // Another process may have made it in this very moment.
      if errno == EEXIST { return }
      throw .cannotOpen("\(path): \(reason())")
    }
    _ = fchmod(descriptor, 0o600)
    close(descriptor)
    StoreFile.sync(folderOf: path)
  }

  // MARK: - Folders

  /// Makes every folder above `path` that is missing, 0700.
  static func makeFolders(above path: String) throws(StoreError) {
    let folder = StoreFile.folder(of: path)
    var facts = stat()
    if folder == "/" || stat(folder, &facts) == 0 { return }
    try makeFolders(above: folder)
    guard mkdir(folder, 0o700) == 0 || errno == EEXIST else {
      throw .cannotOpen("\(folder): \(reason())")
    }
    _ = chmod(folder, 0o700)
  }

  /// The folder that `path` stands in.
  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// Makes a name that was just written durable in its folder.
  static func sync(folderOf path: String) {
    let descriptor = open(folder(of: path), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }

  private static var workingDirectory: String {
    guard let path = getcwd(nil, 0) else { return "." }
    defer { free(path) }
    return String(cString: path)
  }
}

/// What the system says about its last refusal.
func reason(_ code: Int32 = errno) -> String { String(cString: strerror(code)) }
