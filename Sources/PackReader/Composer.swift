import Yams

/// Turns the text of a file into a tree. The only place that knows Yams.
struct Composer {
  /// What a file may hold: more is an attack or an accident.
  enum Limit {
    /// How deep lists and mappings may stand in one another.
    static let depth = 16
    /// How many texts, lists and mappings there may be.
    static let nodes = 200_000
  }

  private var reading: FileReading
  private var nodes = 0
  private var reported: Set<Place> = []

  /// The tree of the file, nil if it has none that can be trusted; what is wrong goes to `reading`.
  static func compose(_ reading: inout FileReading) -> Tree? {
    for (place, scalar) in reading.source.unseen {
      reading.error(at: place, advice(unseen: scalar))
    }
    for place in reading.source.aliases {
      reading.error(at: place, "anchors and aliases are not allowed: write the text out")
    }
    guard reading.findings.isEmpty else { return nil }
    var composer = Composer(reading: reading)
    let tree = composer.compose()
    reading = composer.reading
    return reading.findings.isEmpty ? tree : nil
  }

  private init(reading: FileReading) { self.reading = reading }

  private mutating func compose() -> Tree? {
    do {
      let text = reading.source.text
      guard let node = try Yams.compose(yaml: text, .basic, .default, .utf8) else {
        reading.error(at: .start, "this file is empty")
        return nil
      }
      return tree(of: node, depth: 1)
    } catch let failure as YamlError {
      let (place, message) = YAMLAdvice(source: reading.source).describe(failure)
      reading.error(at: place, message)
    } catch {
      reading.error(at: .start, "this is not YAML: \(error)")
    }
    return nil
  }

  private mutating func tree(of node: Node, depth: Int) -> Tree? {
    let place = node.mark.map { Place(line: $0.line, column: $0.column) } ?? .start
    nodes += 1
    guard nodes <= Limit.nodes else {
      if nodes == Limit.nodes + 1 {
        reading.error(at: place, "more than \(Limit.nodes) texts, lists and mappings in one file")
      }
      return nil
    }
    guard depth <= Limit.depth else {
      report(at: place, "nested deeper than \(Limit.depth) levels")
      return nil
    }
    switch reading.source[place] {
    case "&": report(at: place, "anchors and aliases are not allowed: write the text out")
    case "!": report(at: place, "tags are not allowed: every scalar is a text anyway")
    case _: break
    }
    switch node {
    case .scalar(let scalar):
      return Tree(content: .text(scalar.string), place: place)
    case .sequence(let sequence):
      return Tree(
        content: .list(sequence.compactMap { tree(of: $0, depth: depth + 1) }), place: place)
    case .mapping(let mapping):
      let pairs = mapping.compactMap { pair(key: $0.key, value: $0.value, depth: depth + 1) }
      return Tree(content: .mapping(pairs), place: place)
    case .alias:
      report(at: place, "anchors and aliases are not allowed: write the text out")
      return nil
    }
  }

  private mutating func pair(key: Node, value: Node, depth: Int) -> Tree.Pair? {
    guard let key = tree(of: key, depth: depth) else { return nil }
    guard case .text(let name) = key.content else {
      report(at: key.place, "a key is a word, not \(key.kind)")
      return nil
    }
    if name == "<<" { report(at: key.place, "merge keys are not allowed: write the keys out") }
    return tree(of: value, depth: depth).map { Tree.Pair(key: name, place: key.place, value: $0) }
  }

  /// One mistake at one place: a mapping begins where its first key does.
  private mutating func report(at place: Place, _ message: String) {
    if reported.insert(place).inserted { reading.error(at: place, message) }
  }
}
