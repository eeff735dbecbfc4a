import Session
import Testing

@Suite struct VisibleTests {
  @Test(arguments: [
    ("蓝V\t多少\n钱 🎉", "蓝V\t多少\n钱 🎉"), ("a\0b", "a␀b"), ("\u{1B}[31m", "⟨U+001B⟩[31m"),
    ("a\rb", "a⟨U+000D⟩b"), ("\u{9B}31m", "⟨U+009B⟩31m"), ("\u{7F}", "⟨U+007F⟩"),
    ("\u{202E}gnp", "⟨U+202E⟩gnp"), ("\u{2066}a\u{2069}", "⟨U+2066⟩a⟨U+2069⟩"),
    ("a\u{200B}b", "a⟨U+200B⟩b"), ("\u{FEFF}a", "⟨U+FEFF⟩a"), ("\u{AD}", "⟨U+00AD⟩"),
    ("\u{E0041}", "⟨U+E0041⟩"), ("a\r\nb", "a⟨U+000D⟩\nb"),
  ])
  func `Controls are shown and never acted on`(_ text: String, _ shown: String) {
    #expect(Visible.filter(text) == shown)
    #expect(Visible.filter(shown) == shown)
  }
}
