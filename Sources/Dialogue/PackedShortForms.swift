/// The short forms of one intent in a single text, which is quicker to open than thousands.
struct PackedShortForms: Sendable, Equatable, Archivable {
  /// Each id and what is said for it, every one ended by `end`, which no message holds.
  private var text: String

  /// What ends an id or a saying: a control character (ISO/IEC 6429, record separator).
  private static let end: UInt8 = 0x1E

  /// Packs `forms`.
  init(_ forms: [Intent.ShortForm]) {
    var bytes: [UInt8] = []
    for form in forms {
      for field in [form.means, form.say] {
        bytes += field.utf8.filter { $0 != PackedShortForms.end }
        bytes.append(PackedShortForms.end)
      }
    }
    text = String(decoding: bytes, as: UTF8.self)
  }

  /// Whether there are none.
  var isEmpty: Bool { text.isEmpty }

  /// The forms, in their order.
  var forms: [Intent.ShortForm] {
    let fields = text.utf8.split(separator: PackedShortForms.end, omittingEmptySubsequences: false)
    return stride(from: 0, to: fields.count - 1, by: 2).map { place in
      Intent.ShortForm(
        say: String(Substring(fields[place + 1])), means: String(Substring(fields[place])))
    }
  }

  func archive(into writer: inout ArchiveWriter) { writer.write(text) }
  init(from reader: inout ArchiveReader) throws(ArchiveError) { text = try reader.text() }
}
