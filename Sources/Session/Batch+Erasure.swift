public import Casework
public import Policy

extension Batch {
  /// What the events erase of what was sealed before, and in what order of strength.
  public struct Erasure: Sendable, Hashable {
    /// The scope: a case's number.
    public let scope: String
    /// The names that go; nil: everything under the scope, its key too.
    public let names: [String]?
  }

  /// What is erased, in the order of the events. It happens before the seals of the batch are written.
  public var erasures: [Erasure] {
    events.compactMap { event in
      guard case .erased(let id, let fields) = event else { return nil }
      return Erasure(scope: id.rawValue, names: fields.map { $0.map(\.rawValue) })
    }
  }

  /// The seals that are still wanted when the batch is over: not those of a field that a later event of
  /// the same batch erases.
  public var lastingSeals: [Seal] {
    var gone: Set<[String]> = []
    for event in events {
      switch event {
      case .erased(let id, let fields):
        for field in fields ?? Field.allCases { gone.insert([id.rawValue, field.rawValue]) }
      case .fieldGiven(let id, let field, _): gone.remove([id.rawValue, field.rawValue])
      case _: break
      }
    }
    return seals.filter { !gone.contains([$0.scope, $0.name]) }
  }
}

extension MerchantRecord {
  /// What the log says when everything sealed of the merchant is erased, so that the record does not
  /// claim values that are gone.
  public func forgetting(at moment: Moment, by actor: Actor) -> [CaseEvent] {
    var record = self
    var events: [CaseEvent] = []
    let tried = cases.flatMap { found -> [CaseEvent] in
      let order = found.orders.filter(\.isPayable).map { CaseEvent.orderClosed($0.number) }
      let erased: [CaseEvent] =
        found.given.isEmpty && !found.state.isWithMerchant ? [] : [.erased(found.id, nil)]
      // What was not finished ends with its values; what was paid for goes on.
      let isUnpaid = !found.orders.contains { $0.paidAt != nil }
      let ends =
        isUnpaid && (found.state.isWithMerchant || found.state == .failed)
        || found.state == .rejected
      let back: [CaseEvent] = found.state == .underReview ? [.withdrawn(found.id)] : []
      return order + back + erased + (ends ? [.closed(found.id)] : [])
    }
    for event in tried {
      guard let next = try? record.after(event, at: moment, by: actor) else { continue }
      record = next
      events.append(event)
    }
    return events
  }
}
