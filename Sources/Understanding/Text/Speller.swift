/// Proposes what a message may have been before it was mistyped, by the words and the neighbouring
/// characters that a model was trained on. It needs no list of mistakes and no dictionary.
///
/// What it proposes is a guess: whoever reads a message takes one only where the message itself is
/// not understood, or is understood better so.
public struct Speller: Sendable {
  /// A message as it may have been.
  public struct Repair: Sendable, Equatable {
    /// The message, folded.
    public var text: String
    /// How much more of it the model knows: one for each neighbourhood, more is surer.
    public var gain: Float
  }

  /// At most so many are proposed.
  public static let most = 4

  let model: Model
  /// The Chinese characters that the model knows, and the hash of each as a unit.
  let characters: [(scalar: UInt32, hash: UInt64)]
  /// The places in `characters`, by the number of the syllable.
  let alike: [UInt16: [Int]]
  let table = CharacterTable.shared

  /// A speller with what `model` knows.
  public init(model: Model) {
    self.model = model
    var characters: [(scalar: UInt32, hash: UInt64)] = []
    var alike: [UInt16: [Int]] = [:]
    if model.isChinese {
      for scalar in UInt32(0x4E00)..<0xA000 {
        let hash = Hash.mix(Hash.seed, UInt64(scalar))
        guard model.index.find(Hash.key(Hash.mix(Keys.characters, hash))) != nil else { continue }
        alike[CharacterTable.shared.number(of: scalar), default: []].append(characters.count)
        characters.append((scalar, hash))
      }
      alike[CharacterTable.unread] = nil
    }
    self.characters = characters
    self.alike = alike
  }

  /// What `text` may have been, best first; nothing where all of it is known.
  public func repairs(of text: String) -> [Repair] {
    var scalars: [UInt32] = []
    var units: [Unit] = []
    Normaliser().fold(text, into: &scalars)
    Units.cut(scalars, into: &units)
    if units.contains(where: { $0.kind == .character }) {
      return characterRepairs(scalars, units)
    }
    if model.isChinese, LanguageIdentifier.isPinyin(units, in: scalars, table: table) { return [] }
    return wordRepairs(scalars, units)
  }

  /// The text of scalars, a slice of them replaced by others.
  static func text(
    _ scalars: [UInt32], _ range: Range<Int>, by others: [UInt32]
  ) -> String {
    var mended = scalars
    mended.replaceSubrange(range, with: others)
    return Explainer.text(mended[...])
  }
}
