import Casework
public import Dialogue
public import Policy

/// What one turn gave, as it is promised to scripts and tests.
public struct Record: Sendable {
  /// What was wrong with a line.
  public struct Failure: Sendable, Equatable {
    /// What it was; the raw value is a stable name.
    public enum Code: String, Sendable {
      case lineTooLong = "line_too_long"
      case invalidUTF8 = "invalid_utf8"
      case badJSON = "bad_json"
      /// The store is held by others.
      case busy
      /// The store cannot be written.
      case notSaved = "not_saved"
      /// The store is damaged, or newer than the program.
      case badStore = "bad_store"
      /// The key of the personal data is missing.
      case noKey = "no_key"

      /// Whether the line itself could not be read.
      public var isOfLine: Bool {
        switch self {
        case .lineTooLong, .invalidUTF8, .badJSON: true
        case .busy, .notSaved, .badStore, .noKey: false
        }
      }
    }

    /// What it was.
    public var code: Code
    /// A sentence.
    public var message: String
    /// The 1-based line of input; 0 when it is not about a line.
    public var line: Int

    /// A failure of these parts.
    public init(code: Code, message: String, line: Int) {
      self.code = code
      self.message = message
      self.line = line
    }
  }

  /// Counts from 1 in each session.
  public var turn: Int
  /// The session's name.
  public var session: String
  /// The message with personal data masked, safe to show.
  public var text: String
  /// The message as a script says it: what is masked in `text` stands as a specimen's name.
  public var script: String
  /// The language answered in.
  public var language: Tongue
  /// What was said, in order.
  public var replies: [Reply] = []
  /// The questions that a number picks now.
  public var suggestions: [Suggestion] = []
  /// What an old payment's time says about the automatic upgrade.
  public var verdict: Verdict?
  /// The flow open after this turn; nil when none is.
  public var flow: FlowPosition?
  /// What the conversation is at with the desk; nil while Xiaoer answers.
  public var agent: DeskState.Account?
  /// The tickets that this turn opened or changed.
  public var tickets: [Ticket] = []
  /// The journal's sequence that this turn made durable before it was seen; nil when it changed nothing.
  public var saved: Int?
  /// Whether the message went into a sensitive field, and belongs in no history.
  public var isSensitive = false
  /// How the message was read; nil unless asked for, and where no matcher read it.
  public var account: ReadingAccount?
  /// Nil unless the line was refused.
  public var failure: Failure?

  /// A record of a turn in which nothing was said yet.
  public init(turn: Int, session: String, text: String, language: Tongue) {
    self.turn = turn
    self.session = session
    self.text = text
    script = text
    self.language = language
  }

  /// Whether the message was not understood.
  public var isNotUnderstood: Bool { replies.contains { $0.kind == .notUnderstood } }
}

extension Record {
  /// The record as one line of JSON, without its end. `pack` is what it was answered from.
  public func json(pack: Pack) -> [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("turn", turn)
      writer.member("session", session)
      writer.member("text", text)
      writer.member("lang", language.rawValue)
      writer.name("replies")
      writer.array(replies) { write($1, into: &$0, pack: pack) }
      writer.name("suggestions")
      writer.array(suggestions) { writer, suggestion in
        writer.object {
          $0.member("key", suggestion.key)
          $0.member("text", suggestion.text)
        }
      }
      writeFlow(into: &writer)
      writer.member("verdict", verdict?.rawValue)
      writeDesk(into: &writer)
      writer.name("saved")
      writer.raw(saved.map { "\($0)" } ?? "null")
      writer.member("pack", pack.hash)
      if let account { write(account, into: &writer, pack: pack) }
      if let failure { write(failure, into: &writer) }
    }
    return writer.bytes
  }

  private func writeDesk(into writer: inout JSONWriter) {
    writer.name("agent")
    if let agent {
      writer.object {
        $0.member("state", agent.state)
        $0.member("tier", agent.tier.rawValue)
        $0.member("name", agent.agent?.name(in: language))
        $0.member("number", agent.agent?.number)
      }
    } else {
      writer.raw("null")
    }
    writer.name("tickets")
    writer.array(tickets) { writer, ticket in
      writer.object {
        $0.member("id", ticket.id.rawValue)
        $0.member("priority", ticket.priority.rawValue)
        $0.member("state", ticket.state.rawValue)
        $0.member("owner", ticket.owner)
        $0.member("due", ticket.due.iso8601)
      }
    }
  }

  private func writeFlow(into writer: inout JSONWriter) {
    writer.name("flow")
    guard let flow else { return writer.raw("null") }
    writer.object {
      $0.member("id", flow.kind.rawValue)
      $0.member("step", flow.step?.id)
      $0.member("state", flow.state.rawValue)
    }
  }

  private func write(_ reply: Reply, into writer: inout JSONWriter, pack: Pack) {
    writer.object { writer in
      writer.member("kind", reply.kind.rawValue)
      writer.member("intent", reply.intent)
      writer.name("score")
      writer.raw(reply.score.map(Fixed.tenThousandths) ?? "null")
      writer.member("text", reply.text)
      writer.name("cite")
      writer.array(reply.cite) { writer, id in
        guard let clause = pack.policy[id] else { return }
        writer.object {
          $0.member("clause", id.description)
          $0.member("title", clause.title[language])
          $0.member("effective", clause.effective?.moment.iso8601)
          $0.member("source", pack.policy.source[language])
        }
      }
      writer.name("silent")
      writer.array(reply.silent) { $0.value($1) }
      writer.member("simulated", reply.simulated)
    }
  }

  private func write(_ failure: Failure, into writer: inout JSONWriter) {
    writer.name("error")
    writer.object {
      $0.member("code", failure.code.rawValue)
      $0.member("message", failure.message)
      $0.member("line", failure.line)
    }
  }
}
