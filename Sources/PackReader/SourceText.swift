/// The text of one file, by lines, so that a place can be looked at.
struct SourceText {
  /// The whole text, without a byte-order mark.
  let text: String
  /// Its lines, without their ends.
  let lines: [[Unicode.Scalar]]

  /// The text that these bytes are in UTF-8, or the place of the first byte that is none.
  static func decode(_ bytes: [UInt8]) -> Result<SourceText, Misread> {
    var body = bytes[...]
    if body.starts(with: [0xEF, 0xBB, 0xBF]) { body = body.dropFirst(3) }
    if let text = String(validating: body, as: UTF8.self) { return .success(SourceText(text)) }
    var place = Place.start
    var iterator = body.makeIterator()
    var parser = Unicode.UTF8.ForwardParser()
    while case .valid(let encoded) = parser.parseScalar(from: &iterator) {
      let isLineEnd = Unicode.UTF8.decode(encoded) == "\n"
      place =
        isLineEnd
        ? Place(line: place.line + 1, column: 1)
        : Place(line: place.line, column: place.column + 1)
    }
    return .failure(Misread(place: place))
  }

  /// Where a file is not UTF-8.
  struct Misread: Error { let place: Place }

  private init(_ text: String) {
    self.text = text
    var lines: [[Unicode.Scalar]] = [[]]
    for scalar in text.unicodeScalars {
      if scalar == "\n" { lines.append([]) } else { lines[lines.count - 1].append(scalar) }
    }
    for index in lines.indices where lines[index].last == "\r" { lines[index].removeLast() }
    self.lines = lines
  }

  /// The character at `place`, nil beyond the end of its line.
  subscript(place: Place) -> Unicode.Scalar? {
    guard lines.indices.contains(place.line - 1) else { return nil }
    let line = lines[place.line - 1]
    return line.indices.contains(place.column - 1) ? line[place.column - 1] : nil
  }

  /// Where the scalar at `offset` of `text` stands, a text that begins at `place`: exactly if it is
  /// written on one line and without escapes, else `place` itself.
  func place(of offset: Int, in text: String, at place: Place) -> Place {
    guard let first = self[place] else { return place }
    let start = place.column - 1 + (first == "\"" || first == "'" ? 1 : 0)
    let line = lines[place.line - 1]
    let wanted = Array(text.unicodeScalars.prefix(offset + 1))
    guard start + offset < line.count, line[start...(start + offset)].elementsEqual(wanted) else {
      return place
    }
    return Place(line: place.line, column: start + offset + 1)
  }

  /// Characters that an author cannot see or that YAML forbids, one for each line: tabs, control,
  /// direction and zero-width characters.
  var unseen: [(place: Place, scalar: Unicode.Scalar)] {
    lines.enumerated().compactMap { index, line in
      line.firstIndex(where: SourceText.isUnseen).map {
        (Place(line: index + 1, column: $0 + 1), line[$0])
      }
    }
  }

  private static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0...0x1F, 0x7F...0x9F: true
    case 0x200B, 0x200E, 0x200F, 0x2028...0x202E, 0x2060, 0x2066...0x2069, 0xFEFF: true
    case _: false
    }
  }

  /// The places of every anchor and alias of one name, if some name is used as both: the only way in
  /// which one file can mean more than it says.
  ///
  /// Looked for in the raw text, so that an alias bomb is refused before anything expands it.
  var aliases: [Place] {
    var anchors: [String: Place] = [:]
    var uses: [(String, Place)] = []
    for (index, line) in lines.enumerated() {
      for column in line.indices where line[column] == "&" || line[column] == "*" {
        let name = line[(column + 1)...].prefix(while: SourceText.isNamePart)
        guard !name.isEmpty, column == 0 || !SourceText.isInWord(line[column - 1]) else { continue }
        let key = String(String.UnicodeScalarView(name))
        let place = Place(line: index + 1, column: column + 1)
        if line[column] == "*" {
          uses.append((key, place))
        } else if anchors[key] == nil {
          anchors[key] = place
        }
      }
    }
    let used = uses.filter { anchors[$0.0] != nil }
    return Set(used.compactMap { anchors[$0.0] } + used.map(\.1)).sorted()
  }

  /// After such a character no anchor and no alias can begin: it is part of a text.
  private static func isInWord(_ scalar: Unicode.Scalar) -> Bool {
    !scalar.isASCII || scalar != "-" && isNamePart(scalar)
  }

  /// The characters of an anchor's name, as libyaml has it (`IS_ALPHA`).
  private static func isNamePart(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", "_", "-": true
    case _: false
    }
  }
}
