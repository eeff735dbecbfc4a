public import Dialogue
public import Policy

/// What every conversation shares: the pack, and what reads and words it.
public struct Assistant: Sendable {
  /// What Xiaoer knows.
  public let pack: Pack
  /// Decides what is said.
  public let decider: Decider
  /// Puts it into words.
  public let renderer: Renderer

  /// An assistant that knows `pack`; not `isWarm` for a single message, which is then answered sooner.
  public init(pack: Pack, isWarm: Bool = true) {
    self.pack = pack
    decider = Decider(pack: pack, isWarm: isWarm)
    renderer = Renderer(pack: pack)
  }
}

/// What a user set for all conversations of a run.
public struct Settings: Sendable {
  /// The language to answer in; nil: that of each message.
  public var language: Tongue?
  /// The policy date; nil: the clock's day.
  public var asOf: Moment?
  /// Tells the time.
  public var clock: any Clock
  /// Seeds whatever is drawn by lot.
  public var seed: UInt64
  /// Whose conversation it is.
  public var merchant: String
  /// Where `/save` writes; nil where nothing may be written.
  public var scripts: (any ScriptStore)?
  /// Where `/reload` reads the pack again; nil for one that never changes.
  public var packs: (any PackSupply)?
  /// Keeps the merchants' logs.
  public var store: any EventStore = MemoryStore()
  /// Takes payments.
  public var channel: any PaymentChannel = SimulatedChannel()
  /// Opens licence files; nil where there are none.
  public var licences: (any LicenceSource)?
  /// The user's home directory, for a path that begins with `~`; nil when it is not known.
  public var home: String?
  /// Whether records say how each message was read.
  public var explains = false

  /// Settings of these parts.
  public init(
    language: Tongue? = nil, asOf: Moment? = nil, clock: any Clock, seed: UInt64 = 0,
    merchant: String = "me", scripts: (any ScriptStore)? = nil
  ) {
    self.language = language
    self.asOf = asOf
    self.clock = clock
    self.seed = seed
    self.merchant = merchant
    self.scripts = scripts
  }
}
