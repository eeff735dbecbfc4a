internal import CompiledPack
public import Dialogue

/// The pack that is compiled into the binary.
public enum BuiltIn {
  /// Opens it. Fails only when program and pack were built from different sources.
  public static func pack() throws(ArchiveError) -> Pack {
    try Pack(
      resident: UnsafeRawBufferPointer(start: compiled_pack(), count: Int(compiled_pack_size())))
  }
}
