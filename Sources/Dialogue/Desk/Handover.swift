import Casework
import Policy

extension DeskVisit {
  /// What an agent or an operator is handed, so that the merchant repeats nothing: who (masked), what was asked and
  /// answered, the case and its step, the order, the mood and what the policy leaves open. Sealed with the ticket; read by
  /// operators, so its labels are English.
  var handover: String {
    var lines = ["who: " + (setting.surname.map { $0 + "**" } ?? book.record.merchant)]
    lines += next.memory.turns.filter { !$0.heard.isEmpty }.map { line(of: $0) }
    if !words.says(.secret) { lines.append("now: " + String(text.prefix(200))) }
    if let open = book.record.cases.last(where: { !$0.isOver(at: setting.now) }) {
      let step = open.step.map { " at " + $0.id } ?? ""
      lines.append("flow: \(open.kind.rawValue) \(open.id), \(open.state.rawValue)\(step)")
    }
    if let order = book.record.cases.last(where: { $0.order != nil })?.order {
      lines.append("order: \(order.number), \(order.state.rawValue)")
    }
    lines.append("mood: \(next.memory.mood.rawValue)")
    let items = next.memory.open.flatMap(\.items)
    if !items.isEmpty { lines.append("open: " + items.joined(separator: " ")) }
    return lines.joined(separator: "\n")
  }

  private func line(of turn: DeskMemory.Turn) -> String {
    let answer = turn.intents + turn.cite.map(\.description) + turn.open.flatMap(\.items)
    return "asked: \(turn.heard) -> " + (answer.isEmpty ? "-" : answer.joined(separator: " "))
  }
}
