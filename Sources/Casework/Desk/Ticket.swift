public import Policy

/// A question or a worry that a person has to look at. Everything about tickets is simulated (S35).
public struct Ticket: Hashable, Sendable {
  /// How far it is; the raw value is its name in records.
  public enum State: String, Sendable, CaseIterable, Codable {
    /// Waits for a person.
    case open
    /// A person looks at it.
    case taken
    /// A person wrote something since.
    case answered
    case closed
  }

  /// How soon it has to be looked at; the raw value is its name in records.
  public enum Priority: String, Sendable, CaseIterable, Codable, Comparable {
    case p1 = "P1"
    case p2 = "P2"
    case p3 = "P3"
    case p4 = "P4"

    /// More urgent before less.
    public static func < (left: Priority, right: Priority) -> Bool {
      left.rawValue < right.rawValue
    }
  }

  /// The mood of the merchant when it was opened.
  public enum Mood: String, Sendable, CaseIterable, Codable {
    case calm
    case upset
    case distressed
  }

  /// What it is about.
  public struct Subject: Hashable, Sendable, Codable {
    /// One ticket for one question: the same key is never opened twice while it is open. An intent's
    /// id, a silent item's, or `order:BV…`.
    public var key: String
    /// The intent asked about; nil when there is none.
    public var intent: String?
    /// The silent items it is about.
    public var items: [String]
    /// The order it is about.
    public var order: OrderNumber?
    /// The case it is about.
    public var application: CaseID?

    /// A subject of these parts.
    public init(
      key: String, intent: String? = nil, items: [String] = [], order: OrderNumber? = nil,
      application: CaseID? = nil
    ) {
      self.key = key
      self.intent = intent
      self.items = items
      self.order = order
      self.application = application
    }
  }

  /// `T20200803-0001`.
  public let id: TicketID
  /// What it is about.
  public let subject: Subject
  /// How soon it has to be looked at.
  public internal(set) var priority: Priority
  /// How far it is.
  public internal(set) var state: State = .open
  /// Who answers for it: never nobody.
  public internal(set) var owner: String
  /// The desks: 1 agent, 2 policy desk, 3 supervisor.
  public static let levels = 1...3
  /// The desk it is at, of `levels`.
  public internal(set) var level = 1
  /// When the merchant hears of it at the latest.
  public internal(set) var due: Moment
  /// The merchant's mood when it was opened.
  public let mood: Mood
  /// When it was opened.
  public let openedAt: Moment
  /// When it was closed; nil while it is open.
  public internal(set) var closedAt: Moment?
  /// The score of the survey, 1…5; nil when none was given.
  public internal(set) var score: Int?
  /// Whether the survey was offered: never twice.
  public internal(set) var wasSurveyed = false
  /// What was written to it, in order: the keys under which the words stand sealed.
  public internal(set) var notes: [Note] = []

  /// Something written to a ticket; the words stand sealed under the ticket and `name`.
  public struct Note: Hashable, Sendable, Codable {
    /// The name under which the words are sealed: `summary`, `note-1`…
    public var name: String
    /// Who wrote it.
    public var by: Actor
    /// When.
    public var at: Moment
  }
}

/// What happens to a ticket.
public enum TicketEvent: Hashable, Sendable, Codable {
  case opened(
    Ticket.Subject, priority: Ticket.Priority, owner: String, due: Moment, mood: Ticket.Mood)
  /// A person took it on.
  case taken(by: String)
  /// Somebody wrote to it; the words stand sealed under `name`.
  case noted(name: String)
  /// Its promised time came and the merchant was told how things stand; the next promise.
  case reported(next: Moment)
  case escalated(level: Int, owner: String, priority: Ticket.Priority)
  case closed
  case reopened(due: Moment)
  case surveyOffered
  case surveyed(score: Int)
}
