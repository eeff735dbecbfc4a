public import Dialogue
import Foundation
public import Session

/// The project's own files, as tests find them.
public enum House {
  /// The project's folder.
  public static let root: String = {
    let file = URL(fileURLWithPath: #filePath)
    return file.deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().path
  }()

  /// The folder of the real pack.
  public static let intents = root + "/Intents"

  /// The real pack, compiled once for the whole test run: some three seconds.
  public static let pack: Pack = TinyPack.compiled(intents)

  /// What answers from it; a tenth of a second to make in a debug build.
  public static let assistant = Assistant(pack: pack)
}
