import Casework
import Policy

/// What a message is, taken as the answer to one field.
enum FieldAnswer: Sendable, Equatable {
  /// A value. `note` is the key of a warning that does not stop it.
  case value(String, note: Reason? = nil)
  /// A value that may be meant, to be confirmed: it is public.
  case offer(String, Reason)
  /// A path: the file has to be looked at.
  case file([String])
  /// An attempt that cannot be taken.
  case refused(Reason)
  /// The policy is silent about it: nothing is refused, and a person is offered.
  case silent(String, Reason)
  /// Ends the flow kindly.
  case stopped(String, Reason)
  /// Not an answer at all: it may be a question.
  case noAttempt

  /// Reasons that only an attempt at the field can have.
  static let plainReasons: Set<String> = ["honorific", "not_a_name", "dot", "too_short"]

  /// Why, by the key of the words in the flow's file, and what fills them.
  struct Reason: Sendable, Equatable {
    var key: String
    var arguments: [PlannedReply.Argument] = []

    init(_ key: String, _ arguments: [PlannedReply.Argument] = []) {
      self.key = key
      self.arguments = arguments
    }
  }
}

/// Reads messages as answers to fields. The shape of a field is Casework's; which words a merchant
/// uses for a choice stand in the pack.
struct FieldReader {
  /// The Shanghai day of the message.
  let today: CivilDate
  /// The small words.
  let lexicon: Lexicon

  /// `text` as the answer to `script`'s field; `given` are the values the case has.
  func read(
    _ text: String, as field: Field, _ script: StepScript, given: [Field: String]
  ) -> FieldAnswer {
    switch field {
    case .name, .legalName: name(text)
    case .idNumber: resident(text, isRepresentative: false)
    case .legalID: resident(text, isRepresentative: true)
    case .mobile, .contact: mobile(text)
    case .creditCode: code(text)
    case .companyName: company(text)
    case .entityKind, .feeKind: choice(text, script)
    case .licenceValid: validity(text)
    case .licenceFile: licence(text)
    case .paidAt: time(text)
    case .amount: amount(text)
    case .traffic, .discount, .highlights: free(text, script)
    }
  }

  // MARK: - People

  private func name(_ text: String) -> FieldAnswer {
    switch PersonName.parse(text) {
    case .success(let name): .value(name.text)
    case .failure(let refusal):
      switch refusal {
      case .empty: .refused(.init("empty"))
      case .latin: text.utf8.count <= 40 ? .silent("S25", .init("latin")) : .noAttempt
      case .character, .tooLong:
        text.unicodeScalars.count <= 12 || hasName(text)
          ? .refused(.init(refusal == .tooLong ? "too_long" : "character")) : .noAttempt
      case .dot: .refused(.init("dot"))
      case .tooShort: .refused(.init("too_short"))
      case .honorific: .refused(.init("honorific"))
      case .notAName: .refused(.init("not_a_name"))
      }
    }
  }

  /// Whether it is all Han, so that it is a name too long rather than a sentence.
  private func hasName(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { (0x3400...0x9FFF).contains($0.value) }
  }

  private func resident(_ text: String, isRepresentative: Bool) -> FieldAnswer {
    switch ResidentID.parse(text, today: today) {
    case .success(let id):
      return age(of: id, isRepresentative: isRepresentative)
    case .failure(let refusal):
      guard FieldReader.digits(in: text) >= 6 else { return .noAttempt }
      return FieldReader.answer(to: refusal)
    }
  }

  private func age(of id: ResidentID, isRepresentative: Bool) -> FieldAnswer {
    switch AgeGuard.of(born: id.birthDate, on: today) {
    case .adult: .value(id.text)
    case .needsGuardian:
      .silent("S26", .init(isRepresentative ? "representative_under_age" : "guardian"))
    case .tooYoung:
      .stopped("S26", .init(isRepresentative ? "representative_under_age" : "too_young"))
    }
  }

  private static func answer(to refusal: ResidentIDRefusal) -> FieldAnswer {
    switch refusal {
    case .empty: .refused(.init("empty"))
    case .firstGeneration: .refused(.init("first_generation"))
    case .length(let count): .refused(.init("length", [.init("count", .text("\(count)"))]))
    case .notADigit(let position):
      .refused(.init("not_a_digit", [.init("position", .text("\(position)"))]))
    case .lastMayBeX: .refused(.init("last_may_be_x"))
    case .lastCharacter: .refused(.init("last_character"))
    case .province: .refused(.init("province"))
    case .residencePermit: .silent("S25", .init("residence_permit"))
    case .foreignPermanentResidence: .silent("S25", .init("foreign_residence"))
    case .birthDate: .refused(.init("birth_date"))
    case .bornInFuture: .refused(.init("born_in_future"))
    case .bornBefore1900: .refused(.init("born_long_ago"))
    case .checkCharacter: .refused(.init("check_character"))
    }
  }

  private func mobile(_ text: String) -> FieldAnswer {
    switch MobileNumber.parse(text) {
    case .success(let number): return .value(number.text)
    case .failure(let refusal):
      guard FieldReader.digits(in: text) >= 5 else { return .noAttempt }
      switch refusal {
      case .empty: return .refused(.init("empty"))
      case .notDigits: return .refused(.init("not_digits"))
      case .landline: return .refused(.init("landline"))
      case .abroad: return .silent("S25", .init("abroad"))
      case .length(let count):
        return .refused(.init("length", [.init("count", .text("\(count)"))]))
      case .prefix: return .refused(.init("prefix"))
      }
    }
  }

  /// How many digits stand in `text`, full-width ones too.
  static func digits(in text: String) -> Int {
    text.unicodeScalars.count {
      (0x30...0x39).contains($0.value) || (0xFF10...0xFF19).contains($0.value)
    }
  }
}
