/// Hears two questions in one that puts two nouns side by side: 蓝V价格和材料, Blue V price and documents.
extension Listener {
  /// What the first of `halves` say whose sides, completed with the noun that they share, are surely
  /// read as two questions; nil if there are none, or if the `whole` is clear.
  func coordinated(
    _ halves: [(left: String, right: String)], _ whole: Heard
  ) -> [Heard]? {
    guard (whole.score ?? 0) < Listener.sureness || !whole.isDecided else { return nil }
    for half in halves.prefix(Compound.most) {
      guard let (left, right) = completed(half.left, half.right), let first = side(left),
        let second = side(right), first.meaning != second.meaning
      else { continue }
      return [first, second]
    }
    return nil
  }

  /// Both sides with the noun that only one of them has, or, if each has its own, the left one with
  /// what the right one says of both (免费入驻以及蓝V认证的费用); nil if neither has any.
  private func completed(_ left: String, _ right: String) -> (String, String)? {
    let (ours, theirs) = (FoldedText(left), FoldedText(right))
    let blank = ours.isLatin ? " " : ""
    switch (nouns.noun(in: ours), nouns.noun(in: theirs)) {
    case (nil, nil): return nil
    case (let noun?, nil): return (left, noun + blank + right)
    case (nil, let noun?): return (noun + blank + left, right)
    case (_?, _?):
      guard let tail = right.lastIndex(of: "的"), !left.contains("的") else { return (left, right) }
      return (left + right[tail...], right)
    }
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
