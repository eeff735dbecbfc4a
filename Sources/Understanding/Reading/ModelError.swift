/// Why bytes are no model.
public enum ModelError: Error, Equatable, Sendable {
  /// They do not begin like one, or come from another version of this program.
  case unknownFormat
  /// They end too early, or hold what no trainer writes.
  case damaged
}
