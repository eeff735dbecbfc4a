import Policy

extension PolicyError {
  /// What is wrong, for an author.
  var words: String {
    switch self {
    case .blankText(let tongue): "the text is missing in `\(tongue.rawValue)`"
    case .noQuote(let id): "clause \(id) quotes nothing"
    case .concernsNobody(let id): "clause \(id) concerns nobody"
    case .endsBeforeItBegins(let id): "clause \(id) ends before it begins"
    case .badName(_, let name):
      "`\(name)` cannot name a value: lower-case letters, digits and `_`; not `start` or `end`"
    case .emptyList(_, let name): "the list `\(name)` is empty"
    case .badCount(_, let name, let number): "`\(name)` counts \(number): it must be 1 to 20"
    case .badAmount(let fen): "an amount of \(fen) fen: it must be more than nothing"
    case .repeatedClause(let id): "clause \(id) stands here twice"
    case .repeatedSilentItem(let id): "silent item \(id) stands here twice"
    case .unknownClause(let id): "there is no clause \(id)"
    case .badPath(let text): "`\(text)` is no fact of the policy: write `P11.fee`"
    case .unknownValue(let path, let known):
      "clause \(path.clause) has no value `\(path.name)`" + PolicyError.choice(path.name, known)
    case .unknownView(let path, let known):
      "`\(path.clause).\(path.name)` has no view `\(path.view ?? "")`"
        + PolicyError.choice(path.view ?? "", known)
    }
  }

  /// The value of a clause that is wrong, nil if it is not one value.
  var valueName: String? {
    switch self {
    case .badName(_, let name), .emptyList(_, let name), .badCount(_, let name, _): name
    case .blankText, .noQuote, .concernsNobody, .endsBeforeItBegins, .badAmount, .repeatedClause,
      .repeatedSilentItem, .unknownClause, .badPath, .unknownValue,
      .unknownView:
      nil
    }
  }

  private static func choice(_ word: String, _ known: [String]) -> String {
    guard !known.isEmpty else { return ": it has none" }
    if let near = nearest(to: word, in: known) { return "; did you mean `\(near)`?" }
    return ": it has " + known.map { "`\($0)`" }.joined(separator: ", ")
  }
}
