import Casework
import Policy

extension FlowTurn {
  /// Takes what was found at the path that the merchant gave for `id`'s licence.
  mutating func licence(_ id: CaseID, _ finding: LicenceFinding) {
    guard let open, open.id == id,
      let script = script(of: .field(.licenceFile), in: open.kind)
    else { return }
    switch finding {
    case .taken(let file):
      let notes = file.warnings.map(FlowTurn.reason)
      guard give(.licenceFile, FlowTurn.kept(file), in: id) else { return say(.notPossible) }
      let value = shown(FlowTurn.kept(file), of: .licenceFile, script)
      let noted: PlannedReply.Piece = .phrase(
        .noted, [.init("name", .both(script.name)), .init("value", value)])
      focus?.misses = 0
      clearOffers()
      say([noted] + notes.flatMap { refusal($0, script) } + asking())
    case .refused(let refusal): miss(FlowTurn.reason(refusal), script)
    case .unopened(let key): miss(FieldAnswer.Reason(key), script)
    }
    decision.isSensitive = true
  }

  /// What is kept of a file: what is shown of it, then `#` and its hash.
  private static func kept(_ file: LicenceFile) -> String {
    let extent =
      switch file.extent {
      case .pixels(let width, let height): " \(width)×\(height)"
      case .pages(let count): " \(count)p"
      case .unknownPages: ""
      }
    let kibibytes = max(1, (file.size + 1023) / 1024)
    return file.kind.rawValue.uppercased() + extent + " \(kibibytes) KiB#" + file.sha256
  }

  private static func reason(_ warning: LicenceFileWarning) -> FieldAnswer.Reason {
    switch warning {
    case .extensionDiffers(let said, let kind):
      .init(
        warning.key,
        [.init("said", .text(said)), .init("kind", .text(kind.rawValue.uppercased()))])
    case .thumbnail(let size, _):
      .init(warning.key, [.init("size", .text("\((size + 1023) / 1024) KiB"))])
    case .pagesUnknown: .init(warning.key)
    }
  }

  private static func reason(_ refusal: LicenceFileRefusal) -> FieldAnswer.Reason {
    switch refusal {
    case .tooLarge(let found, let limit):
      .init(
        refusal.key,
        [
          .init("found", .text("\((found + 1_048_575) / 1_048_576) MiB")),
          .init("limit", .text("\(limit / 1_048_576) MiB")),
        ])
    case .tooFewPixels(let shorter, let least):
      .init(
        refusal.key, [.init("found", .text("\(shorter)")), .init("least", .text("\(least)"))])
    case .pages(let found, let most):
      .init(refusal.key, [.init("found", .text("\(found)")), .init("most", .text("\(most)"))])
    case .empty, .foreign, .incomplete, .polyglot, .truncated, .damaged, .trailingBytes,
      .tooManyPixels, .encrypted:
      .init(refusal.key)
    }
  }
}
