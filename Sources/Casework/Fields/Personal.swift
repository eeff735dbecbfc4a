/// A value of which only a part may ever be shown.
///
/// Printing, interpolating and dumping give the masked form, so that a careless message, a log or a
/// crash cannot show the value; whoever really needs it says `text`.
public protocol Personal: Hashable, Sendable, CustomStringConvertible,
  CustomDebugStringConvertible, CustomReflectable
{
  /// The value itself, normalised: to be sealed in the store, never to be printed.
  var text: String { get }
  /// What may be shown of it, in every channel.
  var masked: String { get }
}

extension Personal {
  /// The masked form.
  public var description: String { masked }
  /// The masked form.
  public var debugDescription: String { masked }
  /// Has no children, so that `dump` shows the masked form only.
  public var customMirror: Mirror { Mirror(self, children: []) }
}
