import Dialogue
import Policy

/// Puts a cross-validation on paper: the thresholds in use, and those that cost least.
public struct CrossValidationReport: Sendable {
  private let validation: CrossValidation

  /// A report on `validation`.
  public init(_ validation: CrossValidation) { self.validation = validation }

  /// Its lines, for people.
  public var lines: [String] {
    let shares = CrossValidation.Origin.allCases.filter { validation.count($0) > 0 }.map {
      "\(Int($0.share * 100)) % \($0.rawValue)"
    }
    return [
      "A wrong answer costs \(Int(CrossValidation.costOfWrong)), a needless question 1; "
        + shares.joined(separator: ", ") + "."
    ] + table(named: "in use", Thresholds())
      + table(
        named: "chosen: the cheapest that ask back on none of the tests as written, and on at most "
          + "\(Fixed.hundredths(CrossValidation.patience * 100)) % of those mistyped",
        validation.cheapest())
      + table(named: "cheapest of all", validation.cheapest(isPatient: false))
  }

  private func table(named name: String, _ thresholds: Thresholds) -> [String] {
    let head =
      "\(name). Answer from \(Fixed.hundredths(thresholds.answer)), "
      + "ask back from a rival's share of \(Fixed.hundredths(thresholds.rival))"
    let origins = CrossValidation.Origin.allCases.filter { validation.count($0) > 0 }
    return [head, row("", "messages", ["right %", "wrong %", "needless %", "cost"])]
      + origins.map { origin in
        row(
          origin.rawValue, "\(validation.count(origin))",
          cells(validation.rates(origin, under: thresholds)))
      } + [row("all, weighed", "", cells(validation.rates(under: thresholds)))]
  }

  private func cells(_ rates: CrossValidation.Rates) -> [String] {
    [rates.right, rates.wrong, rates.needless].map { Fixed.hundredths($0 * 100) }
      + [Fixed.tenThousandths(rates.cost)]
  }

  private func row(_ name: String, _ count: String, _ cells: [String]) -> String {
    let padded = ([count] + cells).map { cell in
      String(repeating: " ", count: max(0, 11 - cell.count)) + cell
    }
    return "  " + name + String(repeating: " ", count: max(0, 18 - name.count)) + padded.joined()
  }
}
