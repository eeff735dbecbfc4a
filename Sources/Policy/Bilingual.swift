/// One text in both languages; neither is blank.
public struct Bilingual: Hashable, Sendable {
  /// The Chinese text.
  public let zh: String
  /// The English text.
  public let en: String

  /// Throws `PolicyError.blankText` when either text is empty or white space only.
  public init(zh: String, en: String) throws(PolicyError) {
    guard !zh.allSatisfy(\.isWhitespace) else { throw .blankText(.zh) }
    guard !en.allSatisfy(\.isWhitespace) else { throw .blankText(.en) }
    self.zh = zh
    self.en = en
  }

  /// The text in `tongue`.
  public subscript(tongue: Tongue) -> String {
    switch tongue {
    case .zh: zh
    case .en: en
    }
  }
}
