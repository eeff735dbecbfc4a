import Yams

/// Turns what Yams says into a place and words that help an author.
struct YAMLAdvice {
  let source: SourceText

  /// The place and the words for what libyaml refuses.
  func describe(_ failure: YamlError) -> (Place, String) {
    switch failure {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      return (Place(line: mark.line, column: mark.column), advice(problem))
    case .duplicatedKeysInMapping(let keys, let context):
      let first = Place(line: context.mark.line, column: context.mark.column)
      let key = keys.first ?? ""
      return (secondPlace(of: key, after: first), "the key `\(key)` stands here twice")
    case .reader(let problem, _, _, _), .writer(let problem), .representer(let problem),
      .emitter(let problem):
      return (.start, "this is not YAML: \(problem)")
    case .no, .memory, .dataCouldNotBeDecoded:
      return (.start, "this is not YAML: \(failure)")
    }
  }

  /// libyaml's words, and what authors usually did to earn them.
  private func advice(_ problem: String) -> String {
    let hint =
      switch problem {
      case "mapping values are not allowed in this context":
        ": a text with `: ` in it must stand in quotation marks"
      case "did not find expected alphabetic or numeric character",
        "found character that cannot start any token", "found undefined alias":
        ": a text that begins with such a sign must stand in quotation marks"
      case "did not find expected ',' or ']'", "did not find expected ',' or '}'":
        ": a text with a comma or a bracket must stand in quotation marks here"
      case "did not find expected key":
        ": a text that begins with `{`, `[` or a quotation mark must stand in quotation marks as a whole"
      case "could not find expected ':'": ": is a colon or the indentation missing?"
      case _: ""
      }
    return "this is not YAML: \(problem)\(hint)"
  }

  /// Where `key`, which stands at `first`, comes again in the same mapping.
  private func secondPlace(of key: String, after first: Place) -> Place {
    let wanted = Array((key + ":").unicodeScalars)
    let column = first.column - 1
    for (index, scalars) in source.lines.enumerated().dropFirst(first.line - 1) {
      let isFirst = index == first.line - 1
      let starts = isFirst ? scalars.indices.dropFirst(column + wanted.count) : column..<column + 1
      for start in starts where scalars.dropFirst(start).starts(with: wanted) {
        return Place(line: index + 1, column: start + 1)
      }
    }
    return first
  }
}

/// What to say of a character that cannot be seen.
func advice(unseen scalar: Unicode.Scalar) -> String {
  if scalar == "\t" { return "a tab: use spaces" }
  let code = String(scalar.value, radix: 16, uppercase: true)
  let padded = String(repeating: "0", count: max(0, 4 - code.count)) + code
  return "an invisible character, U+\(padded): remove it, or write it as \"\\u\(padded)\""
}
