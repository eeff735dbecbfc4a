/// A message without what makes no difference to whether two of them are the same: capitals, full
/// width, white space, punctuation. A message of punctuation only stays as it is.
func folded(_ text: String) -> [Unicode.Scalar] {
  let all = text.unicodeScalars.map(halfWidth)
  let kept = all.flatMap { scalar -> [Unicode.Scalar] in
    guard !isPunctuation(scalar), !scalar.properties.isWhitespace else { return [] }
    return scalar.isASCII
      ? [lowercased(scalar)] : Array(scalar.properties.lowercaseMapping.unicodeScalars)
  }
  return kept.isEmpty ? all : kept
}

/// The ASCII form of a full-width character (Unicode, block FF00–FFEF), else itself.
private func halfWidth(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
  guard (0xFF01...0xFF5E).contains(scalar.value) else { return scalar }
  return Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
}

private func lowercased(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
  guard ("A"..."Z").contains(scalar) else { return scalar }
  return Unicode.Scalar(scalar.value + 32) ?? scalar
}

private func isPunctuation(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.properties.generalCategory {
  case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
    .initialPunctuation, .finalPunctuation, .otherPunctuation:
    true
  case _: false
  }
}
