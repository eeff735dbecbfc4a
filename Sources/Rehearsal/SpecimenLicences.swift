import Casework
import Session

/// Gives a made-up licence wherever a script names the specimen `licence.pdf`, so that a rehearsal needs no
/// files; any other path is looked up where the program may.
struct SpecimenLicences: LicenceSource {
  /// The files of the computer; nil where there are none.
  let files: (any LicenceSource)?

  /// Names of specimens: each is a PDF of its own of one page that says so.
  static let names = ["licence.pdf", "licence-2.pdf"]

  func open(_ candidates: [String]) -> Result<LicenceBytes, LicenceOpenRefusal> {
    if let name = candidates.first(where: { SpecimenLicences.names.contains($0) }) {
      let bytes = SpecimenLicences.pdf(saying: name)
      return .success(LicenceBytes(bytes: bytes, size: bytes.count, name: name))
    }
    return files?.open(candidates) ?? .failure(.missing)
  }

  /// A PDF of one empty page, filled up with a comment so that it is no thumbnail.
  private static func pdf(saying text: String) -> [UInt8] {
    let filling = String(repeating: "% specimen \(text)\n", count: 600)
    let body = """
      %PDF-1.4
      1 0 obj
      << /Type /Catalog /Pages 2 0 R >>
      endobj
      2 0 obj
      << /Type /Pages /Kids [3 0 R] /Count 1 >>
      endobj
      3 0 obj
      << /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>
      endobj
      """
    let end = """
      xref
      0 1
      0000000000 65535 f\u{20}
      trailer
      << /Size 4 /Root 1 0 R >>
      startxref
      0
      %%EOF

      """
    return Array((body + "\n" + filling + end).utf8)
  }
}
