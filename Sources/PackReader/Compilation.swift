public import Dialogue
import Foundation
import Policy
import Understanding

/// Reads the pack at `directory`, checks it, and trains the matcher on it.
///
/// No pack if one of the findings, which are sorted, is an error.
public func compile(
  directory: String
) throws(PackReadingError) -> (pack: Pack?, findings: [Finding]) {
  let (source, found) = try read(directory: directory)
  guard let source else { return (nil, found) }
  var compilation = Compilation(source: source, directory: directory)
  let pack = try compilation.run()
  let findings = (found + compilation.findings).sorted()
  return (findings.contains { $0.severity == .error } ? nil : pack, findings)
}

/// A pack while it is put together from its source.
private struct Compilation {
  let source: PackSource
  let directory: String
  var findings: [Finding] = []
  private var examples: [Pack.Saying] = []
  private let labels: [String: Int]

  init(source: PackSource, directory: String) {
    self.source = source
    self.directory = directory
    labels = Dictionary(
      source.intents.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  mutating func run() throws(PackReadingError) -> Pack? {
    guard let phrases = phrases() else { return nil }
    let lexicon = lexicon()
    for (index, intent) in source.intents.enumerated() { addExamples(of: intent, index) }
    let set = TrainingSet(
      labels: source.intents.map(\.id),
      examples: examples.map { Example(text: $0.text, label: $0.intent) },
      rejectLabels: Set(source.intents.indices.filter { source.intents[$0].kind == .outOfScope }))
    return Pack(
      policy: source.policy, intents: source.intents.map(intent), phrases: phrases,
      lexicon: lexicon,
      specimens: source.lexicon.specimens.sorted { $0.key < $1.key }.map {
        Specimen(kind: $0.key, values: $0.value)
      },
      model: Trainer().train(set), examples: examples, tests: tests(),
      scripts: try scripts(), hash: source.hash)
  }

  // MARK: - Words

  private mutating func phrases() -> Phrasebook? {
    var texts: [Phrase: Bilingual] = [:]
    for file in Phrase.files { read(file, into: &texts) }
    do { return try Phrasebook(texts) } catch {
      for phrase in error.missing {
        note("lexicon/\(phrase.file).yaml", line: 1, "the phrase `\(phrase.key)` is missing")
      }
      return nil
    }
  }

  private mutating func read(_ file: String, into texts: inout [Phrase: Bilingual]) {
    let known = Phrase.all.filter { $0.file == file }
    for (key, phrase) in source.phrases.entries[file] ?? [:] {
      guard let name = known.first(where: { $0.key == key }) else {
        note(
          "lexicon/\(file).yaml", line: phrase.line,
          "no phrase is called `\(key)`" + suggestion(for: key, in: known.map(\.key)))
        continue
      }
      texts[name] = filled(phrase.text)
    }
  }

  private mutating func lexicon() -> Dialogue.Lexicon {
    var lists: [WordList: [String]] = [:]
    for (name, words) in source.lexicon.words {
      guard let list = WordList(rawValue: name) else {
        note(
          "lexicon/words.yaml", line: 1,
          "no list of words is called `\(name)`"
            + suggestion(for: name, in: WordList.allCases.map(\.rawValue)))
        continue
      }
      lists[list] = words.zh + words.en
    }
    for list in WordList.allCases where lists[list] == nil {
      note("lexicon/words.yaml", line: 1, "the list `\(list.rawValue)` is missing")
    }
    return Dialogue.Lexicon(lists)
  }

  private mutating func note(_ file: String, line: Int, _ message: String) {
    findings.append(Finding(file: file, line: line, column: 1, message: message))
  }

  /// `text` with the policy's figures put in; the reader has checked that each renders.
  private func filled(_ text: Bilingual) -> Bilingual {
    let zh = Template.filled(text.zh, from: source.policy, in: .zh)
    let en = Template.filled(text.en, from: source.policy, in: .en)
    return (try? Bilingual(zh: zh, en: en)) ?? text
  }

  // MARK: - Intents

  private func intent(_ source: IntentSource) -> Intent {
    let answer = source.answer.map {
      Intent.Answer(cite: $0.cite, silent: $0.silent.map(\.description), text: filled($0.text))
    }
    let short = (source.short.zh + source.short.en).flatMap { followUp in
      followUp.sayings.map { Intent.ShortForm(say: $0.text, means: followUp.answeredBy) }
    }
    return Intent(
      id: source.id, kind: source.kind, title: source.title, question: source.question,
      topic: source.topic, answer: answer, follow: source.follow, short: short,
      steps: source.steps.map(step), file: source.file, line: source.line)
  }

  private func step(_ source: StepScript) -> StepScript {
    var step = source
    step.asks = filled(source.asks)
    step.hint = filled(source.hint)
    step.refusals = source.refusals.mapValues { filled($0) }
    return step
  }

  /// What merchants say, the question as it is offered, and what looks alike and belongs elsewhere.
  private mutating func addExamples(of intent: IntentSource, _ index: Int) {
    let add: (inout Compilation, Saying, Int) -> Void = { compilation, saying, label in
      compilation.examples.append(
        Pack.Saying(text: saying.text, intent: label, file: intent.file, line: saying.line))
    }
    for saying in intent.ask.zh + intent.ask.en { add(&self, saying, index) }
    if intent.kind != .outOfScope {
      for tongue in Tongue.allCases {
        add(&self, Saying(text: intent.question[tongue], line: intent.line), index)
      }
    }
    for other in intent.not.zh + intent.not.en {
      guard let label = labels[other.belongsTo] else { continue }
      add(&self, other.saying, label)
    }
  }

  private func tests() -> [Pack.Saying] {
    source.intents.enumerated().flatMap { index, intent in
      (intent.tests.zh + intent.tests.en).map {
        Pack.Saying(text: $0.text, intent: index, file: intent.file, line: $0.line)
      }
    }
  }

  private func scripts() throws(PackReadingError) -> [Pack.Script] {
    var scripts: [Pack.Script] = []
    for file in source.chats {
      guard let bytes = FileManager.default.contents(atPath: directory + "/" + file) else {
        throw .missing(path: file)
      }
      scripts.append(Pack.Script(file: file, text: String(decoding: bytes, as: UTF8.self)))
    }
    return scripts
  }
}

extension Template {
  /// `text` with every placeholder replaced by the fact it names; one that names none stays.
  fileprivate static func filled(
    _ text: String, from policy: PolicyModel, in tongue: Tongue
  ) -> String {
    var out = ""
    var rest = Substring(text)
    while let open = rest.range(of: "{{"),
      let close = rest.range(of: "}}", range: open.upperBound..<rest.endIndex)
    {
      let path = String(rest[open.upperBound..<close.lowerBound])
      out += rest[..<open.lowerBound] + ((try? policy.render(path, in: tongue)) ?? "{{\(path)}}")
      rest = rest[close.upperBound...]
    }
    return out + rest
  }
}
