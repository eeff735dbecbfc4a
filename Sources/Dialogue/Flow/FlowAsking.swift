import Casework
import Policy

extension FlowTurn {
  /// The open step's question; nothing when nothing is asked.
  func asking() -> [PlannedReply.Piece] {
    guard let open, let step = open.step, let script = script(of: step, in: open.kind) else {
      return []
    }
    var pieces: [PlannedReply.Piece] = []
    if step == .confirm || step == .pay {
      pieces += [.verbatim("\n")] + summary(of: open) + [.verbatim("\n")]
    }
    if step == .confirm, open.isRepair, open.order?.isPaid == true {
      pieces.append(.phrase(.confirmRepair, []))
    } else {
      pieces.append(.words(script.asks, arguments(of: open)))
    }
    pieces += Self.lines(of: script.options)
    return pieces
  }

  /// Asks the open step's question again.
  mutating func askAgain() {
    clearOffers()
    say(asking())
  }

  /// The options of a choice, numbered, each on a line of its own.
  private static func lines(of options: [StepScript.Option]) -> [PlannedReply.Piece] {
    options.enumerated().flatMap { number, option -> [PlannedReply.Piece] in
      [
        .verbatim("\n"),
        .phrase(
          PhraseKey.option,
          [.init("key", .text("\(number + 1)")), .init("text", .both(option.title))]),
      ]
    }
  }

  /// What was given, one line a field, masked.
  func summary(of found: Case) -> [PlannedReply.Piece] {
    found.kind.fields.flatMap { field -> [PlannedReply.Piece] in
      guard let value = situation.particulars[found.id]?[field],
        let script = script(of: .field(field), in: found.kind)
      else { return [] }
      return [
        .phrase(
          .summaryLine,
          [.init("name", .both(script.name)), .init("value", shown(value, of: field, script))]),
        .verbatim("\n"),
      ]
    }.dropLast()
  }

  /// What a question may name: the price, the order.
  private func arguments(of found: Case) -> [PlannedReply.Argument] {
    var arguments: [PlannedReply.Argument] = []
    if let order = found.order {
      arguments.append(.init("order", .text(order.number.rawValue)))
      arguments.append(.init("amount", .text(FlowTurn.yuan(order.amountInFen))))
    }
    if found.kind == .renew, case .bought(_, _, let until) = record.blueV(at: now) {
      arguments.append(.init("until", .moment(until)))
    }
    return arguments
  }

  /// `599.00`, of fen.
  static func yuan(_ fen: Int) -> String {
    let cents = fen % 100
    return "\(fen / 100)." + (cents < 10 ? "0" : "") + "\(cents)"
  }

  // MARK: - Values as they are shown

  /// `value` as it may be shown: personal ones masked, choices by their titles.
  func shown(_ value: String, of field: Field, _ script: StepScript) -> PlannedReply.Value {
    if let option = script.options.first(where: { $0.id == value }) { return .both(option.title) }
    switch field {
    case .licenceValid:
      return value == FieldReader.longTerm ? .phrase(Phrase(FlowPhrase.longTerm)) : .text(value)
    case .amount: return .text(Int(value).map { FlowTurn.yuan($0) + " 元" } ?? value)
    case .licenceFile: return .text(String(value.prefix { $0 != "#" }))
    case .paidAt: return .text(PersonalData.mask(String(value.dropFirst(11))).masked)
    case _: return .text(FlowTurn.masked(value, of: field, today: now.shanghaiDate))
    }
  }

  /// `value` with what is personal in it masked.
  static func masked(_ value: String, of field: Field, today: CivilDate) -> String {
    switch field {
    case .name, .legalName:
      if case .success(let name) = PersonName.parse(value) { return name.masked }
      return value.prefix(1) + "**"
    case .idNumber, .legalID:
      if case .success(let id) = ResidentID.parse(value, today: today) { return id.masked }
      return "******"
    case .mobile, .contact:
      if case .success(let number) = MobileNumber.parse(value) { return number.masked }
      return "****"
    case .entityKind, .companyName, .creditCode, .licenceValid, .licenceFile, .paidAt, .feeKind,
      .amount, .traffic, .discount, .highlights:
      return PersonalData.mask(value).masked
    }
  }
}
