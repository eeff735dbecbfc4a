import Dialogue
import Policy
import Session

/// Puts the rows of a disturbed test run on paper.
public struct DisturbanceReport: Sendable {
  private let rows: [DisturbanceRun.Row]
  private let seed: UInt64

  /// A report on `rows`, measured with `seed`.
  public init(_ rows: [DisturbanceRun.Row], seed: UInt64) {
    self.rows = rows
    self.seed = seed
  }

  /// Whether no rule cost more than its limit.
  public var isWithinLimits: Bool { rows.allSatisfy(\.isWithinLimit) }

  /// A line a rule and language, for people.
  public var table: [String] {
    let head = ["rule", "lang", "tests", "trials", "plain %", "disturbed %", "lost", "limit", ""]
    let lines =
      [head]
      + rows.map { row in
        [
          row.rule.rawValue, row.tongue.rawValue, "\(row.tests)", "\(row.trials)",
          row.accuracy.map(Fixed.hundredths) ?? "-", row.disturbed.map(Fixed.hundredths) ?? "-",
          row.trials == 0 ? "-" : Fixed.hundredths(row.points), Fixed.hundredths(row.rule.limit),
          row.isWithinLimit ? "" : "over the limit",
        ]
      }
    let widths = head.indices.map { column in lines.map { $0[column].count }.max() ?? 0 }
    return lines.map { line in
      let cells = zip(line, widths).enumerated().map { column, cell in
        let padding = String(repeating: " ", count: cell.1 - cell.0.count)
        return column < 2 || column == line.count - 1 ? cell.0 + padding : padding + cell.0
      }
      let joined = cells.joined(separator: "  ")
      return String(joined.reversed().drop { $0 == " " }.reversed())
    } + [summary]
  }

  private var summary: String {
    let over = rows.count { !$0.isWithinLimit }
    return "\(rows.count - over) of \(rows.count) rows within their limits, seed \(seed)"
  }

  /// What each rule made wrong that was right, a line each.
  public var misses: [String] {
    rows.flatMap { row in
      row.lost.map {
        "\($0.file):\($0.line): \(row.rule.rawValue): \($0.message): expected "
          + "\($0.expected.joined(separator: ", ")), got \($0.found.joined(separator: ", "))"
      }
    }
  }

  /// A JSON object a rule and language, with what was lost if `isVerbose`.
  public func objects(isVerbose: Bool) -> [String] {
    rows.map { row in
      var writer = JSONWriter()
      writer.object { writer in
        writer.member("rule", row.rule.rawValue)
        writer.member("language", row.tongue.rawValue)
        writer.member("seed", Int(exactly: seed))
        writer.member("tests", row.tests)
        writer.member("trials", row.trials)
        for (name, value) in [
          ("accuracy", row.accuracy), ("disturbed", row.disturbed),
          ("lost", row.trials == 0 ? nil : row.points), ("limit", row.rule.limit),
        ] {
          writer.name(name)
          writer.raw(value.map(Fixed.hundredths) ?? "null")
        }
        writer.member("within_limit", row.isWithinLimit)
        guard isVerbose else { return }
        writer.name("misses")
        writer.array(row.lost) { writer, miss in DisturbanceReport.write(miss, into: &writer) }
      }
      return String(decoding: writer.bytes, as: UTF8.self)
    }
  }

  private static func write(_ miss: Misstep, into writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("file", miss.file)
      writer.member("line", miss.line)
      writer.member("text", miss.message)
      writer.name("expected")
      writer.array(miss.expected) { $0.value($1) }
      writer.name("got")
      writer.array(miss.found) { $0.value($1) }
    }
  }
}
