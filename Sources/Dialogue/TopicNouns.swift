import Policy

/// The nouns that intents are about, as they are looked for in a message.
struct TopicNouns: Sendable {
  /// Longest first.
  private let nouns: [(folded: FoldedText, written: String)]

  init(intents: [Intent]) {
    let written = Set(intents.compactMap(\.topic).flatMap { [$0.zh, $0.en] })
    nouns = written.map { (FoldedText($0), $0) }.sorted {
      ($1.folded.scalars.count, $0.written) < ($0.folded.scalars.count, $1.written)
    }
  }

  /// The longest noun that stands in `text`, as the pack's author wrote it; nil when none does.
  func noun(in text: FoldedText) -> String? {
    nouns.first { text.holds($0.folded) }?.written
  }

  /// Whether `noun` stands in `text`, in either language.
  func stands(_ noun: Bilingual, in text: FoldedText) -> Bool {
    text.holds(FoldedText(noun.zh)) || text.holds(FoldedText(noun.en))
  }
}
