import Glibc
import Session

/// The sealed copies of licence files, in a folder beside the store:
/// `STORE-licences/<hash of the merchant>/<hash of the scope>.<SHA-256>`.
struct LicenceCopies: Sendable {
  private let folder: String

  /// The copies in `folder`.
  init(folder: String) { self.folder = folder }

  /// The most that a sealed copy may hold: 5 MiB and its seal.
  private static let limit = 5_242_880 + 64

  /// Keeps `sealed` under its names.
  func write(
    _ sealed: [UInt8], scope: String, sha256: String, of merchant: String
  ) throws(StoreError) {
    guard sealed.count <= LicenceCopies.limit,
      sha256.utf8.count == 64, sha256.utf8.allSatisfy({ "0123456789abcdef".utf8.contains($0) })
    else { throw .notSaved("the file is too large, or its hash is none") }
    let path = home(of: merchant) + "/" + name(scope) + "." + sha256
    do throws(StoreError) { try StoreFile.makeFolders(above: path) } catch {
      throw .notSaved("no folder for licence copies")
    }
    do throws(WriteFailure) { try PrivateFile.write(sealed, to: path, replacing: true) } catch {
      throw .notSaved(reason(error.code))
    }
  }

  /// The sealed copies of a scope, by hash.
  func sealed(in scope: String, of merchant: String) throws(StoreError) -> [String: [UInt8]] {
    let home = home(of: merchant)
    let prefix = name(scope) + "."
    var found: [String: [UInt8]] = [:]
    for file in Self.names(in: home) where file.hasPrefix(prefix) && !file.hasSuffix(".new") {
      guard let bytes = PrivateFile.read(home + "/" + file, limit: LicenceCopies.limit) else {
        throw .damaged("a licence copy of \(scope) cannot be read")
      }
      found[String(file.dropFirst(prefix.count))] = bytes
    }
    return found
  }

  /// Deletes the copies of a scope.
  func erase(_ scope: String, of merchant: String) {
    let home = home(of: merchant)
    for file in Self.names(in: home) where file.hasPrefix(name(scope) + ".") {
      unlink(home + "/" + file)
    }
  }

  /// Deletes every copy of `merchant`; that none is left is the result.
  func eraseAll(of merchant: String) -> Bool {
    let home = home(of: merchant)
    for file in Self.names(in: home) { unlink(home + "/" + file) }
    return rmdir(home) == 0 || errno == ENOENT
  }

  /// Copies every file to the folder `target`, which must not be there yet.
  func copyAll(to target: String) throws(StoreError) {
    for merchant in Self.names(in: folder) {
      for file in Self.names(in: folder + "/" + merchant) where !file.hasSuffix(".new") {
        let from = "\(folder)/\(merchant)/\(file)"
        let to = "\(target)/\(merchant)/\(file)"
        guard let bytes = PrivateFile.read(from, limit: LicenceCopies.limit) else {
          throw .damaged("a licence copy cannot be read")
        }
        try StoreFile.makeFolders(above: to)
        do throws(WriteFailure) { try PrivateFile.write(bytes, to: to, replacing: false) } catch {
          throw .notSaved(reason(error.code))
        }
      }
    }
  }

  private func home(of merchant: String) -> String { folder + "/" + name(merchant) }

  private func name(_ text: String) -> String {
    Sodium.hash(Array(text.utf8), length: 16).map {
      ($0 < 16 ? "0" : "") + String($0, radix: 16)
    }.joined()
  }

  /// What stands in `folder`, in order; nothing when it is missing.
  private static func names(in folder: String) -> [String] {
    guard let directory = opendir(folder) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let item = readdir(directory) {
      let name = withUnsafePointer(to: &item.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }
}
