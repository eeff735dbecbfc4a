import Policy
import Understanding

/// What merchants asked and the pack could not answer, grouped by likeness.
public struct Gaps: Sendable {
  /// One question.
  public struct Question: Sendable, Equatable {
    /// Who asked: only counted.
    public var merchant: String
    /// What was asked, masked; nil when it was erased.
    public var text: String?
    /// Why it is a gap: `silent`, `not_understood` or `clarify`.
    public var kind: String
    /// The intent that came nearest; nil when none did.
    public var nearest: String?
    /// The silent items of the answer.
    public var items: [String]

    /// A question of these parts.
    public init(
      merchant: String, text: String?, kind: String, nearest: String?, items: [String]
    ) {
      self.merchant = merchant
      self.text = text
      self.kind = kind
      self.nearest = nearest
      self.items = items
    }
  }

  /// Questions that are alike.
  public struct Group: Sendable, Equatable {
    /// How often it was asked.
    public var count = 0
    /// By how many merchants.
    public var merchants: Set<String> = []
    /// Why it is a gap.
    public let kind: String
    /// The intent that came nearest to most.
    public var nearest: String?
    /// The silent items.
    public var items: [String]
    /// The wordings, the most frequent first; each once.
    public var wordings: [String] = []
  }

  /// The groups, the largest first.
  public let groups: [Group]

  /// From this likeness on, two questions belong together.
  private static let likeness = 0.5

  /// Groups `questions`.
  public init(_ questions: [Question]) {
    var drafts: [Draft] = []
    for question in questions {
      let pairs = question.text.map { Gaps.pairs(of: $0) } ?? []
      if let place = drafts.firstIndex(where: { $0.takes(question, pairs, Gaps.likeness) }) {
        drafts[place].add(question)
      } else {
        drafts.append(Draft(question, pairs))
      }
    }
    groups = drafts.map(\.group).sorted {
      ($1.count, $0.kind, $0.wordings.first ?? "") < ($0.count, $1.kind, $1.wordings.first ?? "")
    }
  }

  /// The characters and pairs of neighbours of a text, sorted; without marks and blanks.
  static func pairs(of text: String) -> [UInt32] {
    let scalars = Normaliser().normalise(text).unicodeScalars
      .filter { $0.properties.isAlphabetic || $0.properties.numericType != nil }.map(\.value)
    var pairs = scalars.filter { $0 >= 0x80 }
    for (first, second) in zip(scalars, scalars.dropFirst()) {
      pairs.append(first &* 31_337 &+ second)
    }
    return (pairs.isEmpty ? scalars : pairs).sorted()
  }

  /// Twice what two sorted lists share, over what both hold: 0…1.
  static func dice(_ left: [UInt32], _ right: [UInt32]) -> Double {
    guard !left.isEmpty, !right.isEmpty else { return left.isEmpty && right.isEmpty ? 1 : 0 }
    var (i, j, shared) = (0, 0, 0)
    while i < left.count, j < right.count {
      if left[i] == right[j] {
        (i, j, shared) = (i + 1, j + 1, shared + 1)
      } else if left[i] < right[j] {
        i += 1
      } else {
        j += 1
      }
    }
    return 2 * Double(shared) / Double(left.count + right.count)
  }
}

/// A group while questions are added to it.
private struct Draft {
  private let kind: String
  private let items: [String]
  private let pairs: [UInt32]
  private var count = 0
  private var merchants: Set<String> = []
  private var nearest: [String: Int] = [:]
  private var wordings: [String: Int] = [:]

  init(_ question: Gaps.Question, _ pairs: [UInt32]) {
    (kind, items, self.pairs) = (question.kind, question.items, pairs)
    add(question)
  }

  /// What the policy leaves open goes by its item; what was not understood, by its words.
  func takes(_ question: Gaps.Question, _ pairs: [UInt32], _ bar: Double) -> Bool {
    guard question.kind == kind, question.items == items else { return false }
    return !items.isEmpty || Gaps.dice(self.pairs, pairs) >= bar
  }

  mutating func add(_ question: Gaps.Question) {
    count += 1
    merchants.insert(question.merchant)
    if let id = question.nearest { nearest[id, default: 0] += 1 }
    if let text = question.text { wordings[text, default: 0] += 1 }
  }

  var group: Gaps.Group {
    var group = Gaps.Group(kind: kind, nearest: Draft.ranked(nearest).first, items: items)
    (group.count, group.merchants) = (count, merchants)
    group.wordings = Draft.ranked(wordings)
    return group
  }

  private static func ranked(_ counts: [String: Int]) -> [String] {
    counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
  }
}
