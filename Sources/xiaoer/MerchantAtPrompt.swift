import Casework
import Dialogue
import Policy
import Session
import Terminal

/// The conversation as the prompt sees it.
struct MerchantAtPrompt: Counterpart {
  private var conversation: Conversation
  private var tongue: Tongue

  init(assistant: Assistant, settings: Settings) {
    conversation = Conversation(assistant: assistant, settings: settings)
    tongue = settings.language ?? .zh
  }

  private var assistant: Assistant { conversation.assistant }

  var prompt: String {
    guard let flow = conversation.position, let progress = flow.progress else {
      return phrase(.prompt)
    }
    let intent = assistant.pack.intents.first { $0.id == "flow." + flow.kind.rawValue }
    return assistant.pack.phrases.say(
      FlowPhrase.flowPrompt, in: tongue,
      [
        "flow": (intent?.topic ?? intent?.title)?[tongue] ?? flow.kind.rawValue,
        "number": "\(progress.number)", "count": "\(progress.count)",
      ])
  }
  var leaveHint: String { phrase(.leaveHint) }

  mutating func welcome() -> [StyledLine] {
    let source = assistant.pack.policy.source[tongue]
    var lines = [StyledLine(assistant.pack.phrases.say(.welcome, in: tongue, ["source": source]))]
    lines.append(StyledLine(phrase(.welcomeQuestions)))
    lines += suggestions(conversation.state.suggestions)
    lines.append(StyledLine(phrase(.welcomeHint), style: .dim))
    return lines
  }

  mutating func reply(to line: String) -> CounterpartReply {
    guard line.utf8.count <= Line.limit else {
      let refused = conversation.refuse(Line(number: 1, content: .tooLong))
      return CounterpartReply(lines: refused.replies.map { StyledLine($0.text, style: .warning) })
    }
    let record = conversation.answer(line)
    tongue = record.language
    var lines: [StyledLine] = []
    for reply in record.replies {
      lines.append(StyledLine(reply.text, style: reply.isWarning ? .warning : .plain))
      if let source = assistant.renderer.sourceLine(of: reply.cite, in: tongue) {
        lines.append(StyledLine("  " + source, style: .dim))
      }
    }
    if let saved = record.saved {
      let mark = assistant.pack.phrases.say(
        FlowPhrase.savedMark, in: tongue, ["sequence": "\(saved)"])
      lines.append(StyledLine("  " + mark, style: .dim))
    }
    if record.offersQuestions {
      lines.append(StyledLine(phrase(.suggestionHeading), style: .dim))
      lines += suggestions(record.suggestions)
    }
    var reply = CounterpartReply(lines: lines, ended: conversation.state.hasEnded)
    if let agent = record.agent?.agent, record.replies.contains(where: { $0.kind == .agent }) {
      let words = assistant.pack.phrases.say(
        DeskPhrase.typing, in: tongue, ["name": agent.name(in: tongue)])
      reply.typing = StyledLine(words, style: .dim)
    }
    return reply
  }

  mutating func left() { conversation.end() }

  func completions(of prefix: String) -> [String] {
    if prefix.hasPrefix("/") { return assistant.decider.commands.filter { $0.hasPrefix(prefix) } }
    guard !prefix.isEmpty else { return [] }
    let questions = assistant.pack.intents.lazy.filter { $0.answer != nil }
      .map { $0.question[tongue] }
    return Array(questions.filter { $0.lowercased().hasPrefix(prefix.lowercased()) }.prefix(12))
  }

  func isSensitive(_ line: String) -> Bool {
    conversation.state.isPrivate || conversation.asksForSecret
      || !PersonalData.find(in: line).isEmpty
  }

  private func phrase(_ key: PhraseKey) -> String { assistant.pack.phrases.say(key, in: tongue) }

  private func suggestions(_ suggestions: [Suggestion]) -> [StyledLine] {
    suggestions.map { suggestion in
      StyledLine(
        assistant.pack.phrases.say(
          .option, in: tongue, ["key": "  \(suggestion.key)", "text": suggestion.text]),
        style: .accent)
    }
  }
}

extension Record {
  /// Whether the numbered questions are an offer beside the answer, not part of its words.
  fileprivate var offersQuestions: Bool {
    !suggestions.isEmpty
      && replies.contains { reply in
        switch reply.kind {
        case .answer, .silent, .notInForce, .flow, .agent: true
        case .clarify, .notUnderstood, .outOfScope, .social, .command, .error: false
        }
      }
  }
}

extension Reply {
  /// Whether the merchant should heed it.
  fileprivate var isWarning: Bool { kind == .error || intent == "privacy.pasted" }
}
