import Testing

@testable import Journal

@Suite struct SodiumTests {
  /// RFC 7693, appendix A gives BLAKE2b-512 of "abc".
  @Test func `BLAKE2b is that of the standard`() {
    let hash = Sodium.hash(Array("abc".utf8), length: 64)
    #expect(hash.prefix(8) == [0xba, 0x80, 0xa5, 0x3f, 0x98, 0x1c, 0x4d, 0x0d])
  }
}
