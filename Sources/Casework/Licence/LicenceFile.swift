/// A business licence's file, as far as its bytes tell.
///
/// All its rules are simulated: the article asks for a licence (P10) and names neither a format nor a
/// size. Nothing is decoded; that a licence is to be seen on it is for the reviewer to say.
public struct LicenceFile: Hashable, Sendable {
  /// What is accepted, told by the content and never by the name.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// JPEG (ITU-T T.81).
    case jpeg
    /// PNG (ISO/IEC 15948).
    case png
    /// PDF (ISO 32000).
    case pdf
  }

  /// How much there is of it.
  public enum Extent: Hashable, Sendable {
    /// An image, as its header states it, before any turning by EXIF.
    case pixels(width: Int, height: Int)
    /// A PDF of 1…`mostPages` pages.
    case pages(Int)
    /// A PDF whose pages cannot be counted; the warning `pagesUnknown` comes with it.
    case unknownPages
  }

  /// The hash of the whole file, 64 hexadecimal digits: the same hash is the same document.
  public let sha256: String
  /// In bytes, 1…`sizeLimit`.
  public let size: Int
  /// What it is.
  public let kind: Kind
  /// Its pixels or pages.
  public let extent: Extent
  /// What is odd about it and no reason to refuse it, in the order in which the cases stand.
  public let warnings: [LicenceFileWarning]

  /// The largest size, in bytes, inclusive: 5 MiB (simulated).
  public static let sizeLimit = 5_242_880
  /// A smaller file, in bytes, may be a thumbnail: 10 KiB (simulated).
  public static let thumbnailSize = 10_240
  /// The shorter side of an image has at least so many pixels, inclusive (simulated).
  public static let leastPixels = 600
  /// An image has at most so many pixels in all, inclusive: more than any telephone takes, and few
  /// enough for a reviewer's viewer (simulated).
  public static let mostPixels = 120_000_000
  /// A PDF has at most so many pages, inclusive (simulated).
  public static let mostPages = 3

  /// The file that `bytes` make up, or the first reason against it, in the order in which its cases stand.
  ///
  /// - Parameters:
  ///   - bytes: the file, or its first `sizeLimit` + 1 bytes when it is larger.
  ///   - size: the size of the whole file, in bytes.
  ///   - name: its name or path, of which only the extension counts, and only for a warning.
  ///   - sha256: the hash of `bytes`; the core computes none. Not looked at when the file is refused.
  public static func inspect(
    bytes: [UInt8], size: Int, named name: String, sha256: @autoclosure () -> String
  ) -> Result<LicenceFile, LicenceFileRefusal> {
    if size <= 0 || bytes.isEmpty { return .failure(.empty) }
    guard let kind = kind(of: bytes) else {
      return .failure(.foreign(ForeignFormat.of(bytes) ?? .unknown))
    }
    if max(size, bytes.count) > sizeLimit {
      return .failure(.tooLarge(found: max(size, bytes.count), limit: sizeLimit))
    }
    if bytes.count != size { return .failure(.incomplete(found: bytes.count, size: size)) }
    if let second = SecondFormat.find(in: bytes, kind: kind) { return .failure(.polyglot(second)) }
    return extent(of: bytes, kind: kind).map { extent in
      LicenceFile(
        sha256: sha256(), size: size, kind: kind, extent: extent,
        warnings: warnings(size: size, name: name, kind: kind, extent: extent))
    }
  }

  /// The kind that the first bytes show; nil when it is not accepted.
  private static func kind(of bytes: [UInt8]) -> Kind? {
    if bytes.starts(with: [0xFF, 0xD8, 0xFF]) { return .jpeg }
    if bytes.starts(with: PNGReader.signature) { return .png }
    // A PDF may begin a little late, but not behind the head of something else.
    return ForeignFormat.of(bytes) == nil && PDFReader.hasHeader(bytes) ? .pdf : nil
  }

  private static func extent(
    of bytes: [UInt8], kind: Kind
  ) -> Result<Extent, LicenceFileRefusal> {
    switch kind {
    case .jpeg: JPEGReader.read(bytes).flatMap(extent)
    case .png: PNGReader.read(bytes).flatMap(extent)
    case .pdf: PDFReader.read(bytes).flatMap(extent)
    }
  }

  private static func extent(of image: ImageSize) -> Result<Extent, LicenceFileRefusal> {
    let (shorter, longer) = (min(image.width, image.height), max(image.width, image.height))
    if shorter < leastPixels {
      return .failure(.tooFewPixels(shorter: shorter, least: leastPixels))
    }
    // Divided, not multiplied: a header may state any 31 bits.
    if longer > mostPixels / shorter {
      return .failure(
        .tooManyPixels(width: image.width, height: image.height, most: mostPixels))
    }
    return .success(.pixels(width: image.width, height: image.height))
  }

  private static func extent(ofPages pages: Int?) -> Result<Extent, LicenceFileRefusal> {
    guard let pages else { return .success(.unknownPages) }
    return (1...mostPages).contains(pages)
      ? .success(.pages(pages)) : .failure(.pages(found: pages, most: mostPages))
  }

  private static func warnings(
    size: Int, name: String, kind: Kind, extent: Extent
  ) -> [LicenceFileWarning] {
    var warnings: [LicenceFileWarning] = []
    if size < thumbnailSize { warnings.append(.thumbnail(size: size, least: thumbnailSize)) }
    if let said = FileExtension.of(name), !kind.extensions.contains(said) {
      warnings.append(.extensionDiffers(said: said, kind: kind))
    }
    if extent == .unknownPages { warnings.append(.pagesUnknown) }
    return warnings
  }
}

extension LicenceFile.Kind {
  /// The extensions that say this kind, in small letters.
  var extensions: [String] {
    switch self {
    case .jpeg: ["jpg", "jpeg", "jpe", "jfif"]
    case .png: ["png"]
    case .pdf: ["pdf"]
    }
  }
}
