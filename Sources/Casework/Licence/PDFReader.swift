/// Reads a PDF (ISO 32000-1) as far as its pages and whether it is encrypted, without rendering and
/// without following its cross-reference table: one pass over the bytes, in linear time.
///
/// The pages are counted, in this order of trust: by the page tree from the catalogue, whether its
/// objects stand in the open or in compressed object streams; by the distinct objects `/Type /Page`,
/// never `/Pages`; by `/Count` of the tree's root; by `/N` of a linearised file.
struct PDFReader {
  private let bytes: [UInt8]
  private var tree = PDFPageTree()
  private var isEncrypted = false
  private var linearisedPages: Int?
  private var hasUnreadObjects = false
  /// How many bytes object streams may still inflate to: those of three pages need far less.
  private var room = 2 << 20

  /// Whether `%PDF-` stands whole within the first 1024 bytes (ISO 32000-1 annex H.3, note 13).
  static func hasHeader(_ bytes: [UInt8]) -> Bool { bytes.prefix(1024).contains(text: "%PDF-") }

  /// The number of pages; nil when it cannot be told. `bytes` must have a header.
  static func read(_ bytes: [UInt8]) -> Result<Int?, LicenceFileRefusal> {
    // Annex H.3, note 18: the end may stand anywhere in the last 1024 bytes.
    guard bytes.suffix(1024).contains(text: "%%EOF") else { return .failure(.truncated(.pdf)) }
    var reader = PDFReader(bytes: bytes)
    reader.readObjects()
    if reader.isEncrypted { return .failure(.encrypted) }
    // Where everything can be seen, there are pages to be seen.
    if reader.pages == nil, !reader.hasUnreadObjects { return .failure(.damaged(.pdf)) }
    return .success(reader.pages)
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private var pages: Int? {
    if let reached = tree.reachable { return reached }
    if !hasUnreadObjects, tree.distinctPages > 0 { return tree.distinctPages }
    return tree.rootCount ?? linearisedPages
  }

  /// Every dictionary that stands at the top of an object or behind `trailer`.
  private mutating func readObjects() {
    var lexer = PDFLexer(bytes)
    var number: Int?
    var last = PDFDictionary()
    while let token = lexer.next() {
      switch token {
      case .integer(let value):
        if lexer.takesObjectHead() { number = value }
      case .open:
        last = PDFDictionary(&lexer)
        note(last, number: number)
        number = nil
      case .keyword("stream"):
        let data = lexer.takeStream()
        if last.type == "ObjStm" { readObjectStream(last, data) }
        last = PDFDictionary()
      case .keyword, .name, .reference, .close, .openArray, .closeArray, .other: break
      }
    }
  }

  private mutating func note(_ dictionary: PDFDictionary, number: Int?) {
    if dictionary.isEncrypted { isEncrypted = true }
    if dictionary.isLinearised, linearisedPages == nil { linearisedPages = dictionary.count }
    if let number { tree.note(dictionary, number: number) }
  }

  /// The objects in an object stream (section 7.5.7): pairs of number and offset, then the objects.
  private mutating func readObjectStream(_ stream: PDFDictionary, _ data: ArraySlice<UInt8>) {
    guard let objects = content(of: stream, data), let first = stream.first,
      (0...objects.count).contains(first)
    else {
      hasUnreadObjects = true
      return
    }
    var head = PDFLexer(objects, in: 0..<first)
    var places: [(number: Int, start: Int)] = []
    while case .integer(let number) = head.next(), case .integer(let offset) = head.next() {
      // Ascending, so that no object is read twice and the time stays linear.
      let start = first + min(offset, objects.count)
      guard start >= places.last?.start ?? first, start <= objects.count else { break }
      places.append((number, start))
    }
    for (index, place) in places.enumerated() {
      let end = index + 1 < places.count ? places[index + 1].start : objects.count
      var lexer = PDFLexer(objects, in: place.start..<end)
      if lexer.next() == .open { note(PDFDictionary(&lexer), number: place.number) }
    }
  }

  /// What a stream holds, inflated if need be; nil when it is filtered in another way or damaged.
  private mutating func content(of stream: PDFDictionary, _ data: ArraySlice<UInt8>) -> [UInt8]? {
    switch stream.filter {
    case nil: return Array(data)
    case "FlateDecode", "Fl":
      let content = Inflater.inflate(zlib: data, limit: room)
      room -= content.map { max($0.count, data.count) + 512 } ?? room
      return content
    case .some: return nil
    }
  }
}
