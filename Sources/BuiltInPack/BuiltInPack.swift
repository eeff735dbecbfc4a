public import Dialogue

/// The pack that is compiled into the binary.
public enum BuiltIn {
  /// Unpacks it. Fails only when program and pack were built from different sources.
  public static func pack() throws(ArchiveError) -> Pack {
    try Pack(archive: Base64.decode(compiledPack))
  }
}
