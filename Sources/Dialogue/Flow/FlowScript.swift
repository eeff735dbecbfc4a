public import Casework
public import Policy

/// How one step of a flow is asked: data of the pack. The machine that walks the steps is `FlowTurn`.
public struct StepScript: Sendable, Equatable {
  /// One of a few things to choose from.
  public struct Option: Sendable, Equatable {
    /// What is kept when it is chosen.
    public var id: String
    /// How it is shown.
    public let title: Bilingual
    /// How merchants say it.
    public let called: [String]
    /// How it is called and shown, folded for comparison.
    let words: [FoldedText]

    /// An option of these parts.
    public init(id: String, title: Bilingual, called: [String]) {
      self.id = id
      self.title = title
      self.called = called
      words = (called + [title.zh, title.en]).map { FoldedText($0) }
    }
  }

  /// Which step.
  public var step: Step
  /// What it asks for, as a noun.
  public let name: Bilingual
  /// The question.
  public var asks: Bilingual
  /// What helps somebody who is stuck: an example, or where to find it.
  public var hint: Bilingual
  /// How merchants name it when they want to correct it.
  public let called: [String]
  /// What to choose from; empty where anything may be typed.
  public var options: [Option]
  /// Why an answer is not taken, in words, by the key of the reason.
  public var refusals: [String: Bilingual]
  /// Its name and how merchants call it, longest first.
  let names: [String]
  /// How merchants call it, and its name too, folded for comparison.
  let calls: [FoldedText]
  let words: [FoldedText]

  /// A step of these parts.
  public init(
    step: Step, name: Bilingual, asks: Bilingual, hint: Bilingual, called: [String],
    options: [Option], refusals: [String: Bilingual]
  ) {
    self.step = step
    self.name = name
    self.asks = asks
    self.hint = hint
    self.called = called
    self.options = options
    self.refusals = refusals
    names = ([name.zh, name.en] + called).sorted { $0.count > $1.count }
    calls = called.map { FoldedText($0) }
    words = calls + [FoldedText(name.zh), FoldedText(name.en)]
  }
}

extension StepScript: Archivable {
  func archive(into writer: inout ArchiveWriter) {
    writer.write(step.id)
    writer.write(name)
    writer.write(asks)
    writer.write(hint)
    writer.write(called)
    writer.write(options)
    let keys = refusals.keys.sorted()
    writer.write(keys)
    writer.write(keys.compactMap { refusals[$0] })
  }

  init(from reader: inout ArchiveReader) throws(ArchiveError) {
    guard let step = Step(id: try reader.text()) else { throw reader.error("not a step") }
    let (name, asks, hint): (Bilingual, Bilingual, Bilingual)
    (name, asks, hint) = (try reader.value(), try reader.value(), try reader.value())
    let called: [String] = try reader.list()
    let options: [Option] = try reader.list()
    let keys: [String] = try reader.list()
    let texts: [Bilingual] = try reader.list()
    self.init(
      step: step, name: name, asks: asks, hint: hint, called: called, options: options,
      refusals: Dictionary(zip(keys, texts), uniquingKeysWith: { first, _ in first }))
  }
}

extension StepScript.Option: Archivable {
  func archive(into writer: inout ArchiveWriter) {
    writer.write(id)
    writer.write(title)
    writer.write(called)
  }

  init(from reader: inout ArchiveReader) throws(ArchiveError) {
    let (id, title): (String, Bilingual) = (try reader.text(), try reader.value())
    self.init(id: id, title: title, called: try reader.list())
  }
}
