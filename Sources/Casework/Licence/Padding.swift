/// What writers and disks fill files up with.
enum Padding {
  /// Whether `byte` is such a one: 00, FF, a blank, a line's end, or the end-of-file sign of DOS.
  static func holds(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x00, 0x09, 0x0A, 0x0D, 0x1A, 0x20, 0xFF: true
    case _: false
    }
  }
}
