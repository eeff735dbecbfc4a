/// Why a file is not taken as a business licence's, by its bytes. No case carries its content.
public enum LicenceFileRefusal: Error, Hashable, Sendable {
  /// It has no bytes.
  case empty
  /// It is of a format that is not accepted, whatever its name says.
  case foreign(ForeignFormat)
  /// Over the limit; both in bytes, the limit itself is allowed.
  case tooLarge(found: Int, limit: Int)
  /// `found` bytes were read of a file of `size`: it changed meanwhile, or is no common file.
  case incomplete(found: Int, size: Int)
  /// It is also a file of another format, which another program would see in it.
  case polyglot(ForeignFormat)
  /// It ends too soon: a transfer or a download was cut off.
  case truncated(LicenceFile.Kind)
  /// It contradicts its own format.
  case damaged(LicenceFile.Kind)
  /// So many bytes that are no part of it stand behind the end of the image.
  case trailingBytes(Int)
  /// The shorter side of the image, in pixels, is below `least`.
  case tooFewPixels(shorter: Int, least: Int)
  /// The header states more than `most` pixels in all.
  case tooManyPixels(width: Int, height: Int, most: Int)
  /// The PDF asks for a password, or restricts what may be done with it (`/Encrypt`).
  case encrypted
  /// The PDF has no page, or more than `most`.
  case pages(found: Int, most: Int)

  /// What the words are looked up by, in snake_case; never changes.
  public var key: String {
    switch self {
    case .empty: "empty"
    case .foreign(let format): format.rawValue
    case .tooLarge: "too_large"
    case .incomplete: "incomplete"
    case .polyglot: "polyglot"
    case .truncated: "truncated"
    case .damaged: "damaged"
    case .trailingBytes: "trailing_bytes"
    case .tooFewPixels: "too_few_pixels"
    case .tooManyPixels: "too_many_pixels"
    case .encrypted: "encrypted"
    case .pages: "pages"
    }
  }

  /// Every key, so that lint can see that each has its words.
  public static let keys: [String] =
    ForeignFormat.allCases.map(\.rawValue) + [
      "empty", "too_large", "incomplete", "polyglot", "truncated", "damaged", "trailing_bytes",
      "too_few_pixels", "too_many_pixels", "encrypted", "pages",
    ]
}
