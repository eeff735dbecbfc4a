import Testing

@testable import PackReader

@Suite struct NearestTests {
  private static let keys = ["id", "title", "question", "ask", "not", "answer", "follow", "short"]

  @Test(arguments: [
    ("anser", "answer"), ("anwser", "answer"), ("Answer", "answer"), ("questions", "question"),
    ("folow", "follow"), ("aks", "ask"), ("titel", "title"), ("shorts", "short"),
  ])
  func `a slip of the keyboard is known`(_ word: String, _ expected: String) {
    #expect(nearest(to: word, in: Self.keys) == expected)
  }

  @Test(arguments: ["colour", "steps", "", "x", "回答", "questionnaire"])
  func `another word is not`(_ word: String) {
    #expect(nearest(to: word, in: Self.keys) == nil)
  }
}
