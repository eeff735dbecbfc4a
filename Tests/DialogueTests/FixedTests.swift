import Dialogue
import Testing

@Suite struct FixedTests {
  @Test(
    arguments: [
      (0.0, "0.00"), (0.005, "0.01"), (0.97, "0.97"), (-0.2, "-0.20"), (12.345, "12.35"),
    ])
  func `hundredths are rounded half away from zero`(value: Double, text: String) {
    #expect(Fixed.hundredths(value) == text)
  }

  @Test(
    arguments: [(Int64(0), "0.000000"), (-1_200, "-0.001200"), (1_576_358, "1.576358")])
  func `millionths keep all six decimals`(count: Int64, text: String) {
    #expect(Fixed.millionths(count) == text)
  }
}
