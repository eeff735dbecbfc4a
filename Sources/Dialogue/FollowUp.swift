/// Reads a short message in the light of what was answered before it.
struct FollowUp: Sendable {
  private let leadIns: [FoldedText]
  private let corrections: [FoldedText]
  /// By intent: the short forms as they were written.
  private let written: [String: PackedShortForms]
  /// The same, as the pairs of their letters; nil if they are made when they are asked for.
  private let ready: [String: [Form]]?

  /// A short form: the pairs of its letters, and the id it means.
  private struct Form {
    let pairs: Pairs
    let means: String
  }

  /// The pairs of letters of a text.
  private struct Pairs {
    /// Sorted.
    let values: [UInt32]
    /// A bit for each of them; different ones may share one.
    let marks: UInt64

    init(_ values: [UInt32]) {
      self.values = values.sorted()
      marks = values.reduce(0) { $0 | FoldedText.mark($1) }
    }

    /// At least as much as `likeness` to `other` can be: each mark that the other has not stands for a
    /// pair, or more, that they do not share.
    func mostLikeness(to other: Pairs) -> Double {
      let shared = min(
        values.count - (marks & ~other.marks).nonzeroBitCount,
        other.values.count - (other.marks & ~marks).nonzeroBitCount)
      return 2 * Double(shared) / Double(values.count + other.values.count)
    }

    /// Twice what two of them share, over what both hold: 0…1.
    func likeness(to other: Pairs) -> Double {
      guard !values.isEmpty, !other.values.isEmpty else { return 0 }
      var (i, j, shared) = (0, 0, 0)
      while i < values.count, j < other.values.count {
        if values[i] == other.values[j] {
          (i, j, shared) = (i + 1, j + 1, shared + 1)
        } else if values[i] < other.values[j] {
          i += 1
        } else {
          j += 1
        }
      }
      return 2 * Double(shared) / Double(values.count + other.values.count)
    }
  }

  /// From this likeness on, a short form is taken to be meant.
  private static let likeness = 0.66
  /// A message of more Chinese characters, or Latin words, stands by itself.
  private static let longest = (characters: 14, words: 7)

  /// - Parameter isWarm: whether to fold the short forms of all intents now. There are thousands of
  ///   them; a single message needs those of one intent at most.
  init(intents: [Intent], lexicon: Lexicon, isWarm: Bool = true) {
    let leadIns = lexicon.words(.leadIn)
    self.leadIns = leadIns
    corrections = lexicon.words(.correction)
    let written = Dictionary(
      intents.lazy.filter { !$0.packed.isEmpty }.map { ($0.id, $0.packed) },
      uniquingKeysWith: { first, _ in first })
    self.written = written
    ready = isWarm ? written.mapValues { $0.forms.map { FollowUp.form($0, leadIns) } } : nil
  }

  /// The short forms after `topic`; nil when it has none.
  private func forms(after topic: String) -> [Form]? {
    if let ready { return ready[topic] }
    return written[topic]?.forms.map { FollowUp.form($0, leadIns) }
  }

  private static func form(_ form: Intent.ShortForm, _ leadIns: [FoldedText]) -> Form {
    Form(pairs: pairs(of: bare(FoldedText(form.say), leadIns)), means: form.means)
  }

  /// The id that `text` means right after `topic`, and how alike the nearest short form is (0…1);
  /// nil when none is near.
  func meaning(of text: FoldedText, after topic: String) -> (intent: String, likeness: Double)? {
    let bare = FollowUp.bare(text, leadIns)
    guard isShort(bare), let forms = forms(after: topic) else { return nil }
    let pairs = FollowUp.pairs(of: bare)
    var best: (intent: String, likeness: Double)?
    for form in forms {
      let least = best?.likeness ?? FollowUp.likeness
      guard pairs.mostLikeness(to: form.pairs) >= least else { continue }
      let likeness = pairs.likeness(to: form.pairs)
      if likeness > least || best == nil && likeness == least { best = (form.means, likeness) }
    }
    return best
  }

  /// Whether `text` is short enough to lean on what was said before it, a word that leads in aside.
  func leans(_ text: FoldedText) -> Bool { isShort(FollowUp.bare(text, leadIns)) }

  private func isShort(_ text: FoldedText) -> Bool {
    text.length <= (text.isLatin ? FollowUp.longest.words : FollowUp.longest.characters)
  }

  /// What is left of `text` after the words that correct an earlier reading; nil when it has none.
  func corrected(_ text: FoldedText) -> FoldedText? {
    for words in corrections {
      if let rest = text.rest(after: words) { return rest }
    }
    return nil
  }

  /// `text` without a word that only leads in.
  private static func bare(_ text: FoldedText, _ leadIns: [FoldedText]) -> FoldedText {
    for word in leadIns {
      if let rest = text.rest(after: word) { return rest }
    }
    return text
  }

  /// Chinese characters and pairs of neighbours.
  private static func pairs(of text: FoldedText) -> Pairs {
    var pairs = text.scalars.filter { $0 >= 0x80 }
    for (first, second) in zip(text.scalars, text.scalars.dropFirst()) {
      pairs.append(first &* 31_337 &+ second)
    }
    return Pairs(pairs.isEmpty ? text.scalars : pairs)
  }
}
