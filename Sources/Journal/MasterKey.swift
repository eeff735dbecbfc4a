import Glibc
import Session

/// The key over all keys, in a file of its own (0600): whoever has only the store can open nothing.
struct MasterKey: Sendable {
  /// 32 bytes.
  let bytes: [UInt8]

  /// What the store remembers of its key, to notice another one; it does not give the key away.
  var mark: [UInt8] { Array(Sodium.hash(Array("xiaoer key".utf8) + bytes, length: 64)[..<16]) }

  /// The key in the file at `path`; `noKey` when it is missing, no key, or open to others.
  static func read(_ path: String) throws(StoreError) -> MasterKey {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw .noKey("\(path): \(reason())") }
    defer { close(descriptor) }
    var facts = stat()
    guard fstat(descriptor, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG else {
      throw .noKey("\(path) is not a plain file")
    }
    guard facts.st_mode & 0o077 == 0 else {
      throw .noKey("\(path) can be read by others; `chmod 600` it")
    }
    var text = [UInt8](repeating: 0, count: 66)
    let count = Glibc.read(descriptor, &text, 66)
    let digits = text[..<max(0, count)].filter { $0 != 10 }
    guard let bytes = bytes(ofDigits: digits), bytes.count == Sodium.keyLength else {
      throw .noKey("\(path) holds no key")
    }
    return MasterKey(bytes: bytes)
  }

  /// The key in the file at `path`, which is made if it is missing. Of several processes that make it at
  /// once, one wins, and all have its key.
  static func readOrMake(_ path: String) throws(StoreError) -> MasterKey {
    if access(path, F_OK) == 0 { return try read(path) }
    do { try StoreFile.makeFolders(above: path) } catch { throw .noKey("\(error)") }
    guard let key = try? Sodium.random(Sodium.keyLength) else {
      throw .noKey("the system gives no randomness")
    }
    let digits = key.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    do throws(WriteFailure) {
      try PrivateFile.write(Array((digits + "\n").utf8), to: path, replacing: false)
    } catch  where error.code != EEXIST {
      throw .noKey("\(path): \(reason(error.code))")
    } catch {}
    return try read(path)
  }

  private static func bytes(ofDigits digits: [UInt8]) -> [UInt8]? {
    guard digits.count.isMultiple(of: 2) else { return nil }
    var bytes: [UInt8] = []
    for place in stride(from: 0, to: digits.count, by: 2) {
      guard let high = Unicode.Scalar(digits[place]).hexadecimal,
        let low = Unicode.Scalar(digits[place + 1]).hexadecimal
      else { return nil }
      bytes.append(high << 4 | low)
    }
    return bytes
  }
}

extension Unicode.Scalar {
  fileprivate var hexadecimal: UInt8? {
    switch self {
    case "0"..."9": UInt8(value - 48)
    case "a"..."f": UInt8(value - 87)
    case _: nil
    }
  }
}
