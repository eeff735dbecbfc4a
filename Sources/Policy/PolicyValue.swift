/// A typed fact of a clause, under a name.
public enum PolicyValue: Hashable, Sendable {
  /// On which side of a limit its very instant lies.
  public enum Boundary: String, CaseIterable, Sendable {
    /// The instant itself belongs to what follows the word: "from" (起).
    case inclusive
    /// The instant itself does not belong to it: "before" (前).
    case exclusive
  }

  /// A fee.
  case fee(Fee)
  /// An instant that limits something.
  case instant(Moment, boundary: Boundary)
  /// Several things, in the order of the article; never none.
  case list([Bilingual])
  /// A name, or a figure that is only quoted.
  case term(Bilingual)
  /// A number of things, 1…20.
  case count(Int)
}
