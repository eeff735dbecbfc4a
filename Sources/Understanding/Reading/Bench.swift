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

/// Benches that nobody reads on at the moment.
final class Benches: Sendable {
  private let idle = Mutex<[Bench]>([])
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

  /// Lends a bench for a message of so many bytes.
  @inline(__always)
  func lend<Result>(_ bytes: Int, _ body: (Bench) -> Result) -> Result {
    let isLong = bytes > Self.bytes
    let kept = isLong ? nil : idle.withLock { $0.popLast() }
    let bench =
      kept
      ?? Bench(
        bytes: max(bytes, Self.bytes), width: width, vectors: vectors, features: features)
    let result = body(bench)
    if !isLong { idle.withLock { $0.append(bench) } }
    return result
  }
}
