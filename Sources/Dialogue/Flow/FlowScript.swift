public import Casework
public import Policy

/// How one step of a flow is asked: data of the pack. The machine that walks the steps is `FlowTurn`.
public struct StepScript: Sendable, Equatable {
  /// One of a few things to choose from.
  public struct Option: Sendable, Equatable {
    /// What is kept when it is chosen.
    public var id: String
    /// How it is shown.
    public var title: Bilingual
    /// How merchants say it.
    public var called: [String]

    /// An option of these parts.
    public init(id: String, title: Bilingual, called: [String]) {
      self.id = id
      self.title = title
      self.called = called
    }
  }

  /// Which step.
  public var step: Step
  /// What it asks for, as a noun.
  public var name: Bilingual
  /// The question.
  public var asks: Bilingual
  /// What helps somebody who is stuck: an example, or where to find it.
  public var hint: Bilingual
  /// How merchants name it when they want to correct it.
  public var called: [String]
  /// What to choose from; empty where anything may be typed.
  public var options: [Option]
  /// Why an answer is not taken, in words, by the key of the reason.
  public var refusals: [String: Bilingual]

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
    self.step = step
    name = try reader.value()
    asks = try reader.value()
    hint = try reader.value()
    called = try reader.list()
    options = try reader.list()
    let keys: [String] = try reader.list()
    let texts: [Bilingual] = try reader.list()
    refusals = Dictionary(zip(keys, texts), uniquingKeysWith: { first, _ in first })
  }
}

extension StepScript.Option: Archivable {
  func archive(into writer: inout ArchiveWriter) {
    writer.write(id)
    writer.write(title)
    writer.write(called)
  }

  init(from reader: inout ArchiveReader) throws(ArchiveError) {
    id = try reader.text()
    title = try reader.value()
    called = try reader.list()
  }
}
