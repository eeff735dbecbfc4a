/// Bytes that never change: some that it owns, or some of the program's own.
///
/// It is safe to share: nobody writes to the bytes once it is made, and they stay as long as it.
final class Memory: @unchecked Sendable {
  /// The bytes; they begin at a multiple of `alignment`.
  let bytes: UnsafeRawBufferPointer
  private let owned: UnsafeMutableRawPointer?

  /// What every table may count on.
  static let alignment = 64

  /// - Parameter resident: bytes at a multiple of `alignment` that outlive everything.
  init(resident: UnsafeRawBufferPointer) {
    bytes = resident
    owned = nil
  }

  /// Copies numbers.
  init<Number: BitwiseCopyable>(_ numbers: [Number]) {
    let size = numbers.count * MemoryLayout<Number>.stride
    let copy = UnsafeMutableRawPointer.allocate(
      byteCount: max(size, Self.alignment), alignment: Self.alignment)
    numbers.withUnsafeBytes { source in
      if let start = source.baseAddress { copy.copyMemory(from: start, byteCount: size) }
    }
    bytes = UnsafeRawBufferPointer(start: copy, count: size)
    owned = copy
  }

  deinit { owned?.deallocate() }

  /// Where the numbers that were copied in begin.
  func start<Number: BitwiseCopyable>(of type: Number.Type) -> UnsafePointer<Number> {
    Layout.pointer(bytes, 0)
  }
}
