import Casework
import Dialogue
import Policy
import Session

/// What a script asserts about a record: `= kind silent`, `= cite not P11`, `= flow none`.
public struct Assertion: Sendable, Equatable {
  /// The part of the record that is looked at.
  public enum Subject: String, Sendable, CaseIterable {
    case kind, intent, cite, silent, flow, verdict, agent, ticket, lang, suggest, saved
  }

  /// Why a line is no assertion.
  public struct Problem: Error, Sendable, Equatable {
    /// One English sentence without a full stop.
    public var message: String
  }

  /// The part of the record that is looked at.
  public var subject: Subject
  /// Whether none of the values may be there.
  public var isNegated: Bool
  /// The values, all of which must be there; empty: `none`.
  public var values: [String]

  /// The assertion that `text` makes.
  public static func read(_ text: String) -> Result<Assertion, Problem> {
    var words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    guard let first = words.first, let subject = Subject(rawValue: first) else {
      let known = Subject.allCases.map(\.rawValue).joined(separator: " ")
      return .failure(
        Problem(message: "unknown assertion `\(words.first ?? "")`; known: \(known)"))
    }
    words.removeFirst()
    let isNegated = words.first == "not"
    if isNegated { words.removeFirst() }
    guard !words.isEmpty else {
      return .failure(Problem(message: "`= \(first)` needs a value, or `none`"))
    }
    if words == ["none"] { words = [] }
    return .success(Assertion(subject: subject, isNegated: isNegated, values: words))
  }

  /// What `record` has there.
  public func found(in record: Record) -> [String] {
    switch subject {
    case .kind: record.replies.map(\.kind.rawValue)
    case .intent: record.replies.compactMap(\.intent)
    case .cite: record.replies.flatMap { $0.cite.map(\.description) }
    case .silent: record.replies.flatMap(\.silent)
    case .verdict: record.verdict.map { [$0.rawValue] } ?? []
    case .lang: [record.language.rawValue]
    case .suggest: record.suggestions.map(\.intent)
    case .flow:
      record.flow.map { flow in
        [flow.kind.rawValue, "step=" + (flow.step?.id ?? "none"), "state=" + flow.state.rawValue]
      } ?? []
    case .saved: record.saved.map { ["\($0)"] } ?? []
    case .agent:
      record.agent.map { agent in
        [agent.state, agent.tier.rawValue] + [agent.agent?.number].compactMap(\.self)
      } ?? []
    case .ticket:
      record.tickets.flatMap { [$0.id.rawValue, $0.priority.rawValue, $0.state.rawValue] }
    }
  }

  /// Whether `record` is as asserted.
  public func holds(in record: Record) -> Bool {
    let found = found(in: record)
    if values.isEmpty { return found.isEmpty != isNegated }
    return values.allSatisfy { found.contains($0) != isNegated }
  }

  /// How bad it is that the assertion does not hold.
  var grade: Misstep.Grade {
    switch subject {
    case .cite, .silent: .citation
    case .kind, .intent, .lang, .suggest, .verdict: .intent
    case .flow, .agent, .ticket, .saved: .flow
    }
  }

  /// The assertion as it is written.
  var text: String {
    subject.rawValue + (isNegated ? " not " : " ")
      + (values.isEmpty ? "none" : values.joined(separator: " "))
  }
}
