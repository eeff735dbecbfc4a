public import Dialogue
import Policy

/// Lays a record out as plain lines, as a script expects and a pipe gets them.
public struct PlainText: Sendable {
  private let renderer: Renderer

  /// A layout with the words of `renderer`.
  public init(renderer: Renderer) { self.renderer = renderer }

  /// The lines of every reply; what an answer rests on stands at its end, on the same line.
  public func lines(of record: Record) -> [String] {
    record.replies.flatMap { reply -> [String] in
      var text = reply.text
      if reply.kind != .flow || !reply.cite.isEmpty,
        let source = renderer.sourceLine(of: reply.cite, in: record.language)
      {
        text += record.language == .zh ? "〔\(source)〕" : " [\(source)]"
      }
      guard text.utf8.contains(UInt8(ascii: "\n")) else { return [text] }
      return text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        .map { String(Substring($0)) }
    }
  }
}
