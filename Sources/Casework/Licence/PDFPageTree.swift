/// The page tree of a PDF (ISO 32000-1 section 7.7.3) as its objects are met, one after the other.
struct PDFPageTree {
  private enum Node {
    case page
    case pages(kids: [Int]?, count: Int?, isRoot: Bool)
    case catalogue(pages: Int)
  }

  private var nodes: [Int: Node] = [:]
  private var catalogue: Int?
  private var root: Int?

  /// Takes note of an object; a later one of the same number replaces it, as an update of the file does.
  mutating func note(_ dictionary: PDFDictionary, number: Int) {
    switch dictionary.type {
    case "Page": nodes[number] = .page
    case "Pages":
      let isRoot = !dictionary.hasParent
      nodes[number] = .pages(kids: dictionary.kids, count: dictionary.count, isRoot: isRoot)
      if isRoot { root = number }
    case "Catalog":
      guard let pages = dictionary.pages else { return }
      nodes[number] = .catalogue(pages: pages)
      catalogue = number
    case _: nodes[number] = nil
    }
  }

  /// How many different objects are pages.
  var distinctPages: Int {
    nodes.values.count { if case .page = $0 { true } else { false } }
  }

  /// What the root says that it holds.
  var rootCount: Int? {
    if let number = rootNumber, case .pages(_, let count, _) = nodes[number] { count } else { nil }
  }

  /// How many pages hang on the root; nil when there is no root, or something hangs on it that was
  /// not met. A page that hangs on it twice is shown twice, and counts twice.
  var reachable: Int? {
    guard let rootNumber else { return nil }
    var open = [rootNumber]
    var seen: Set<Int> = []
    var pages = 0
    while let number = open.popLast() {
      switch nodes[number] {
      case .page: pages += 1
      case .pages(let kids, _, _):
        guard let kids else { return nil }
        if seen.insert(number).inserted { open += kids }
      case .catalogue, nil: return nil
      }
    }
    return pages
  }

  private var rootNumber: Int? {
    if let catalogue, case .catalogue(let pages) = nodes[catalogue] { return pages }
    guard let root, case .pages(_, _, true) = nodes[root] else { return nil }
    return root
  }
}
