import Policy

/// Reads a licence's validity: 2025年3月1日, 20250301, 2015-01-01 至 2035-01-01, 长期, until 1 March 2030.
enum ValidityReader {
  /// What `text` says, or why it says none; how it stands to the day of today is not judged here.
  static func read(_ text: String) -> Result<LicenceValidity, LicenceValidityRefusal> {
    let tokens = ClaimToken.tokens(of: text)
    if tokens.isEmpty { return .failure(.empty) }
    var statement = Statement()
    var cursor = ClaimCursor(tokens: tokens, place: 0)
    while cursor.place < tokens.count { statement.take(&cursor) }
    return statement.validity
  }

  /// A day or an end of a statement.
  private struct Piece {
    let stated: ValidityDate
    /// Whether the words around it say that something begins with it.
    let isStart: Bool
  }

  /// What was read of a text so far.
  private struct Statement {
    private var pieces: [Piece] = []
    private var hasUnknownWords = false
    private var isAsking = false

    /// Takes what stands at the cursor: a day, a word, or a single token.
    mutating func take(_ cursor: inout ClaimCursor) {
      let isBehindFrom = cursor.isPreceded(by: ValidityWords.from, at: cursor.place)
      if let stated = ValidityDate.read(&cursor) {
        let isStart = isBehindFrom || cursor.sees(ValidityWords.start)
        // 长期 (9999-12-31) says one thing twice.
        if stated == .longTerm, pieces.last?.stated == .longTerm { return }
        pieces.append(Piece(stated: stated, isStart: isStart))
      } else if cursor.take(ValidityWords.asking) {
        isAsking = true
      } else if !cursor.take(ValidityWords.from), !cursor.take(ValidityWords.start),
        !cursor.take(ValidityWords.filler)
      {
        hasUnknownWords = true
        cursor.place += 1
      }
    }

    var validity: Result<LicenceValidity, LicenceValidityRefusal> {
      if isAsking || pieces.isEmpty { return .failure(.notADate) }
      // 「10年，到2030年5月6日」: where an end is said, how long it is to that end matters no more.
      let hasEnd = pieces.contains { $0.stated.end != nil && !$0.isStart }
      let pieces = pieces.filter { !hasEnd || $0.stated != .refused(.duration) }
      if let refusal = pieces.lazy.compactMap(\.stated.refusal).first { return .failure(refusal) }
      let ends = pieces.compactMap(\.stated.end)
      switch (ends.first, ends.dropFirst().first, ends.count) {
      case (.some(let end), _, 1): return alone(end, isStart: pieces[0].isStart)
      case (.date(let first), .date(let second), 2):
        let isTurned = pieces[1].isStart && !pieces[0].isStart
        return .success(
          isTurned
            ? LicenceValidity(from: second, until: .date(first))
            : LicenceValidity(from: first, until: .date(second)))
      case (.date(let from), .longTerm, 2):
        return .success(LicenceValidity(from: from, until: .longTerm))
      case (.longTerm, .date(let from), 2) where pieces[1].isStart:
        return .success(LicenceValidity(from: from, until: .longTerm))
      case _: return .failure(.severalDates(ends.count))
      }
    }

    private func alone(
      _ end: LicenceValidity.End, isStart: Bool
    ) -> Result<LicenceValidity, LicenceValidityRefusal> {
      switch end {
      case .date(let day) where isStart: .failure(.untilMissing(from: day))
      case .date: .success(LicenceValidity(from: nil, until: end))
      // 长期合作 and 永久封号 speak of something else.
      case .longTerm where hasUnknownWords: .failure(.notADate)
      case .longTerm: .success(LicenceValidity(from: nil, until: end))
      }
    }
  }
}
