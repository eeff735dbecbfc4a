/// `; did you mean `answer`?`, or nothing if no candidate is near.
func suggestion(for word: String, in candidates: some Sequence<String>) -> String {
  guard let near = nearest(to: word, in: candidates) else { return "" }
  return "; did you mean `\(near)`?"
}

/// The candidate that takes the fewest changes of a letter to become `word`, at most two and at most
/// a third of its length; the first of equals, nil if none is so near.
func nearest(to word: String, in candidates: some Sequence<String>) -> String? {
  let wanted = Array(word.lowercased().unicodeScalars)
  var best: (candidate: String, changes: Int)?
  for candidate in candidates {
    let scalars = Array(candidate.lowercased().unicodeScalars)
    let limit = max(1, min(2, scalars.count / 3))
    guard abs(scalars.count - wanted.count) <= limit else { continue }
    let changes = changes(from: wanted, to: scalars)
    if changes <= limit, changes < (best?.changes ?? .max) { best = (candidate, changes) }
  }
  return best?.candidate
}

/// How many letters must be added, dropped, replaced or swapped with their neighbour (optimal string
/// alignment distance).
private func changes(from left: [Unicode.Scalar], to right: [Unicode.Scalar]) -> Int {
  var before: [Int] = []
  var previous = Array(0...right.count)
  for i in left.indices {
    var row = [i + 1]
    for j in right.indices {
      let replaced = previous[j] + (left[i] == right[j] ? 0 : 1)
      var least = min(replaced, previous[j + 1] + 1, row[j] + 1)
      if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
        least = min(least, before[j - 1] + 1)
      }
      row.append(least)
    }
    before = previous
    previous = row
  }
  return previous[right.count]
}
