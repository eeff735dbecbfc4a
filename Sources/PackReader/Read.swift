import Casework
import Dialogue
import Policy

/// Reads the pack at `directory`, and says everything that is wrong with it.
///
/// No pack if one of the findings, which are sorted, is an error.
public func read(
  directory: String
) throws(PackReadingError)
  -> (pack: PackSource?, findings: [Finding])
{
  let files = try PackFiles(directory: directory)
  var assembly = Assembly(findings: files.findings)
  assembly.readPolicy(of: files.files)
  for file in files.files { assembly.read(file) }
  return assembly.finish(chats: files.chats, files: files.files)
}

/// A pack while its files are read.
private struct Assembly {
  var findings: [Finding]
  private var policy: PolicyModel?
  private var drafts: [IntentForm.Draft] = []
  private var ids: Set<String> = []
  private var phrases: [String: [String: Phrases.Phrase]] = [:]
  private var words: [String: PerTongue<[String]>] = [:]
  private var specimens: [String: [String]] = [:]

  init(findings: [Finding]) { self.findings = findings }

  /// Reads the policy, which all other files are checked against.
  mutating func readPolicy(of files: [PackFiles.File]) {
    let found = files.filter { $0.folder == "policy" }
    guard let file = found.first else {
      note("policy", "there is no policy: `policy/` holds no `.yaml`")
      return
    }
    for extra in found.dropFirst() {
      note(extra.path, "a second policy: only one can be in force, and \(file.path) is read")
    }
    policy = open(file) { tree, reading in
      PolicyForm.read(tree, name: file.stem, into: &reading)
    }
  }

  mutating func read(_ file: PackFiles.File) {
    switch file.folder {
    case "policy": break
    case "lexicon": readLexicon(file)
    case _:
      let id = file.folder + "." + file.stem
      ids.insert(id)
      let policy = policy
      let draft = open(file) { tree, reading in
        IntentForm.read(tree, id: id, policy: policy, into: &reading)
      }
      if let draft { drafts.append(draft) }
    }
  }

  private mutating func readLexicon(_ file: PackFiles.File) {
    let policy = policy
    switch file.stem {
    case let name where Phrase.files.contains(name):
      phrases[name] = open(file) { LexiconForm.phrases($0, policy: policy, into: &$1) } ?? [:]
    case "words": words = open(file) { LexiconForm.words($0, into: &$1) } ?? [:]
    case "specimens": specimens = open(file) { LexiconForm.specimens($0, into: &$1) } ?? [:]
    case _:
      note(
        file.path,
        "`lexicon/` has no file `\(file.stem)`" + suggestion(for: file.stem, in: LexiconForm.files))
    }
  }

  /// What `form` makes of the tree of a file, nil if it has none.
  private mutating func open<Value>(
    _ file: PackFiles.File, _ form: (Tree, inout FileReading) -> Value?
  ) -> Value? {
    switch SourceText.decode(file.bytes) {
    case .failure(let misread):
      findings.append(
        Finding(
          file: file.path, line: misread.place.line, column: misread.place.column,
          message: "this is not UTF-8"))
      return nil
    case .success(let source):
      var reading = FileReading(file: file.path, source: source)
      let value = Composer.compose(&reading).flatMap { form($0, &reading) }
      findings += reading.findings
      return value
    }
  }

  private mutating func note(_ path: String, _ message: String) {
    findings.append(Finding(file: path, line: 1, column: 1, message: message))
  }

  /// Checks what concerns several files, and puts the pack together.
  consuming func finish(
    chats: [String], files: [PackFiles.File]
  ) -> (pack: PackSource?, findings: [Finding]) {
    findings += dangling(in: drafts, ids: ids)
    findings += collisions(among: drafts)
    findings.sort()
    guard let policy, !findings.contains(where: { $0.severity == .error }) else {
      return (nil, findings)
    }
    let pack = PackSource(
      policy: policy, intents: drafts.map(\.intent).sorted { $0.id < $1.id },
      phrases: Phrases(entries: phrases), lexicon: Lexicon(words: words, specimens: specimens),
      chats: chats, hash: hash(of: files))
    return (pack, findings)
  }
}

/// The hash of a pack: of each file, in the order of their paths, the path, a zero, the number of
/// bytes in decimal, a zero, and the bytes.
private func hash(of files: [PackFiles.File]) -> String {
  var hash = SHA256()
  for file in files {
    hash.update(Array(file.path.utf8) + [0] + Array("\(file.bytes.count)".utf8) + [0])
    hash.update(file.bytes)
  }
  return "sha256:" + hash.finish()
}

extension PackFiles.File {
  /// The folder it stands in.
  fileprivate var folder: String { String(path.prefix { $0 != "/" }) }

  /// Its name without `.yaml`.
  fileprivate var stem: String { String(path.dropFirst(folder.count + 1).dropLast(5)) }
}
