import Casework
import Foundation
import Session

/// Events and actors as the log spells them.
enum EntryText {
  /// The event as JSON, its members in order.
  static func text(of event: CaseEvent) throws(StoreError) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(event) else { throw .notSaved("an event has no text") }
    return String(decoding: data, as: UTF8.self)
  }

  /// The event that `text` spells, which stands at `sequence`.
  static func event(_ text: String, at sequence: Int) throws(StoreError) -> CaseEvent {
    guard let event = try? JSONDecoder().decode(CaseEvent.self, from: Data(text.utf8)) else {
      throw .damaged("entry \(sequence) cannot be read")
    }
    return event
  }

  /// The actor whose name is `name`.
  static func actor(_ name: String) -> Actor {
    let prefix = "operator:"
    if name.hasPrefix(prefix) { return .operator(String(name.dropFirst(prefix.count))) }
    return name == Actor.merchant.name ? .merchant : .simulator
  }
}
