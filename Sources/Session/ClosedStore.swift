public import Casework
public import Policy

/// Stands in for a store that could not be opened: it holds nothing, and says of every step that it was not
/// saved.
public struct ClosedStore: EventStore {
  /// Why the store could not be opened.
  public let fault: StoreError

  /// False: nothing is kept.
  public var isDurable: Bool { false }
  /// True, so that a step is tried and says why it was not saved.
  public var canSeal: Bool { true }

  /// The stand-in for a store that could not be opened for `fault`.
  public init(fault: StoreError) { self.fault = fault }

  /// None.
  public func entries(of merchant: String, after version: Int) throws(StoreError) -> [Entry] { [] }
  /// None.
  public func entries(after sequence: Int) throws(StoreError) -> [Entry] { [] }
  /// The first ones.
  public func counters(on day: CivilDate) throws(StoreError) -> Counters { Counters() }
  /// Throws `fault`.
  public func append(
    _ batch: Batch, to merchant: String, expecting version: Int
  ) throws(StoreError) -> Receipt { throw fault }
  /// None.
  public func particulars(
    in scope: String, of merchant: String
  ) throws(StoreError) -> [String: String] { [:] }
  /// Throws `fault`.
  public func keep(_ file: LicenceCopy, of merchant: String) throws(StoreError) { throw fault }
  /// Throws `fault`.
  public func forget(_ merchant: String, at moment: Moment) throws(StoreError) { throw fault }
}
