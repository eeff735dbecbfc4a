import Glibc

/// Bytes on a file descriptor.
enum Bytes {
  /// Writes all of `bytes`, going on after a signal; 0, or the `errno` that stopped it.
  static func write(_ bytes: some Collection<UInt8>, to descriptor: Int32) -> Int32 {
    let all = Array(bytes)
    var done = 0
    while done < all.count {
      let count = all.withUnsafeBytes { buffer in
        buffer.baseAddress.map { Glibc.write(descriptor, $0 + done, all.count - done) } ?? 0
      }
      if count > 0 {
        done += count
      } else if count == 0 || errno == EINTR {
        continue
      } else if errno == EAGAIN {
        var ready = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        _ = poll(&ready, 1, -1)
      } else {
        return errno
      }
    }
    return 0
  }
}
