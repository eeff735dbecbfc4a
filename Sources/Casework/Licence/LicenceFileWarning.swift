/// What is odd about a licence's file that is accepted all the same.
public enum LicenceFileWarning: Hashable, Sendable {
  /// Below `least` bytes: it may be a thumbnail on which nothing can be read.
  case thumbnail(size: Int, least: Int)
  /// Its name says `said` (small letters, no point), its content is `kind`: a `.png` that is a JPEG.
  case extensionDiffers(said: String, kind: LicenceFile.Kind)
  /// The pages of the PDF cannot be counted without a whole PDF reader; a reviewer looks at them.
  case pagesUnknown

  /// What the words are looked up by, in snake_case; never changes.
  public var key: String {
    switch self {
    case .thumbnail: "thumbnail"
    case .extensionDiffers: "extension_differs"
    case .pagesUnknown: "pages_unknown"
    }
  }

  /// Every key, so that lint can see that each has its words.
  public static let keys = ["thumbnail", "extension_differs", "pages_unknown"]
}
