import Casework
import Dialogue
import Policy

extension Conversation {
  /// Asks the world what `effect` wants to know; nil for what the conversation does itself.
  mutating func outcome(of effect: Effect, at now: Moment) throws(StoreError) -> Outcome? {
    switch effect {
    case .charge(let number, let attempt, let armed):
      guard let order = keeper.record[number] else { return nil }
      let (answer, isTwice) = settings.channel.charge(order, attempt: attempt, as: armed)
      return .charged(number, attempt: attempt, answer, isTwice: isTwice)
    case .lookUp(let number, let armed):
      guard let order = keeper.record[number] else { return nil }
      return .lookedUp(number, settings.channel.lookUp(order, as: armed))
    case .review(let id, let review): return .reviewed(id, review)
    case .openLicence(let id, let typed): return .licence(id, licence(at: typed, for: id))
    case .forget:
      try keeper.forget(at: now)
      return .forgotten
    case .saveScript, .listHistory, .reload: return nil
    }
  }

  /// Looks at the file that the merchant means, and keeps a private copy of one that is taken.
  private func licence(at typed: [String], for id: CaseID) -> LicenceFinding {
    guard let source = settings.licences, let path = typed.first else {
      return .unopened("missing")
    }
    switch LicencePath.parse(path, home: settings.home) {
    case .failure(let refusal): return .unopened(refusal.key)
    case .success(let path): return inspect(path, from: source, for: id)
    }
  }

  private func inspect(
    _ path: LicencePath, from source: any LicenceSource, for id: CaseID
  ) -> LicenceFinding {
    switch source.open(path.candidates) {
    case .failure(let refusal): return .unopened(refusal.key)
    case .success(let found):
      let hash = SHA256.hex(of: found.bytes)
      switch LicenceFile.inspect(
        bytes: found.bytes, size: found.size, named: found.name, sha256: hash)
      {
      case .failure(let refusal): return .refused(refusal)
      case .success(let file):
        let copy = LicenceCopy(scope: id.rawValue, sha256: hash, bytes: found.bytes)
        do throws(StoreError) {
          try settings.store.keep(copy, of: keeper.record.merchant)
        } catch { return .unopened("unreadable") }
        return .taken(file)
      }
    }
  }
}
