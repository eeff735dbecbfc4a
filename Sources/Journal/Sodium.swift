import CSodium

/// The three things that are asked of libsodium; the only file that calls it.
enum Sodium {
  /// The bytes of every key.
  static let keyLength = 32
  /// The bytes of every nonce: long enough to be drawn by lot.
  static let nonceLength = 24
  /// The bytes that a box is longer than its message.
  static let tagLength = 16

  /// libsodium could not be made ready: the system gives no randomness.
  struct Unavailable: Error {}

  /// Chosen once, before anything else is asked.
  private static let isReady = sodium_init() >= 0

  /// `count` bytes by lot, from the system's generator.
  static func random(_ count: Int) throws(Unavailable) -> [UInt8] {
    guard isReady else { throw Unavailable() }
    return [UInt8](unsafeUninitializedCapacity: count) { buffer, length in
      if let start = buffer.baseAddress { randombytes_buf(start, count) }
      length = count
    }
  }

  /// `message` sealed with `key`; it opens only with the same `context`.
  static func seal(
    _ message: [UInt8], context: [UInt8], nonce: [UInt8], key: [UInt8]
  ) -> [UInt8]? {
    guard isReady, nonce.count == nonceLength, key.count == keyLength else { return nil }
    var status: Int32 = -1
    let box = [UInt8](unsafeUninitializedCapacity: message.count + tagLength) { buffer, length in
      if let start = buffer.baseAddress {
        status = xiaoer_seal(
          start, message, message.count, context, context.count, nonce, key)
      }
      length = status == 0 ? message.count + tagLength : 0
    }
    return status == 0 ? box : nil
  }

  /// The message in `box`; nil when a bit of box, context, nonce or key is another.
  static func open(_ box: [UInt8], context: [UInt8], nonce: [UInt8], key: [UInt8]) -> [UInt8]? {
    guard isReady, nonce.count == nonceLength, key.count == keyLength, box.count >= tagLength
    else { return nil }
    let count = box.count - tagLength
    var status: Int32 = -1
    // One byte more: an empty message still needs an address to be written to.
    let message = [UInt8](unsafeUninitializedCapacity: count + 1) { buffer, length in
      if let start = buffer.baseAddress {
        status = xiaoer_open(start, box, box.count, context, context.count, nonce, key)
      }
      length = status == 0 ? count : 0
    }
    return status == 0 ? message : nil
  }

  /// BLAKE2b of `message` in `length` bytes, 16…64.
  static func hash(_ message: [UInt8], length: Int = 32) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: length) { buffer, count in
      if let start = buffer.baseAddress { xiaoer_hash(start, length, message, message.count) }
      count = length
    }
  }
}
