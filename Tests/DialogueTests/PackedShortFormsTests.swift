import Testing

@testable import Dialogue

@Suite struct PackedShortFormsTests {
  @Test(arguments: [0, 1, 3])
  func `What is packed comes out as it was, in its order`(_ count: Int) {
    let forms = (0..<count).map { Intent.ShortForm(say: "能退吗 \($0)", means: "silent.refund") }
    let packed = PackedShortForms(forms)
    #expect(packed.forms == forms)
    #expect(packed.isEmpty == forms.isEmpty)
  }
}
