/// Whether a stream is coloured.
public enum Colour {
  /// Decides by NO_COLOR (no-color.org), CLICOLOR and CLICOLOR_FORCE (bixense.com/clicolors) and TERM.
  ///
  /// A set, non-empty NO_COLOR wins over everything; then CLICOLOR_FORCE other than "0" wins over the
  /// kind of stream; then colour needs a terminal that is not dumb and a CLICOLOR other than "0".
  /// - Parameter environment: the value of a variable, nil when it is not set.
  public static func isWanted(
    onTerminal: Bool, environment: (String) -> String?
  ) -> Bool {
    if let no = environment("NO_COLOR"), !no.isEmpty { return false }
    if let force = environment("CLICOLOR_FORCE"), !force.isEmpty, force != "0" { return true }
    guard onTerminal, environment("CLICOLOR") != "0" else { return false }
    guard let terminal = environment("TERM") else { return false }
    return !terminal.isEmpty && terminal != "dumb"
  }
}
