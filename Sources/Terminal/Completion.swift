/// What candidates have in common.
enum Completion {
  /// The longest text that all of `candidates` begin with, in whole characters; empty for none.
  static func sharedPrefix(of candidates: [String]) -> String {
    guard var shared = candidates.first else { return "" }
    for candidate in candidates.dropFirst() {
      let count = zip(shared, candidate).prefix { $0 == $1 }.count
      shared = String(shared.prefix(count))
    }
    return shared
  }
}
