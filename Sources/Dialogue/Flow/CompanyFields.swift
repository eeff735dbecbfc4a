import Casework
import Policy

extension FieldReader {
  // MARK: - The credit code

  func code(_ text: String) -> FieldAnswer {
    if case .success = ResidentID.parse(text, today: today) {
      return .refused(.init("resident_id"))
    }
    return codeItself(text)
  }

  private func codeItself(_ text: String) -> FieldAnswer {
    switch CreditCode.parse(text) {
    case .success(let code):
      if let item = code.holder.silent { return .silent(item, .init("not_a_company")) }
      return .value(
        code.text, note: code.organisationCodeAgrees ? nil : .init("organisation_code"))
    case .failure(let refusal):
      let letters = text.unicodeScalars.count { (0x30...0x7A).contains($0.value) }
      guard FieldReader.digits(in: text) >= 4, letters >= 8 else {
        return .noAttempt
      }
      return FieldReader.answer(to: refusal)
    }
  }

  private static func answer(to refusal: CreditCodeRefusal) -> FieldAnswer {
    switch refusal {
    case .empty: return .refused(.init("empty"))
    case .registrationNumber: return .refused(.init("registration_number"))
    case .length(let count):
      return .refused(.init("length", [.init("count", .text("\(count)"))]))
    case .letterNotUsed(let letter, let position, let offer):
      let arguments: [PlannedReply.Argument] = [
        .init("letter", .text("\(letter)")), .init("position", .text("\(position)")),
      ]
      guard let offer else { return .refused(.init("letter_not_used", arguments)) }
      return .offer(
        offer, .init("letter_offer", arguments + [.init("code", .text(offer))]))
    case .character(let position):
      return .refused(.init("character", [.init("position", .text("\(position)"))]))
    case .rareDepartment: return .silent("S24", .init("rare_department"))
    case .region(let position):
      return .refused(.init("region", [.init("position", .text("\(position)"))]))
    case .checkCharacter: return .refused(.init("check_character"))
    }
  }

  // MARK: - The name on the licence

  /// A company's name: 2–60 characters with a letter in it. Whether it is a name at all, or a question,
  /// `FlowListener` tells.
  func company(_ text: String) -> FieldAnswer {
    let clean = String(
      String.UnicodeScalarView(
        text.unicodeScalars.filter {
          $0.properties.generalCategory != .control && $0.properties.generalCategory != .format
        }))
    let name = FieldReader.trimmed(clean, labels: ["公司名称", "企业名称", "名称", "公司名", "我们公司叫", "公司叫"])
    let scalars = name.unicodeScalars
    guard scalars.contains(where: { $0.properties.isAlphabetic }) else {
      return .refused(.init("no_letters"))
    }
    if name.count < 2 { return .refused(.init("too_short")) }
    if name.count > 60 { return .refused(.init("too_long")) }
    return .value(name)
  }

  /// `text` without a label in front, quotes around it and a full stop at the end.
  static func trimmed(_ text: String, labels: [String]) -> String {
    let closing: Set<Character> = ["。", ".", "！", "!", "，", ",", "；", ";", "」", "”", "\"", "》"]
    let opening: Set<Character> = [":", "：", "「", "“", "\"", "《", "是", "为"]
    var rest = Substring(text).trimmed
    for label in labels where rest.hasPrefix(label) {
      let after = rest.dropFirst(label.count)
      if let next = after.first, opening.contains(next) || next == " " { rest = after }
      break
    }
    while let first = rest.first, opening.contains(first), rest.count > 2 {
      rest = rest.dropFirst().trimmed
    }
    while let last = rest.last, closing.contains(last) { rest = rest.dropLast().trimmed }
    return String(rest)
  }

  // MARK: - Choices

  /// The option that `text` names: by its number, its title or another word for it.
  func choice(_ text: String, _ script: StepScript) -> FieldAnswer {
    let folded = FoldedText(text)
    if let digit = FieldReader.ordinal(folded) {
      guard script.options.indices.contains(digit - 1) else {
        return .refused(.init("not_an_option"))
      }
      return chosen(script.options[digit - 1])
    }
    let named = script.options.compactMap { option -> (StepScript.Option, Int)? in
      let held = option.words.filter { folded.holds($0) }
      return held.map(\.scalars.count).max().map { (option, $0) }
    }
    // The longest word decides: 个体工商户 is none of 工商.
    guard let best = named.max(by: { $0.1 < $1.1 }), folded.length <= 24 else {
      return .noAttempt
    }
    return chosen(best.0)
  }

  /// The number that `folded` is, also as 「第一个」, 「选1」, "number 1" or "the first one".
  private static func ordinal(_ folded: FoldedText) -> Int? {
    guard folded.scalars.allSatisfy({ $0 < 0x80 || ordinals.contains($0) }) else { return nil }
    let bare = folded.text.filter { !"选第个项种号 ".contains($0) }
    let words = ["number", "option", "the", "one"].reduce(bare) { rest, word in
      rest == word ? rest : rest.replacing(word, with: "")
    }
    if let number = Int(words), words.count <= 2 { return number }
    let named = [
      "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "a": 1, "b": 2, "c": 3, "d": 4, "first": 1,
      "second": 2, "third": 3, "fourth": 4,
    ]
    return named[words]
  }

  /// The Chinese characters that a number may stand among, and those that are one.
  private static let ordinals = Set("选第个项种号一二两三四".unicodeScalars.map(\.value))

  private func chosen(_ option: StepScript.Option) -> FieldAnswer {
    switch option.id {
    case "sole_trader", "cooperative", "other_entity":
      .silent("S24", .init("not_a_company"))
    case _: .value(option.id)
    }
  }

  // MARK: - Money and time of the old fee

  func amount(_ text: String) -> FieldAnswer {
    let isOdd = ["-", "两次", "2次", "二次", "twice", "各"].contains { text.contains($0) }
    guard !isOdd, let fen = FieldReader.fen(in: text) else { return .noAttempt }
    return .value("\(fen)")
  }

  /// The amount that `text` states, in fen: `599`, `599.00元`, `¥599`, `599块`.
  static func fen(in text: String) -> Int? {
    let folded = Substring(text.lowercased()).trimmed
    if let yuan = HanAmount.yuan(in: String(folded)) { return yuan * 100 }
    if ["$", "usd", "dollar", "美元", "美金", "港币", "hkd"].contains(where: { folded.contains($0) }) {
      return nil
    }
    let number = folded.drop { !("0"..."9").contains($0) }.prefix {
      ("0"..."9").contains($0) || $0 == "."
    }
    let parts = number.split(separator: ".", omittingEmptySubsequences: false)
    guard !number.isEmpty, parts.count <= 2, let yuan = Int(parts[0]), yuan < 10_000_000 else {
      return nil
    }
    let rest = folded.filter { !("0"..."9").contains($0) && $0 != "." }
    guard rest.count <= 8 else { return nil }
    guard parts.count == 2 else { return yuan * 100 }
    guard let cents = Int(parts[1].prefix(2)) else { return yuan * 100 }
    return yuan * 100 + (parts[1].count == 1 ? cents * 10 : cents)
  }

  /// A time is kept with the day on which it was said: 昨天 is another day tomorrow.
  func time(_ text: String) -> FieldAnswer {
    PaymentClaim.readAnswer(text, today: today) == nil
      ? .noAttempt : .value(today.iso8601 + " " + text)
  }

  /// The claim in a time that was kept.
  static func claim(kept: String) -> PaymentClaim? {
    guard let day = CivilDate(iso8601: String(kept.prefix(10))) else { return nil }
    return PaymentClaim.readAnswer(String(kept.dropFirst(11)), today: day)
  }

  // MARK: - What a merchant brings to the recruitment

  func free(_ text: String, _ script: StepScript) -> FieldAnswer {
    let folded = FoldedText(text)
    if let digit = folded.digit, script.options.indices.contains(digit - 1) {
      return .value(script.options[digit - 1].title.zh)
    }
    let value = String(Substring(text).trimmed)
    if value.count > 500 { return .refused(.init("too_long")) }
    return value.isEmpty ? .refused(.init("empty")) : .value(value)
  }
}

extension Substring {
  /// Without blanks at either end.
  var trimmed: Substring {
    var rest = drop { $0.isWhitespace }
    while let last = rest.last, last.isWhitespace { rest = rest.dropLast() }
    return rest
  }
}
