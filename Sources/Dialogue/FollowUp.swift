/// Reads a short message in the light of what was answered before it.
struct FollowUp: Sendable {
  private let lexicon: Lexicon
  /// By intent: the folded short forms and the ids they mean.
  private let forms: [String: [(words: [UInt32], means: String)]]

  /// From this likeness on, a short form is taken to be meant.
  private static let likeness = 0.66
  /// A message of more letters stands by itself.
  private static let longest = 14

  init(intents: [Intent], lexicon: Lexicon) {
    self.lexicon = lexicon
    var forms: [String: [(words: [UInt32], means: String)]] = [:]
    for intent in intents where !intent.short.isEmpty {
      forms[intent.id] = intent.short.map { form in
        (FollowUp.grams(FollowUp.bare(form.say, lexicon)), form.means)
      }
    }
    self.forms = forms
  }

  /// The id that `text` means right after `topic`, and how alike the nearest short form is (0…1);
  /// nil when none is near.
  func meaning(of text: String, after topic: String) -> (intent: String, likeness: Double)? {
    guard let forms = forms[topic] else { return nil }
    let bare = FollowUp.bare(text, lexicon)
    guard bare.unicodeScalars.count <= FollowUp.longest * (bare.utf8.first ?? 0 < 0x80 ? 4 : 1)
    else { return nil }
    let words = FollowUp.grams(bare)
    var best: (intent: String, likeness: Double)?
    for form in forms {
      let likeness = FollowUp.dice(words, form.words)
      if likeness > best?.likeness ?? 0 { best = (form.means, likeness) }
    }
    guard let best, best.likeness >= FollowUp.likeness else { return nil }
    return best
  }

  /// Whether `text` is short enough to lean on what was said before it.
  func isShort(_ text: String) -> Bool {
    let bare = FollowUp.bare(text, lexicon)
    if bare.utf8.allSatisfy({ $0 < 0x80 }) {
      return bare.split(separator: " ").count <= 7
    }
    return bare.unicodeScalars.count <= FollowUp.longest
  }

  /// What is left of `text` after the words that correct an earlier reading; nil when it has none.
  func corrected(_ text: String) -> String? {
    let folded = Lexicon.fold(text)
    for prefix in lexicon.words(.correction) where folded.hasPrefix(prefix) {
      let rest = folded.dropFirst(prefix.count)
      if !rest.isEmpty { return String(rest) }
    }
    return nil
  }

  /// `text` folded, without words that only lead in.
  private static func bare(_ text: String, _ lexicon: Lexicon) -> String {
    var folded = Lexicon.fold(text)
    for word in lexicon.words(.leadIn) where folded.hasPrefix(word) && folded.count > word.count {
      let rest = folded.dropFirst(word.count)
      if word.utf8.first.map({ $0 < 0x80 }) == true, rest.first != " " { continue }
      folded = rest.first == " " ? String(rest.dropFirst()) : String(rest)
      break
    }
    return folded
  }

  /// Letters and pairs of letters, sorted.
  private static func grams(_ text: String) -> [UInt32] {
    let scalars = text.unicodeScalars.map(\.value)
    var grams = scalars.filter { $0 >= 0x80 }
    for (first, second) in zip(scalars, scalars.dropFirst()) {
      grams.append(first &* 31_337 &+ second)
    }
    return (grams.isEmpty ? scalars : grams).sorted()
  }

  /// Twice what two sorted lists share, over what both hold: 0…1.
  private static func dice(_ left: [UInt32], _ right: [UInt32]) -> Double {
    guard !left.isEmpty, !right.isEmpty else { return 0 }
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
