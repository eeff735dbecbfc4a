/// An image's size in pixels, as its header states it; both sides are above 0.
struct ImageSize: Hashable, Sendable {
  let width: Int
  let height: Int
}
