/// What a message may mean as a path.
struct PathReadings: Hashable {
  /// The texts that may be the path, the longest first, not yet resolved; never empty.
  let texts: [String]
  /// The one among them that a person would take for it.
  let likeliest: String
}
