import Testing

@testable import Rehearsal

@Suite struct LinePatternTests {
  @Test(arguments: [
    ("599 元/年", "599 元/年", true), ("599 元/年", "599 元/年。", false),
    ("[..]599 元/年[..]", "费用是 599 元/年。", true), ("[..]599 元/年[..]", "599 元/年", true),
    ("[..]599[..]", "五百九十九", false), ("费用[..]年", "费用是 599 元/年", true),
    ("费用[..]月", "费用是 599 元/年", false), ("[..]", "", true), ("[..]", "什么都行", true),
    ("aa[..]aa", "aaa", false), ("aa[..]aa", "aaaa", true), ("a[..]b[..]c", "a1b2c", true),
    ("a[..]b[..]c", "acb", false), ("[..][..]x", "yx", true), ("", "", true), ("", "x", false),
    ("...", "...", true), ("a.*b", "axxb", false),
  ])
  func `Two dots in brackets stand for any text inside a line`(
    _ pattern: String, _ line: String, _ matches: Bool
  ) {
    #expect(LinePattern.matches(pattern, line) == matches)
  }

  @Test(
    arguments: [
      (["a", "b"], ["a", "b"], true), (["a"], ["a", "b"], false), (["a", "b"], ["a"], false),
      (["..."], [], true), (["..."], ["a", "b"], true), (["a", "..."], ["a"], true),
      (["a", "..."], ["a", "b", "c"], true), (["...", "c"], ["a", "b", "c"], true),
      (["a", "...", "c"], ["a", "c"], true), (["a", "...", "c"], ["a", "b", "x"], false),
      (["...", "..."], ["a"], true), (["...", "b", "..."], ["a", "c"], false), ([], [], true),
      ([], ["a"], false), (["", "a"], ["", "a"], true),
    ] as [([String], [String], Bool)])
  func `Three dots stand for any lines and together the patterns cover all`(
    _ patterns: [String], _ lines: [String], _ covers: Bool
  ) {
    #expect(LinePattern.covers(patterns[...], lines[...]) == covers)
  }

  @Test func `A pattern of many gaps takes no exponential time`() {
    let pattern = String(repeating: "a[..]", count: 200) + "b"
    let clock = ContinuousClock()
    let time = clock.measure {
      #expect(!LinePattern.matches(pattern, String(repeating: "a", count: 2000)))
    }
    #expect(time < .seconds(5))
  }
}
