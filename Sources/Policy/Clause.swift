/// One clause of the policy, with the words of the article that it rests on.
public struct Clause: Hashable, Sendable {
  /// A fact under its name.
  public struct Entry: Hashable, Sendable {
    /// Lower-case letters, digits, `_`.
    public let name: String
    /// The fact.
    public let value: PolicyValue

    /// A fact under its name.
    public init(_ name: String, _ value: PolicyValue) {
      self.name = name
      self.value = value
    }
  }

  /// Its number.
  public let id: ClauseID
  /// A few words for a source line.
  public let title: Bilingual
  /// The runs of the article it rests on, at least one, exactly as printed there; `…` where the
  /// quotation leaves something out.
  public let quotes: [String]
  /// What it says.
  public let meaning: Bilingual
  /// From when it is in force, inclusive; nil where the article states no date.
  public let effective: PolicyDate?
  /// Until when it is in force, exclusive; nil where the article states no end.
  public let until: PolicyDate?
  /// The article's own words where it dates the clause only relative to itself (目前, 去年8月).
  /// They are never resolved against a clock.
  public let relative: String?
  /// Whom it concerns; never nobody.
  public let concerns: Set<Audience>
  /// Its facts, in the order of the file.
  public let values: [Entry]

  /// Throws the `PolicyError` that says which part is nonsense.
  public init(
    id: ClauseID, title: Bilingual, quotes: [String], meaning: Bilingual,
    effective: PolicyDate? = nil, until: PolicyDate? = nil, relative: String? = nil,
    concerns: Set<Audience>, values: [Entry] = []
  ) throws(PolicyError) {
    guard let first = quotes.first, !first.isEmpty else { throw .noQuote(id) }
    guard !concerns.isEmpty else { throw .concernsNobody(id) }
    if let effective, let until, until.moment <= effective.moment { throw .endsBeforeItBegins(id) }
    self.id = id
    self.title = title
    self.quotes = quotes
    self.meaning = meaning
    self.effective = effective
    self.until = until
    self.relative = relative
    self.concerns = concerns
    self.values = values
    try checkValues()
  }

  private func checkValues() throws(PolicyError) {
    var seen: Set<String> = [Clause.startName, Clause.endName]
    for entry in values {
      guard Clause.isName(entry.name), seen.insert(entry.name).inserted else {
        throw .badName(id, entry.name)
      }
      switch entry.value {
      case .list(let items): if items.isEmpty { throw .emptyList(id, entry.name) }
      case .count(let number):
        if !(1...20).contains(number) { throw .badCount(id, entry.name, number) }
      case .fee, .instant, .term: break
      }
    }
  }

  /// Whether it is in force at `moment`: from its first instant, up to its end and not at it.
  /// A clause that the article does not date is in force.
  public func isInForce(at moment: Moment) -> Bool {
    if let effective, moment < effective.moment { return false }
    if let until, moment >= until.moment { return false }
    return true
  }

  /// The fact called `name`: one of `values`, or `start` and `end`, which are its own dates.
  public func value(named name: String) -> PolicyValue? {
    switch name {
    case Clause.startName: effective.map { .instant($0.moment, boundary: .inclusive) }
    case Clause.endName: until.map { .instant($0.moment, boundary: .exclusive) }
    case _: values.first { $0.name == name }?.value
    }
  }

  /// The names `value(named:)` knows, in order.
  public var valueNames: [String] {
    (effective == nil ? [] : [Clause.startName]) + (until == nil ? [] : [Clause.endName])
      + values.map(\.name)
  }

  private static let startName = "start"
  private static let endName = "end"

  /// Whether `text` can name a value or a view: lower-case ASCII letters, digits and `_`, beginning
  /// with a letter.
  static func isName(_ text: String) -> Bool {
    guard let first = text.utf8.first, (97...122).contains(first) else { return false }
    return text.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 95 }
  }
}
