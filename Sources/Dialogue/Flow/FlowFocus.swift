public import Casework

/// The flow that a conversation is in.
public struct FlowFocus: Sendable, Equatable {
  /// The case that is filled in.
  public var application: CaseID
  /// How often in a row the open step was answered so that it could not be taken.
  public var misses = 0
  /// Whether something else was talked about since the open step was asked.
  public var isInterrupted = false

  /// The focus on a case.
  public init(_ application: CaseID) { self.application = application }
}

/// A question of Xiaoer's own that the next message may answer with yes or no.
public enum FlowQuestion: Sendable, Equatable {
  /// Whether to stop and keep what was given as a draft.
  case cancel(CaseID)
  /// Whether to go on with a draft, or to start over.
  case resume(CaseID)
  /// Whether to put a flow aside for another.
  case change(from: CaseID, to: CaseKind)
  /// Whether to begin with this flow, which should come first.
  case begin(CaseKind)
  /// Whether to pay for Blue V although the automatic upgrade may apply.
  case payDespiteUpgrade
  /// Whether this value is meant for this field of the open case.
  case take(Field, String)
  /// After three misses: a person, put it aside, or try again.
  case stuck(CaseID)
  /// Whether to take an application back during the review.
  case withdraw(CaseID)
  /// Whether to give up a rejected application.
  case giveUp(CaseID)
  /// Whether to erase all personal data.
  case forget
}

/// What the simulator answers next: `/pay`, `/query`, `/review`.
public struct SimulatorArms: Sendable, Equatable {
  /// How the channel answers a payment.
  public enum Charge: String, Sendable, CaseIterable {
    // The raw value is what is typed.
    case ok, declined, limit, cancelled, timeout, late, duplicate
  }

  /// How the reviewer decides.
  public enum Review: Sendable, Equatable {
    case approve
    case reject([ReviewReason])
  }

  /// Nil: payments succeed.
  public var charge: Charge?
  /// Nil: look-ups stay unknown.
  public var lookUp: LookUpOutcome?
  /// Nil: reviews stay open.
  public var review: Review?

  /// Nothing armed.
  public init() {}
}
