/// Why something is no policy: nonsense that the types of this room refuse to hold.
public enum PolicyError: Error, Hashable, Sendable {
  /// A text is missing in this language.
  case blankText(Tongue)
  /// A clause quotes nothing.
  case noQuote(ClauseID)
  /// A clause concerns nobody.
  case concernsNobody(ClauseID)
  /// A clause ends before it begins, or at that very moment.
  case endsBeforeItBegins(ClauseID)
  /// A value's name is not lower-case letters, digits and `_`, or is given twice.
  case badName(ClauseID, String)
  /// A list of nothing.
  case emptyList(ClauseID, String)
  /// A count outside 1…20, which are the numbers that can be written as words.
  case badCount(ClauseID, String, Int)
  /// An amount that is not more than nothing, in fen.
  case badAmount(Int)
  /// A clause given twice.
  case repeatedClause(ClauseID)
  /// A silent item given twice.
  case repeatedSilentItem(SilentID)
  /// A silent item refers to a clause that the model does not have.
  case unknownClause(ClauseID)
  /// A path that is not `P11.fee` or `P11.fee.monthly`.
  case badPath(String)
  /// A clause without a value of this name; with the names it has.
  case unknownValue(ValuePath, known: [String])
  /// A value that cannot be seen in this way; with the views it has.
  case unknownView(ValuePath, known: [String])
}
