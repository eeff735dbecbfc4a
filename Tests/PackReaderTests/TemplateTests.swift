import Testing

@testable import PackReader

@Suite struct TemplateTests {
  @Test func `holes are found by name and place`() {
    let template = Template("是 {{P11.fee}}，{name}{b}。")
    #expect(template.placeholders == [.init(name: "P11.fee", offset: 2)])
    #expect(template.arguments == [.init(name: "name", offset: 14), .init(name: "b", offset: 20)])
    #expect(template.strayBraces == [] && template.digits == [])
  }

  @Test(arguments: [
    ("{", [0]), ("}", [0]), ("a{}", [1, 2]), ("{{}}", [0, 2, 3]), ("{{a}", [0, 3]), ("{a", [0]),
    ("{a}}", [3]), ("{{{a}}}", [0, 5, 6]),
  ])
  func `a brace without a partner is found`(_ text: String, _ expected: [Int]) {
    #expect(Template(text).strayBraces == expected)
  }

  @Test(arguments: [
    ("599", [0]), ("第 5 天 12:30", [2, 6, 9]), ("５９９", [0]), ("五百", []), ("{{P11.fee}}", []),
    ("{a1}2", [4]),
  ])
  func `a run of digits is found once`(_ text: String, _ expected: [Int]) {
    #expect(Template(text).digits == expected)
  }
}
