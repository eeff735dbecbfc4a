import Dialogue
import Policy
import Session

/// Plays a `.chat` script against an assistant and notes what went otherwise than expected.
public struct ScriptRun {
  /// What came of a script.
  public struct Outcome: Sendable {
    /// What went otherwise; empty when the script passed.
    public var missteps: [Misstep] = []
    /// How many messages were said.
    public var turns = 0
    /// The replies whose wording differs: the `<` lines (1-based numbers, empty where there were
    /// none to replace) and the lines that came.
    public var rewordings: [(lines: [Int], reply: [String])] = []
  }

  private let assistant: Assistant
  private var file: String
  private var moment: Moment
  private var asOf: Moment?
  private var language: Tongue?
  private var seed: UInt64 = 0
  private var merchant = "me"
  private var conversation: Conversation?
  /// The stores that the script names; it begins with one without a name. They count as durable: a rehearsal
  /// shows what a kept conversation shows.
  private var stores: [String: MemoryStore] = [:]
  private var store = MemoryStore(isDurable: true)
  private let licences: (any LicenceSource)?
  private let includes: @Sendable (String) -> String?
  private var outcome = Outcome()
  /// How many scripts include one another at this point.
  private var depth = 0

  /// A script that names no clock lives at this moment: two weeks after the policy's first day.
  public static let defaultMoment = Moment(milliseconds: 1_596_247_200_000)

  /// A run of the script in `file`; `includes` gives the text of a script that it includes, by the path in
  /// its `@include`, nil when there is none.
  public init(
    assistant: Assistant, file: String, licences: (any LicenceSource)? = nil,
    includes: @escaping @Sendable (String) -> String? = { _ in nil }
  ) {
    self.assistant = assistant
    self.file = file
    self.includes = includes
    self.licences = licences
    moment = ScriptRun.defaultMoment
  }

  /// Plays `script` from its first line to its last.
  public consuming func play(_ script: ChatScript) -> Outcome {
    // A run that is played again begins with empty stores again.
    (stores, store) = ([:], MemoryStore(isDurable: true))
    follow(script)
    return outcome
  }

  private mutating func follow(_ script: ChatScript) {
    for mistake in script.mistakes {
      note(.flow, line: mistake.line, message: "", expected: [], found: [mistake.message])
    }
    var index = 0
    while index < script.items.count {
      let item = script.items[index]
      index += 1
      switch item.content {
      case .directive(let name, let argument): obey(name, argument, line: item.line)
      case .message(let message):
        var checks: [ChatScript.Item] = []
        while index < script.items.count, script.items[index].isCheck {
          checks.append(script.items[index])
          index += 1
        }
        say(message, line: item.line, checks: checks)
      case .expected, .assertion: break
      }
    }
  }

  // MARK: - Directives

  private mutating func obey(_ name: String, _ argument: String, line: Int) {
    let refuse: (inout ScriptRun, String) -> Void = { run, expected in
      run.note(
        .flow, line: line, message: "", expected: ["@\(name): " + expected], found: [argument])
    }
    switch name {
    case "clock":
      guard let moment = Moment(iso8601: argument) else {
        return refuse(&self, "an instant like 2020-08-01T10:00:00+08:00")
      }
      self.moment = moment
      if conversation != nil { tell("/clock \(argument)") }
    case "as-of":
      guard let date = PolicyDate(iso8601: argument) else {
        return refuse(&self, "a date like 2020-07-20")
      }
      asOf = date.moment
      conversation = nil
    case "lang":
      language = Tongue(rawValue: argument)
      guard language != nil || argument == "auto" else { return refuse(&self, "zh, en or auto") }
      if conversation != nil { tell("/lang \(argument)") }
    case "seed":
      guard let seed = UInt64(argument) else { return refuse(&self, "a whole number") }
      self.seed = seed
    case "merchant":
      merchant = argument
      conversation = nil
    case "restart":
      conversation?.end()
      conversation = nil
    case "pay", "review", "query": tell("/\(name) \(argument)")
    case "store":
      conversation = nil
      store = stores[argument] ?? MemoryStore(isDurable: true)
      if argument != ":memory:" { stores[argument] = store }
    case "include":
      guard let text = includes(argument), depth < 8 else {
        return refuse(&self, "a script beside this one")
      }
      let outer = file
      (file, depth) = (argument, depth + 1)
      follow(ChatScript(text))
      (file, depth) = (outer, depth - 1)
    case _: refuse(&self, "a directive")
    }
  }

  private mutating func tell(_ command: String) { _ = answer(command) }

  // MARK: - Messages

  private mutating func answer(_ message: String) -> Record {
    var settings = Settings(
      language: language, asOf: asOf, clock: FixedClock(moment), seed: seed, merchant: merchant,
      scripts: NoScripts())
    settings.store = store
    settings.licences = SpecimenLicences(files: licences)
    var conversation =
      self.conversation ?? Conversation(assistant: assistant, settings: settings)
    let record = conversation.answer(filled(message))
    self.conversation = conversation
    return record
  }

  private mutating func say(_ message: String, line: Int, checks: [ChatScript.Item]) {
    if let name = unknownSpecimen(in: message) {
      note(.flow, line: line, message: message, expected: ["a specimen of the pack"], found: [name])
    }
    let record = answer(message)
    outcome.turns += 1
    let reply = PlainText(renderer: assistant.renderer).lines(of: record)
    var expected: [(line: Int, text: String)] = []
    for check in checks {
      switch check.content {
      case .expected(let text): expected.append((check.line, text))
      case .assertion(let assertion):
        if assertion.holds(in: record) { continue }
        note(
          assertion.grade, line: check.line, message: message, expected: ["= " + assertion.text],
          found: ["= \(assertion.subject.rawValue) " + Self.listed(assertion.found(in: record))])
      case .directive, .message: break
      }
    }
    let patterns = expected.map { filled($0.text) }
    guard let first = expected.first, !LinePattern.covers(patterns[...], reply[...]) else { return }
    note(
      .wording, line: first.line, message: message, expected: expected.map { "< " + $0.text },
      found: reply.map { "< " + $0 })
    // Only the script itself may be rewritten, never one that it includes.
    if depth == 0 { outcome.rewordings.append((expected.map(\.line), reply)) }
  }

  private mutating func note(
    _ grade: Misstep.Grade, line: Int, message: String, expected: [String], found: [String]
  ) {
    outcome.missteps.append(
      Misstep(
        file: file, line: line, grade: grade, message: message, expected: expected, found: found))
  }

  private static func listed(_ values: [String]) -> String {
    values.isEmpty ? "none" : values.joined(separator: " ")
  }

  /// `text` with every `{sample.KIND.N}` replaced by the pack's made-up value.
  private func filled(_ text: String) -> String {
    guard text.contains("{sample.") else { return text }
    return Phrasebook.fill(text) { specimen($0) }
  }

  /// The first `sample.KIND.N` of `text` that the pack does not have; nil when it has them all.
  private func unknownSpecimen(in text: String) -> String? {
    guard text.contains("{sample.") else { return nil }
    var unknown: String?
    _ = Phrasebook.fill(text) { name in
      let value = specimen(name)
      if value == nil, unknown == nil, name.hasPrefix("sample.") { unknown = name }
      return value
    }
    return unknown
  }

  private func specimen(_ name: String) -> String? {
    let parts = name.split(separator: ".").map(String.init)
    guard parts.count == 3, parts[0] == "sample", let number = Int(parts[2]), number > 0 else {
      return nil
    }
    let values = assistant.pack.specimens.first { $0.kind == parts[1] }?.values ?? []
    return values.indices.contains(number - 1) ? values[number - 1] : nil
  }
}

/// Takes what `/save` writes and keeps nothing: a rehearsal leaves no files.
private struct NoScripts: ScriptStore {
  func save(_ text: String, to file: String) {}
}

extension ChatScript.Item {
  fileprivate var isCheck: Bool {
    switch content {
    case .expected, .assertion: true
    case .directive, .message: false
    }
  }
}
