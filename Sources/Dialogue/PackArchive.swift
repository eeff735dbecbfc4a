import Policy
import Understanding

extension Pack {
  private static let magic = "xiaoer pack 4"

  /// The compact form in which a pack travels inside the binary.
  public func archived() -> [UInt8] {
    var writer = ArchiveWriter()
    writer.write(Pack.magic)
    writer.write(hash)
    writer.write(policy)
    writer.write(intents)
    writer.write(phrases)
    writer.write(lexicon)
    writer.write(specimens)
    writer.write(model.serialised())
    Pack.archive(examples, into: &writer)
    Pack.archive(tests, into: &writer)
    writer.write(scripts)
    return writer.bytes
  }

  /// The pack that `archived()` wrote.
  public init(archive bytes: [UInt8]) throws(ArchiveError) {
    let result = bytes.withUnsafeBytes { bytes in
      Result { () throws(ArchiveError) in
        var reader = ArchiveReader(bytes)
        return try Pack(from: &reader) { (model) throws(ModelError) in
          try Model(bytes: Array(model))
        }
      }
    }
    self = try result.get()
  }

  /// The pack that lies in the program itself, written by its build; its model is read where it lies,
  /// and not checked.
  ///
  /// - Parameter bytes: at a multiple of 64, to stay until the process ends.
  public init(resident bytes: UnsafeRawBufferPointer) throws(ArchiveError) {
    var reader = ArchiveReader(bytes)
    self = try Pack(from: &reader) { (model) throws(ModelError) in Model(resident: model) }
  }

  private init(
    from reader: inout ArchiveReader,
    _ makeModel: (UnsafeRawBufferPointer) throws(ModelError) -> Model
  ) throws(ArchiveError) {
    guard try reader.text() == Pack.magic else { throw reader.error("not a compiled pack") }
    hash = try reader.text()
    policy = try reader.value()
    intents = try reader.list()
    phrases = try reader.value()
    lexicon = try reader.value()
    specimens = try reader.list()
    let model = try reader.raw()
    do throws(ModelError) {
      self.model = try makeModel(model)
    } catch {
      throw reader.error("\(error)")
    }
    examples = try Pack.sayings(from: &reader)
    tests = try Pack.sayings(from: &reader)
    scripts = try reader.list()
    guard reader.isAtEnd else { throw reader.error("bytes are left over") }
    guard self.model.labels.count == intents.count,
      examples.allSatisfy({ $0.intent < intents.count })
    else { throw reader.error("the model is of other intents") }
  }
}

extension Pack {
  /// Writes `sayings`, the name of each file once: there are thousands of them in a hundred files.
  private static func archive(_ sayings: [Saying], into writer: inout ArchiveWriter) {
    let files = Set(sayings.map(\.file)).sorted()
    let numbers = Dictionary(
      files.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    writer.write(files)
    writer.write(sayings.count)
    for saying in sayings {
      writer.write(saying.text)
      writer.write(saying.after)
      writer.write(saying.intent)
      writer.write(numbers[saying.file] ?? 0)
      writer.write(saying.line)
    }
  }

  /// Reads what `archive` wrote.
  private static func sayings(
    from reader: inout ArchiveReader
  ) throws(ArchiveError) -> [Saying] {
    let files: [String] = try reader.list()
    let count = try reader.number()
    var sayings: [Saying] = []
    for _ in 0..<count {
      let (text, after): (String, String?) = (try reader.text(), try reader.optional())
      let (intent, file) = (try reader.number(), try reader.number())
      guard files.indices.contains(file) else { throw reader.error("a file that is not listed") }
      sayings.append(
        Saying(
          text: text, after: after, intent: intent, file: files[file], line: try reader.number()))
    }
    return sayings
  }
}

extension Pack.Script: Archivable {
  func archive(into writer: inout ArchiveWriter) {
    writer.write(file)
    writer.write(text)
  }
  init(from reader: inout ArchiveReader) throws(ArchiveError) {
    let file = try reader.text()
    self.init(file: file, text: try reader.text())
  }
}

extension Intent: Archivable {
  func archive(into writer: inout ArchiveWriter) {
    writer.write(id)
    writer.write(Int(kind.rawValue))
    writer.write(title)
    writer.write(question)
    writer.write(topic)
    writer.write(answer)
    writer.write(follow)
    writer.write(packed)
    writer.write(steps)
    writer.write(file)
    writer.write(line)
  }
  init(from reader: inout ArchiveReader) throws(ArchiveError) {
    let id = try reader.text()
    guard let kind = Kind(rawValue: UInt8(truncatingIfNeeded: try reader.number())) else {
      throw reader.error("not a kind of intent")
    }
    let (title, question): (Bilingual, Bilingual) = (try reader.value(), try reader.value())
    let (topic, answer): (Bilingual?, Answer?) = (try reader.optional(), try reader.optional())
    let (follow, packed): ([String], PackedShortForms) = (try reader.list(), try reader.value())
    let steps: [StepScript] = try reader.list()
    let file = try reader.text()
    self.init(
      id: id, kind: kind, title: title, question: question, topic: topic, answer: answer,
      follow: follow, short: [], steps: steps, file: file, line: try reader.number())
    self.packed = packed
  }
}

extension Intent.Answer: Archivable {
  func archive(into writer: inout ArchiveWriter) {
    writer.write(cite)
    writer.write(silent)
    writer.write(text)
  }
  init(from reader: inout ArchiveReader) throws(ArchiveError) {
    let (cite, silent): ([ClauseID], [String]) = (try reader.list(), try reader.list())
    self.init(cite: cite, silent: silent, text: try reader.value())
  }
}
