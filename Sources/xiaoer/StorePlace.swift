import Casework
import Foundation
import Journal
import Session

/// Where the store and its key are: what was said, then the environment, then the usual place.
enum StorePlace {
  /// The store of a conversation at a terminal, unless another is named:
  /// `$XDG_DATA_HOME/xiaoer/store.db`, else `~/.local/share/xiaoer/store.db`; nil without a home.
  static var usual: String? { folder("XDG_DATA_HOME", ".local/share").map { $0 + "/store.db" } }

  /// The store that `given` or `XIAOER_STORE` names; nil when neither does.
  static func named(_ given: String?) -> String? {
    let path = given ?? ProcessInfo.processInfo.environment["XIAOER_STORE"]
    return path?.isEmpty == false ? path : nil
  }

  /// The file of the master key: `given`, else `$XDG_CONFIG_HOME/xiaoer/master.key`, else
  /// `~/.config/xiaoer/master.key`; never beside the store by itself.
  static func keyFile(_ given: String?) -> String {
    if let given, !given.isEmpty { return given }
    return (folder("XDG_CONFIG_HOME", ".config") ?? "/dev/null") + "/master.key"
  }

  /// The store at `path` for whoever converses: it is made where it is missing.
  static func open(_ path: String, key: String?) throws -> SQLiteStore {
    do throws(StoreError) {
      return try SQLiteStore(path: path, keyFile: keyFile(key))
    } catch { throw Failure(error) }
  }

  /// The folder that the program has under one of the XDG folders (XDG Base Directory Specification 0.8:
  /// a relative one is ignored).
  private static func folder(_ variable: String, _ usual: String) -> String? {
    let environment = ProcessInfo.processInfo.environment
    if let folder = environment[variable], folder.hasPrefix("/") { return folder + "/xiaoer" }
    guard let home = environment["HOME"], home.hasPrefix("/") else { return nil }
    return home + "/" + usual + "/xiaoer"
  }
}

extension Failure {
  /// What a refusal of the store means to whoever runs the program.
  init(_ error: StoreError) {
    switch error {
    case .conflict:
      self.init(.busy, "others keep changing it; nothing was saved. Try again")
    case .busy:
      self.init(.busy, "the store is busy with another program; nothing was saved. Try again")
    case .forbidden(let reason):
      self.init(.usage, "that cannot be done: \(reason.words); nothing was changed")
    case .notSaved(let reason):
      self.init(.cannotReadOrWrite, "not saved: \(reason); what was saved before is kept")
    case .damaged(let what):
      self.init(
        .badData,
        "the store is damaged: \(what). It is left as it is; a copy of `store backup` can take its place"
      )
    case .newer(let what):
      self.init(.badData, "\(what); it is left as it is. Use the newer program")
    case .noKey(let what):
      self.init(
        .missingInput,
        "the key of the personal data: \(what). Name it with --key; nothing was saved")
    case .cannotOpen(let what): self.init(.cannotCreate, "cannot make or open a store: \(what)")
    }
  }
}

extension ForbiddenEvent {
  /// Why, in a few words.
  var words: String {
    switch self {
    case .unknownCase, .unknownOrder, .unknownTicket: "there is no such number"
    case .numberTaken: "the number is taken"
    case .alreadyOpen: "one of its kind is open"
    case .alreadyVerified: "it is verified already"
    case .notFrom(let state): "it is \(state.rawValue)"
    case .notBy(let actor): "\(actor.name) may not do it"
    case .noConsent: "there is no consent"
    case .noSuchField: "there is no such field"
    case .incomplete: "a field is missing"
    case .orderExists: "there is an order already"
    case .otherAmount: "the amount is another"
    case .unsettled: "a payment's outcome is not known; it has to be looked up first"
    case .orderExpired: "the order's time is over"
    case .noOwner: "nobody would answer for it"
    case .promiseInPast: "the promised time is over already"
    case .alreadyPaid: "it is paid already"
    case .notPaid: "nothing is paid that could go back"
    case .otherAttempt: "another payment is waited for"
    case .noReason: "a reason is missing"
    case .unchanged: "nothing of what was refused has changed"
    case .tooManyFailures: "too many verifications failed today"
    case .alreadyActive: "a Blue V is in force"
    case .nothingToRenew: "there is no Blue V to renew"
    case .ticketNotFrom(let state): "the ticket is \(state.rawValue)"
    case .ticketExists: "there is a ticket on it already"
    }
  }
}
