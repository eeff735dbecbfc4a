/// A language that a message is written in and answered in.
public enum Language: String, Sendable, Hashable, CaseIterable {
  /// Chinese, in either script or in pinyin.
  case chinese = "zh"
  /// English.
  case english = "en"
}
