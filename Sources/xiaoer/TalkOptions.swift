import ArgumentParser
import BuiltInPack
import Dialogue
import Foundation
import PackReader
import Policy
import Session

/// The options of every command that talks.
struct TalkOptions: ParsableArguments {
  @Option(help: "Use the pack in this folder instead of the built-in one.")
  var intents: String?

  @Option(help: "Keep the conversation in this store; `:memory:` keeps nothing.")
  var store: String?

  @Option(help: "The master key of personal data.")
  var key: String?

  @Option(help: "Whose conversation it is.")
  var merchant = "me"

  @Option(help: "An ISO 8601 instant: the only time the program then knows.")
  var clock: String?

  @Option(name: .customLong("as-of"), help: "The policy date (default: the clock's day).")
  var asOf: String?

  @Option(help: "Seeds whatever is drawn by lot.")
  var seed: UInt64 = 0

  @Option(help: "The language to answer in: zh, en or auto (that of each message).")
  var lang = "auto"

  @Flag(help: "One JSON object a message.")
  var json = false

  @Flag(help: "With --json: how each message was read, term by term.")
  var explain = false

  @Flag(name: .customLong("no-color"), help: "No colour, whatever the terminal can do.")
  var noColor = false

  func validate() throws {
    if let clock, Moment(iso8601: clock) == nil {
      throw ValidationError("--clock \(clock): not an instant like 2020-08-01T10:00:00+08:00")
    }
    if let asOf, PolicyDate(iso8601: asOf) == nil {
      throw ValidationError("--as-of \(asOf): not a date like 2020-07-20")
    }
    if lang != "auto", Tongue(rawValue: lang) == nil {
      throw ValidationError("--lang \(lang): use zh, en or auto")
    }
    if merchant.isEmpty || merchant.contains(where: { $0.isWhitespace || $0.isNewline }) {
      throw ValidationError("--merchant: a name without blanks")
    }
  }

  /// What the options set for every conversation.
  func settings(isAtPrompt: Bool = false) throws -> Settings {
    let clock: any Session.Clock =
      clock.flatMap { Moment(iso8601: $0) }.map { FixedClock($0) } ?? SystemClock()
    var settings = Settings(
      language: Tongue(rawValue: lang),
      asOf: asOf.flatMap { PolicyDate(iso8601: $0) }?.moment, clock: clock, seed: seed,
      merchant: merchant, scripts: ScriptFiles())
    settings.store = try openStore(isAtPrompt: isAtPrompt)
    settings.explains = explain && json
    settings.licences = LicenceFiles()
    settings.home = ProcessInfo.processInfo.environment["HOME"]
    settings.packs = folder.map { PackFolder(path: $0) }
    return settings
  }

  /// The assistant with the pack that the options name.
  func assistant(isWarm: Bool = true) throws -> Assistant {
    guard let folder else {
      return Assistant(pack: try PackLoading.builtIn(), isWarm: isWarm)
    }
    return Assistant(pack: try PackLoading.folder(folder), isWarm: isWarm)
  }

  /// The folder of the pack that is asked for; nil: the built-in one.
  private var folder: String? {
    let folder = intents ?? ProcessInfo.processInfo.environment["XIAOER_INTENTS"]
    return folder?.isEmpty == false ? folder : nil
  }

  /// The store that the options name: none (in memory) unless one is named, or a person converses at a
  /// terminal.
  func openStore(isAtPrompt: Bool) throws -> any EventStore {
    let usual = isAtPrompt ? StorePlace.usual : nil
    guard let path = StorePlace.named(store) ?? usual, path != ":memory:" else {
      return MemoryStore()
    }
    do {
      return try StorePlace.open(path, key: key)
    } catch let failure as Failure
      where failure.code == .cannotCreate || failure.code == .badData
    {
      // Questions are answered all the same; a step says that it was not saved.
      StandardStreams.complain("xiaoer: " + Visible.filter(failure.message ?? ""))
      let reason = failure.message ?? path
      return ClosedStore(
        fault: failure.code == .badData ? .damaged(reason) : .cannotOpen(reason))
    }
  }
}

/// The computer's clock.
struct SystemClock: Session.Clock {
  func now() -> Moment {
    Moment(milliseconds: Int64((Date().timeIntervalSince1970 * 1000).rounded(.down)))
  }
}

/// Scripts as files: mode 0600, never over a file that is not a script.
struct ScriptFiles: ScriptStore {
  func save(_ text: String, to file: String) throws(ScriptStoreError) {
    guard file.hasSuffix(".chat") else {
      throw ScriptStoreError(reason: "\(file): .chat?")
    }
    // Not blocking: a FIFO in the file's place must not keep the merchant waiting.
    let flags = O_WRONLY | O_CREAT | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK
    let descriptor = open(file, flags, 0o600)
    guard descriptor >= 0 else { throw ScriptStoreError(reason: String(cString: strerror(errno))) }
    defer { close(descriptor) }
    var facts = stat()
    guard fstat(descriptor, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG,
      ftruncate(descriptor, 0) == 0
    else { throw ScriptStoreError(reason: String(cString: strerror(EINVAL))) }
    let bytes = Array(text.utf8)
    var offset = 0
    while offset < bytes.count {
      let count = bytes.withUnsafeBytes {
        write(descriptor, $0.baseAddress?.advanced(by: offset), bytes.count - offset)
      }
      guard count > 0 else { throw ScriptStoreError(reason: String(cString: strerror(errno))) }
      offset += count
    }
  }
}
