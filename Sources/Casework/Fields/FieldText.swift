/// What a merchant typed into a field of digits or letters, brought into the form in which its
/// shape is checked.
enum FieldText {
  /// Folded to half width, without blanks, hyphens and zero-width characters, in capitals, without
  /// a label in front and without a full stop at the end.
  ///
  /// `labels` must be in that same form (capitals, no blanks); they are taken off as often as one
  /// stands in front, so 「我的身份证号是:」 goes word by word.
  static func compact(_ text: String, labels: [String]) -> [Unicode.Scalar] {
    var scalars: [Unicode.Scalar] = []
    for scalar in text.unicodeScalars {
      let folded = scalar.halfWidth.capital
      if folded.isBlank || folded.isInvisible || folded.isHyphen { continue }
      scalars.append(folded)
    }
    var start = 0
    while let label = labels.first(where: { scalars[start...].starts(with: $0.unicodeScalars) }) {
      start += label.unicodeScalars.count
    }
    var end = scalars.count
    while end > start, isClosing(scalars[end - 1]) { end -= 1 }
    return Array(scalars[start..<end])
  }

  /// `text` without blanks and zero-width characters; nothing else is changed, so that the rare
  /// characters of a name stay as they are.
  static func withoutBlanks(_ text: String) -> [Unicode.Scalar] {
    text.unicodeScalars.filter { !$0.isBlank && !isZeroWidth($0) }
  }

  /// The words that stand in front of any number.
  static let commonLabels = ["我的", "本人", "号码", "号", "是", "为", ":", "=", "#", "MY", "IS"]

  private static func isClosing(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isFullStop || scalar == "," || scalar == "!" || scalar == ";" || scalar == "~"
  }

  private static func isZeroWidth(_ scalar: Unicode.Scalar) -> Bool {
    (0x200B...0x200F).contains(scalar.value) || scalar.value == 0x2060 || scalar.value == 0xFEFF
  }
}

extension String {
  /// The string of these scalars, in order.
  init(scalars: some Sequence<Unicode.Scalar>) {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    self = String(view)
  }
}
