import Policy
import Testing

@testable import Casework

/// What is printed, dumped or reflected shows no value (1.8 of the flows).
@Suite struct CasesPrivacyTests {
  private let value = "110199199003150025"

  private func everyForm(of subject: some Any) -> String {
    var dumped = ""
    dump(subject, to: &dumped)
    dump([subject], to: &dumped)
    return dumped + "\(subject)" + String(reflecting: subject) + "\([subject])"
      + String(reflecting: Optional(subject))
  }

  @Test func `a seal says where it belongs, never what it is`() {
    let seal = Seal(scope: "C20200803-0001", name: "id_number", value: value)
    let forms = everyForm(of: seal)
    #expect(forms.contains("C20200803-0001/id_number"))
    #expect(!forms.contains(value.prefix(5)))
    #expect(!forms.contains(value.suffix(5)))
  }

  @Test func `a case holds the names of fields and no value`() throws {
    var history = History()
    let (id, _) = try history.bought()
    let found = try #require(history.record[id])
    #expect(everyForm(of: found).contains("idNumber") == found.given.contains(.idNumber))
    // Nothing in a case is of a type that could hold a value that was typed: texts are numbers of ours.
    for text in texts(in: found) {
      #expect(text == id.rawValue || text == found.order?.number.rawValue, "\(text)")
    }
    for event in SampleEvents.all.map(\.event) {
      for text in texts(in: event) { #expect(SampleEvents.harmless.contains(text), "\(text)") }
    }
  }

  /// All texts that reflection finds.
  private func texts(in subject: Any) -> [String] {
    if let text = subject as? String { return [text] }
    return Mirror(reflecting: subject).children.flatMap { texts(in: $0.value) }
  }
}
