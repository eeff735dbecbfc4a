public import Policy

/// A place in the queue of the desk. Simulated, by lot and clock.
public struct DeskQueue: Hashable, Sendable {
  /// When the merchant joined.
  public let joinedAt: Moment
  /// How many were ahead then.
  public let ahead: Int
  /// How many messages the merchant wrote since; each lets one more go ahead, so that a clock that stands
  /// still lets nobody wait for ever.
  public private(set) var messages = 0

  /// Minutes after which nobody waits any longer, and a ticket is opened.
  public static let patience = 10
  /// Minutes within which an agent answers first, by `tier`.
  public static func firstResponse(of tier: DeskTier) -> Int { tier == .dedicated ? 1 : 5 }
  /// From so many on the queue does not move within `patience`.
  private static let jam = 12

  /// The place of a merchant who joins at `moment`. One in sixteen ordinary queues is jammed.
  public init(_ tier: DeskTier, merchant: String, at moment: Moment, seed: UInt64) {
    joinedAt = moment
    let salt = Lot.hash(merchant) ^ UInt64(bitPattern: moment.milliseconds / 60_000)
    let draw = Lot.draw(16, seed: seed, salt: salt)
    switch tier {
    case .dedicated: ahead = 0
    case .ordinary: ahead = draw == 0 ? DeskQueue.jam : 1 + draw % 3
    }
  }

  /// Whether it is so long that the merchant is told about the ticket at once.
  public var isJammed: Bool { ahead >= DeskQueue.jam }

  /// The same, after one more message.
  public func afterMessage() -> DeskQueue {
    var next = self
    next.messages += 1
    return next
  }

  /// How many are still ahead at `moment`: one is served a minute.
  public func remaining(at moment: Moment) -> Int {
    isJammed
      ? max(1, ahead - minutes(at: moment)) : max(0, ahead - max(minutes(at: moment), messages))
  }

  /// Whether the merchant has waited, or written, long enough.
  public func isOver(at moment: Moment) -> Bool {
    minutes(at: moment) >= DeskQueue.patience
      || isJammed && messages >= DeskQueue.patience
  }

  private func minutes(at moment: Moment) -> Int {
    max(0, Int((moment.milliseconds - joinedAt.milliseconds) / 60_000))
  }
}
