/// The best labels of a message, best first: at most five, kept in place, since a list would have to be
/// allocated for every message.
public struct Candidates: RandomAccessCollection, ExpressibleByArrayLiteral, Sendable,
  Equatable
{
  /// How many there are at most.
  public static let most = 5

  private var places: InlineArray<5, Candidate>
  /// How many there are.
  public private(set) var count = 0

  /// The place of the best.
  public var startIndex: Int { 0 }
  /// The place behind the last.
  public var endIndex: Int { count }

  /// None.
  public init() {
    places = InlineArray(repeating: Candidate(label: 0, margin: 0, probability: 0))
  }

  /// The first five of a list.
  public init(arrayLiteral candidates: Candidate...) {
    self.init()
    for candidate in candidates.prefix(Self.most) { append(candidate) }
  }

  /// Adds one behind the others; there must be room.
  mutating func append(_ candidate: Candidate) {
    places[count] = candidate
    count += 1
  }

  /// Whether both have the same candidates.
  public static func == (one: Candidates, other: Candidates) -> Bool { one.elementsEqual(other) }

  /// The candidate at a place.
  public subscript(place: Int) -> Candidate {
    precondition(place < count, "there are fewer candidates")
    return places[place]
  }
}
