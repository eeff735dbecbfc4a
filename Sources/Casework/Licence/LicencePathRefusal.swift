/// Why a message gives no path to look at. No case carries the path.
public enum LicencePathRefusal: Error, Hashable, Sendable {
  /// Nothing was typed.
  case empty
  /// No path stands in it; it may be a question.
  case notAPath
  /// An address of the web, or a file of another machine: the file has to be here.
  case remote
  /// A path of Windows, `C:\…`: this is another system.
  case windows
  /// So many paths in one message: one file is wanted.
  case several(Int)
  /// `~name`: the home of somebody else.
  case otherHome
  /// `~`, and where home is is not known.
  case noHome
  /// What stands behind a `%` of a `file:` address is no UTF-8 in hexadecimal digits.
  case percent
  /// It climbs with `..`: the path from `/`, from `~` or from here is wanted.
  case climbs
  /// A control character stands in it, NUL among them.
  case control
  /// Over `limit` bytes (inclusive), which no system takes.
  case tooLong(limit: Int)

  /// What the words are looked up by, in snake_case; never changes.
  public var key: String {
    switch self {
    case .empty: "empty"
    case .notAPath: "not_a_path"
    case .remote: "remote"
    case .windows: "windows"
    case .several: "several"
    case .otherHome: "other_home"
    case .noHome: "no_home"
    case .percent: "percent"
    case .climbs: "climbs"
    case .control: "control"
    case .tooLong: "too_long"
    }
  }

  /// Every key, so that lint can see that each has its words.
  public static let keys = [
    "empty", "not_a_path", "remote", "windows", "several", "other_home", "no_home", "percent",
    "climbs", "control", "too_long",
  ]
}
