public import Casework
public import Dialogue

/// Takes payments. There is only the simulated one: the policy names no channel (S06).
public protocol PaymentChannel: Sendable {
  /// Sends a payment; its key is the order's, so that a second sending of one attempt is one payment.
  func charge(
    _ order: Order, attempt: Int, as armed: SimulatorArms.Charge?
  ) -> (outcome: ChargeOutcome, isTwice: Bool)

  /// Asks what became of a payment.
  func lookUp(_ order: Order, as armed: LookUpOutcome?) -> LookUpOutcome
}

/// A channel that answers as it is armed: no money moves, no card is asked for.
public struct SimulatedChannel: PaymentChannel {
  /// The simulated channel.
  public init() {}

  /// Succeeds unless armed otherwise.
  public func charge(
    _ order: Order, attempt: Int, as armed: SimulatorArms.Charge?
  ) -> (outcome: ChargeOutcome, isTwice: Bool) {
    switch armed {
    case nil, .ok?: (.paid, false)
    case .duplicate?: (.paid, true)
    case .declined?: (.declined, false)
    case .limit?: (.limit, false)
    case .cancelled?: (.cancelled, false)
    case .timeout?, .late?: (.timeout, false)
    }
  }

  /// Knows nothing unless armed otherwise.
  public func lookUp(_ order: Order, as armed: LookUpOutcome?) -> LookUpOutcome {
    armed ?? .unknown
  }
}
