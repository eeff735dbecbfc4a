public import Policy

/// An order for one period of one application: the one thing that can ever be paid for it.
///
/// Its key is merchant + application + period; the store holds it unique (PROMISES of the store).
public struct Order: Hashable, Sendable {
  /// How far the order is; the raw value is its name in records.
  public enum State: String, Sendable, CaseIterable, Codable {
    /// Stands on disk; nothing was sent to the channel.
    case created
    /// A payment was sent and is not answered.
    case pending
    case paid
    /// The last payment was refused or cancelled; it may be tried again.
    case failed
    /// The last payment timed out: it has to be looked up before anything else.
    case unknown
    /// Ended unpaid.
    case closed
    case refunding
    case refunded
  }

  /// One payment sent to the channel.
  public struct Attempt: Hashable, Sendable {
    /// How it ended; the raw value is its name in records.
    public enum State: String, Sendable, CaseIterable, Codable {
      case pending
      case paid
      /// The bank's limit, or another failure.
      case failed
      /// Looked up and not paid.
      case closed
      /// Refused for lack of funds.
      case declined
      /// By the merchant, at the channel.
      case cancelled
      case unknown
    }

    /// From 1, for ever counting up within the order.
    public let number: Int
    /// How it ended.
    public internal(set) var state: State
    /// When it was sent.
    public let sentAt: Moment
  }

  /// `BV20200803-000001K`.
  public let number: OrderNumber
  /// The application.
  public let application: CaseID
  /// The year it pays for, from 1.
  public let period: Int
  /// The price when it was opened, in fen.
  public let amountInFen: Int
  /// When it was opened.
  public let openedAt: Moment
  /// When it was last opened; it closes unpaid a day later (simulated).
  public internal(set) var offeredAt: Moment
  /// How far it is.
  public internal(set) var state: State
  /// The payments, in order.
  public internal(set) var attempts: [Attempt] = []
  /// When its success was recorded; nil while unpaid.
  public internal(set) var paidAt: Moment?

  /// Whether its success came when the case was over: the one payment that the simulator gives back
  /// by itself.
  public internal(set) var isPaidInVain = false

  /// Seconds after which an unpaid order closes (simulated).
  public static let lifetime = 24 * 3600

  /// Whether money may have moved and nobody knows yet.
  public var isUnsettled: Bool { state == .pending || state == .unknown }
  /// Whether a further payment may be sent.
  public var isPayable: Bool { state == .created || state == .failed }
  /// When it closes if nothing is paid.
  public var expires: Moment { offeredAt.advanced(bySeconds: Order.lifetime) }
  /// Whether it stands unpaid and its time is over: from `expires` on, inclusive.
  public func isExpired(at moment: Moment) -> Bool { isPayable && moment >= expires }
  /// Whether money was taken and not given back.
  public var isPaid: Bool { state == .paid }

  init(number: OrderNumber, application: CaseID, period: Int, amountInFen: Int, at moment: Moment) {
    self.number = number
    self.application = application
    self.period = period
    self.amountInFen = amountInFen
    openedAt = moment
    offeredAt = moment
    state = .created
  }
}

/// How the payment channel answered a payment.
public enum ChargeOutcome: String, Sendable, CaseIterable, Codable {
  case paid
  case declined
  case limit
  case cancelled
  /// No answer in time.
  case timeout

  var attempt: Order.Attempt.State {
    switch self {
    case .paid: .paid
    case .declined: .declined
    case .limit: .failed
    case .cancelled: .cancelled
    case .timeout: .unknown
    }
  }
}

/// How the payment channel answered a look-up.
public enum LookUpOutcome: String, Sendable, CaseIterable, Codable {
  case paid
  case unpaid
  /// It does not know either.
  case unknown
}
