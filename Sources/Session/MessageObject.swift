import Foundation

/// One line of `--input json`: `{"text":…,"session":…,"merchant":…}`.
public struct MessageObject: Decodable, Sendable, Equatable {
  /// The message.
  public var text: String
  /// The session it belongs to; nil: `default`.
  public var session: String?
  /// Whose it is; nil: the run's merchant.
  public var merchant: String?

  /// The object that `line` holds, or a few words on why it holds none.
  public static func read(_ line: String) -> Result<MessageObject, Unreadable> {
    do {
      return .success(try JSONDecoder().decode(MessageObject.self, from: Data(line.utf8)))
    } catch DecodingError.keyNotFound(let key, _) {
      return .failure(Unreadable(reason: "no \"\(key.stringValue)\""))
    } catch DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context)
    {
      let path = context.codingPath.map(\.stringValue).joined(separator: ".")
      return .failure(
        Unreadable(reason: path.isEmpty ? "not an object" : "\"\(path)\" is not a text"))
    } catch {
      return .failure(Unreadable(reason: "not JSON"))
    }
  }

  /// Why a line holds no message.
  public struct Unreadable: Error, Sendable, Equatable {
    /// A few words.
    public var reason: String
  }
}
