/// Hears two questions in one that puts two nouns side by side: 蓝V价格和材料, Blue V price and documents.
extension Listener {
  /// From this probability on, both sides outweigh a whole that only says what one of them says.
  private static let certainty = 0.9

  /// What the first of `halves` say whose sides, completed with the noun that they share, are surely
  /// read as two questions; nil if there are none, or if the `whole` is clear.
  ///
  /// - Parameter isJoined: whether a joining word stands between them. A whole that says the same as
  ///   one of two certain sides is then not clear: it has lost the other.
  func coordinated(
    _ halves: [(left: String, right: String)], _ whole: Heard, isJoined: Bool = false
  ) -> [Heard]? {
    let isClear = whole.isDecided && (whole.score ?? 0) >= Listener.sureness
    guard !isClear || isJoined && whole.isIntent else { return nil }
    for half in halves.prefix(Compound.most) {
      guard let (lefts, rights) = completed(half.left, half.right),
        let second = surest(rights), let first = surest(lefts), first.meaning != second.meaning
      else { continue }
      let least = min(first.score ?? 0, second.score ?? 0)
      if isClear,
        least < Listener.certainty || ![first.meaning, second.meaning].contains(whole.meaning)
      {
        continue
      }
      return [first, second]
    }
    return nil
  }

  /// Both sides with the noun that only one of them has, or, if each has its own, the left one with
  /// what the right one says of both (免费入驻以及蓝V认证的费用); and each with what stands behind both
  /// (the price and the review time for Blue V). Nil if there is nothing to share.
  private func completed(
    _ left: String, _ right: String
  ) -> (lefts: [String], rights: [String])? {
    let (ours, theirs) = (FoldedText(left), FoldedText(right))
    let blank = ours.isLatin ? " " : ""
    let behind = tail(of: right).map { [left + $0] } ?? []
    switch (nouns.noun(in: ours), nouns.noun(in: theirs)) {
    case (nil, nil): return behind.isEmpty ? nil : (behind, [right])
    case (let noun?, nil): return (behind + [left], [noun + blank + right, right])
    case (nil, let noun?): return (behind + [noun + blank + left], [right])
    case (let noun?, _?):
      guard let place = right.lastIndex(where: compound.possessives.contains),
        !left.contains(where: compound.possessives.contains)
      else {
        return (behind + [left], [right])
      }
      return ([left + right[place...], noun + right[place...]], [right])
    }
  }

  /// What a Latin text ends with, from the last word on that says what something belongs to; nil when
  /// it has none, or nothing in front of it or behind it.
  private func tail(of text: String) -> Substring? {
    guard text.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
    let words = text.split(separator: " ")
    guard
      let last = words.indices.dropFirst().dropLast().last(where: {
        compound.belongings.contains(words[$0].lowercased())
      })
    else { return nil }
    return text[words[last - 1].endIndex...]
  }

  /// What the surest of several readings of one side asks; nil if none is sure.
  private func surest(_ texts: [String]) -> Heard? {
    texts.compactMap(side).max { ($0.score ?? 0) < ($1.score ?? 0) }
  }

  /// What one side asks; nil if that is not sure.
  private func side(_ text: String) -> Heard? {
    let heard = single(text, after: nil, leaning: false)
    guard let intent = heard.intent, kinds[intent].isAskable,
      (heard.score ?? 0) >= Listener.sureness
    else { return nil }
    return heard
  }
}
