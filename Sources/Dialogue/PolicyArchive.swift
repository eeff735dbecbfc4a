import Policy

extension Bilingual: Archivable {
  func archive(into writer: inout ArchiveWriter) {
    writer.write(zh)
    writer.write(en)
  }
  init(from reader: inout ArchiveReader) throws(ArchiveError) {
    let (zh, en) = (try reader.text(), try reader.text())
    self = try reader.checked { () throws(PolicyError) in try Bilingual(zh: zh, en: en) }
  }
}

extension ClauseID: Archivable {
  func archive(into writer: inout ArchiveWriter) { writer.write(description) }
  init(from reader: inout ArchiveReader) throws(ArchiveError) {
    guard let id = ClauseID(try reader.text()) else { throw reader.error("not a clause id") }
    self = id
  }
}

extension PolicyDate: Archivable {
  func archive(into writer: inout ArchiveWriter) {
    writer.write(precision.rawValue)
    moment.archive(into: &writer)
  }
  init(from reader: inout ArchiveReader) throws(ArchiveError) {
    guard let precision = Precision(rawValue: try reader.text()) else {
      throw reader.error("not a precision")
    }
    let moment = try reader.value(Moment.self)
    switch precision {
    case .date: self.init(moment.shanghaiDate)
    case .instant: self.init(moment)
    }
  }
}

extension Moment: Archivable {
  /// Only moments since 1970 are archived.
  func archive(into writer: inout ArchiveWriter) { writer.write(Int(milliseconds)) }
  init(from reader: inout ArchiveReader) throws(ArchiveError) {
    self.init(milliseconds: Int64(try reader.number()))
  }
}

extension PolicyValue: Archivable {
  func archive(into writer: inout ArchiveWriter) {
    switch self {
    case .fee(let fee):
      writer.write(0)
      writer.write(fee.amount.fen)
      writer.write(fee.per.rawValue)
      writer.write(fee.kind.rawValue)
    case .instant(let moment, let boundary):
      writer.write(1)
      writer.write(moment)
      writer.write(boundary.rawValue)
    case .list(let items):
      writer.write(2)
      writer.write(items)
    case .term(let term):
      writer.write(3)
      writer.write(term)
    case .count(let count):
      writer.write(4)
      writer.write(count)
    }
  }

  init(from reader: inout ArchiveReader) throws(ArchiveError) {
    switch try reader.number() {
    case 0:
      let fen = try reader.number()
      guard let per = Fee.Period(rawValue: try reader.text()),
        let kind = Fee.Kind(rawValue: try reader.text())
      else { throw reader.error("not a fee") }
      let amount = try reader.checked { () throws(PolicyError) in try Money(fen: fen) }
      self = .fee(Fee(amount, per: per, kind: kind))
    case 1:
      let moment = try reader.value(Moment.self)
      guard let boundary = Boundary(rawValue: try reader.text()) else {
        throw reader.error("not a boundary")
      }
      self = .instant(moment, boundary: boundary)
    case 2: self = .list(try reader.list())
    case 3: self = .term(try reader.value())
    case 4: self = .count(try reader.number())
    case _: throw reader.error("not a value")
    }
  }
}

extension Clause.Entry: Archivable {
  func archive(into writer: inout ArchiveWriter) {
    writer.write(name)
    writer.write(value)
  }
  init(from reader: inout ArchiveReader) throws(ArchiveError) {
    let name = try reader.text()
    self.init(name, try reader.value())
  }
}

extension Clause: Archivable {
  func archive(into writer: inout ArchiveWriter) {
    writer.write(id)
    writer.write(title)
    writer.write(quotes)
    writer.write(meaning)
    writer.write(effective)
    writer.write(until)
    writer.write(relative)
    writer.write(concerns.map(\.rawValue).sorted())
    writer.write(values)
  }

  init(from reader: inout ArchiveReader) throws(ArchiveError) {
    let id: ClauseID = try reader.value()
    let (title, quotes): (Bilingual, [String]) = (try reader.value(), try reader.list())
    let meaning: Bilingual = try reader.value()
    let (effective, until): (PolicyDate?, PolicyDate?) = (
      try reader.optional(), try reader.optional()
    )
    let relative: String? = try reader.optional()
    let concerns = Set(try reader.list(of: String.self).compactMap(Audience.init(rawValue:)))
    let values: [Clause.Entry] = try reader.list()
    self = try reader.checked { () throws(PolicyError) in
      try Clause(
        id: id, title: title, quotes: quotes, meaning: meaning, effective: effective, until: until,
        relative: relative, concerns: concerns, values: values)
    }
  }
}

extension SilentItem: Archivable {
  func archive(into writer: inout ArchiveWriter) {
    writer.write(id.description)
    writer.write(question)
    writer.write(known)
  }
  init(from reader: inout ArchiveReader) throws(ArchiveError) {
    guard let id = SilentID(try reader.text()) else { throw reader.error("not a silent item") }
    let question: Bilingual = try reader.value()
    self.init(id: id, question: question, known: try reader.list())
  }
}

extension PolicyModel: Archivable {
  func archive(into writer: inout ArchiveWriter) {
    writer.write(name)
    writer.write(source)
    writer.write(clauses)
    writer.write(silent)
  }
  init(from reader: inout ArchiveReader) throws(ArchiveError) {
    let name = try reader.text()
    let source: Bilingual = try reader.value()
    let clauses: [Clause] = try reader.list()
    let silent: [SilentItem] = try reader.list()
    self = try reader.checked { () throws(PolicyError) in
      try PolicyModel(name: name, source: source, clauses: clauses, silent: silent)
    }
  }
}

extension ArchiveReader {
  /// The value that `make` makes; a policy error becomes an error at this place of the archive.
  fileprivate func checked<Value>(
    _ make: () throws(PolicyError) -> Value
  ) throws(ArchiveError) -> Value {
    do { return try make() } catch { throw self.error("\(error)") }
  }
}
