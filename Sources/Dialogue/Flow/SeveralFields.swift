import Casework
import Policy

extension FlowTurn {
  /// Takes a message that fills several fields at once; false when it does not.
  mutating func takeSeveral(_ text: String, at current: Field, in open: Case) -> Bool {
    if asks(text), isMet(text, 0.5) { return false }
    var found = fields(in: text, at: current, of: open)
    if found.isEmpty, let other = other(text, than: current, of: open) { found = [other] }
    guard found.count > 1 || found.first.map({ $0.field != current }) == true else { return false }
    var pieces: [PlannedReply.Piece] = []
    for item in found {
      guard let script = script(of: .field(item.field), in: open.kind),
        give(item.field, item.value, in: open.id)
      else { continue }
      if item.field.isSensitive { decision.isSensitive = true }
      pieces.append(
        .phrase(
          .noted,
          [
            .init("name", .both(script.name)),
            .init("value", shown(item.value, of: item.field, script)),
          ]))
    }
    decision.heard = found.map {
      FlowTurn.masked($0.value, of: $0.field, today: now.shanghaiDate)
    }.joined(separator: tongue == .zh ? "，" : ", ")
    focus?.misses = 0
    clearOffers()
    say(pieces + asking())
    return true
  }

  /// The values in the pieces of `text`, each field once, in the order of the message.
  private func fields(
    in text: String, at current: Field, of open: Case
  ) -> [(field: Field, value: String)] {
    let byMarks = text.split { "，,；;、\n".contains($0) }.map { $0.trimmed }
    let parts = byMarks.count > 1 ? byMarks : text.split(whereSeparator: \.isWhitespace)
    guard parts.count > 1 else { return [] }
    var found: [(field: Field, value: String)] = []
    for part in parts {
      let taken = Set(found.map(\.field))
      if let item = field(of: String(part), at: current, of: open, except: taken) {
        found.append(item)
      }
    }
    return found
  }

  /// Another field than the open one, not given yet, that the shape of the whole of `text` fills: a credit
  /// code is nobody's name.
  private func other(
    _ text: String, than current: Field, of open: Case
  ) -> (field: Field, value: String)? {
    for field in open.missing where field != current && !isShaped(field) {
      guard let script = script(of: .field(field), in: open.kind),
        let rest = labelled(text, script),
        isMeant(rest, in: text, as: field),
        case .value(let value, _) = reader.read(rest, as: field, script, given: [:])
      else { continue }
      return (field, value)
    }
    guard !isShaped(current) else { return nil }
    for field in open.missing where field != current && isShaped(field) {
      guard let script = script(of: .field(field), in: open.kind),
        case .value(let value, _) = reader.read(text, as: field, script, given: [:])
      else { continue }
      return (field, value)
    }
    return nil
  }

  /// The field that a piece fills: by its label, or by its shape.
  private func field(
    of part: String, at current: Field, of open: Case, except taken: Set<Field>
  ) -> (field: Field, value: String)? {
    let fields = open.kind.fields.filter { !taken.contains($0) }
    for field in fields {
      guard let script = script(of: .field(field), in: open.kind), isShaped(field),
        case .value(let value, _) = reader.read(part, as: field, script, given: [:])
      else { continue }
      return (field, value)
    }
    // What was given is changed by saying so, not by the way.
    for field in fields where field == current || !open.given.contains(field) {
      guard let script = script(of: .field(field), in: open.kind),
        let rest = labelled(part, script), isMeant(rest, in: part, as: field)
      else { continue }
      if case .value(let value, _) = reader.read(rest, as: field, script, given: [:]) {
        return (field, value)
      }
    }
    let folded = FoldedText(part)
    if !taken.contains(current), let script = script(of: .field(current), in: open.kind),
      let option = script.options.first(where: { $0.words.contains(folded) }),
      case .value(let value, _) = reader.read(part, as: current, script, given: [:]),
      value == option.id
    {
      return (current, value)
    }
    guard !taken.contains(current), current == .name || current == .legalName,
      let script = script(of: .field(current), in: open.kind),
      case .value(let value, _) = reader.read(part, as: current, script, given: [:]),
      case .value = sense(of: part, as: current)
    else { return nil }
    return (current, value)
  }

  /// Whether what stands behind a field's name is its value: 法人孙玉, and not 法定代表人住院了.
  private func isMeant(_ rest: String, in part: String, as field: Field) -> Bool {
    guard !asks(part), sense(of: rest, as: field) == .value else { return false }
    if part.contains(where: { ":：是为叫".contains($0) }) { return true }
    guard field == .name || field == .legalName else {
      return !part.hasSuffix(rest) || !isMet(part, 0.5)
    }
    let folded = FoldedText(rest)
    return pack.lexicon.words(.surname).contains { folded.scalars.starts(with: $0.scalars) }
  }

  /// Whether the shape of a value alone tells the field.
  private func isShaped(_ field: Field) -> Bool {
    switch field {
    case .idNumber, .legalID, .mobile, .contact, .creditCode: true
    case .name, .entityKind, .companyName, .legalName, .licenceValid, .licenceFile, .paidAt,
      .feeKind, .amount, .traffic, .discount, .highlights:
      false
    }
  }

  /// What follows the name of the field in `part`; nil when it does not begin with one.
  func labelled(_ part: String, _ script: StepScript) -> String? {
    let lower = part.lowercased()
    for name in script.names where lower.hasPrefix(name.lowercased()) {
      let rest = part.dropFirst(name.count).drop {
        $0 == ":" || $0 == "：" || $0 == "是" || $0 == "为" || $0 == "叫" || $0.isWhitespace
      }
      if !rest.isEmpty { return String(rest) }
    }
    return nil
  }
}
