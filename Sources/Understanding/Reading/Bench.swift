internal import Synchronization

/// The memory in which messages are read, one after another: a desk, the scores, and tables by example
/// and by feature that are all zero between two messages.
///
/// It is safe to hand on: whoever takes one from the `Benches` is the only one to use it.
final class Bench: @unchecked Sendable {
  /// No message on it may be longer.
  let bytes: Int
  /// As many bytes as `Scorer.size` says, the first of them zero.
  let scores: UnsafeMutableRawPointer
  /// By vector and by feature, all zero.
  let sums: UnsafeMutablePointer<Float>
  let marks: UnsafeMutablePointer<Float>
  let desk: Desk
  private let start: UnsafeMutableRawPointer

  init(bytes: Int, width: Int, vectors: Int, features: Int) {
    self.bytes = bytes
    let size = Scorer.size(width)
    let tables = (vectors + features + 3) / 4 * 16
    start = UnsafeMutableRawPointer.allocate(
      byteCount: size + tables + Desk.size(bytes), alignment: Memory.alignment)
    start.initializeMemory(as: UInt8.self, repeating: 0, count: size + tables)
    scores = start
    sums = (start + size).assumingMemoryBound(to: Float.self)
    marks = sums + vectors
    desk = Desk(start + size + tables, bytes: bytes)
  }

  deinit { start.deallocate() }
}

/// Benches that nobody reads on at the moment, as many as there are places.
///
/// It is safe to share: whoever takes a bench leaves nothing in its place, and so is the only one to have it.
final class Benches: @unchecked Sendable {
  private let places = InlineArray<4, Atomic<UnsafeMutableRawPointer?>> { _ in Atomic(nil) }
  private let width: Int
  private let vectors: Int
  private let features: Int

  /// A bench is kept for messages of so many bytes; a longer one has a bench of its own.
  private static let bytes = 1024

  init(_ model: Model) {
    width = model.rows.width
    vectors = model.vectorCount
    features = model.featureCount
  }

  deinit {
    for place in places.indices { take(from: place)?.release() }
  }

  /// Lends a bench for a message of so many bytes.
  @inline(__always)
  func lend<Result>(_ bytes: Int, _ body: (Bench) -> Result) -> Result {
    if bytes > Self.bytes { return body(make(bytes)) }
    let bench = take() ?? Unmanaged.passRetained(make(Self.bytes))
    let result = bench._withUnsafeGuaranteedRef(body)
    put(bench)
    return result
  }

  private func make(_ bytes: Int) -> Bench {
    Bench(bytes: bytes, width: width, vectors: vectors, features: features)
  }

  private func take(from place: Int) -> Unmanaged<Bench>? {
    places[place].exchange(nil, ordering: .acquiring).map { Unmanaged.fromOpaque($0) }
  }

  @inline(__always)
  private func take() -> Unmanaged<Bench>? {
    for place in places.indices {
      if let bench = take(from: place) { return bench }
    }
    return nil
  }

  /// Puts a bench where there is none; what stood in its place goes to the next one.
  @inline(__always)
  private func put(_ bench: Unmanaged<Bench>) {
    var bench = bench
    for place in places.indices {
      let other = places[place].exchange(bench.toOpaque(), ordering: .acquiringAndReleasing)
      guard let other else { return }
      bench = Unmanaged.fromOpaque(other)
    }
    bench.release()
  }
}
