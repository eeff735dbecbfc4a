/// A place in a file.
struct Place: Hashable, Comparable {
  /// 1-based.
  var line: Int
  /// 1-based, in Unicode scalars, as libyaml counts.
  var column: Int

  /// The beginning of a file.
  static let start = Place(line: 1, column: 1)

  static func < (left: Place, right: Place) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}

/// What a file says, as plain as YAML can: every scalar is a text, there are no anchors and no tags.
struct Tree {
  /// A key of a mapping and what stands under it.
  struct Pair {
    let key: String
    /// Of the key.
    let place: Place
    let value: Tree
  }

  /// Its three kinds.
  indirect enum Content {
    case text(String)
    case list([Tree])
    case mapping([Pair])
  }

  let content: Content
  /// Of its first character.
  let place: Place

  /// What it is, for a message to an author.
  var kind: String {
    switch content {
    case .text: "a text"
    case .list: "a list"
    case .mapping: "a mapping of keys"
    }
  }
}
