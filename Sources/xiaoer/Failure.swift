import ArgumentParser
import Foundation
import Session

/// How the program ends when something is wrong: what happened, what was kept, what to do next.
struct Failure: Error {
  /// The exit codes that users may rely on (`sysexits.h`).
  enum Code: Int32 {
    case testFailed = 1
    case usage = 64
    case badData = 65
    case missingInput = 66
    case unavailable = 69
    case cannotCreate = 73
    case cannotReadOrWrite = 74
    case busy = 75
  }

  var code: Code
  /// One English sentence; nil when everything was said already.
  var message: String?

  init(_ code: Code, _ message: String? = nil) {
    self.code = code
    self.message = message
  }

  /// The failure of a standard stream; a closed pipe ends the program quietly.
  init(_ failure: StandardStreams.Failure) {
    self.init(.cannotReadOrWrite, failure.message)
  }

  /// The failure of a turn whose step was not saved, which its reply has told.
  init(unsaved code: Record.Failure.Code) {
    switch code {
    case .busy: self.init(.busy)
    case .notSaved: self.init(.cannotReadOrWrite)
    case .noKey: self.init(.missingInput)
    case .badStore, .lineTooLong, .invalidUTF8, .badJSON: self.init(.badData)
    }
  }

  /// The end of a conversation whose store could not be opened, which was said when it began.
  init(closed store: ClosedStore) {
    switch store.fault {
    case .damaged, .newer: self.init(.badData)
    case .conflict, .busy: self.init(.busy)
    case .noKey: self.init(.missingInput)
    case .forbidden, .notSaved, .cannotOpen: self.init(.cannotCreate)
    }
  }

  /// Says it on stderr and ends the program.
  func exit() -> Never {
    if let message { StandardStreams.complain("xiaoer: " + Visible.filter(message)) }
    Foundation.exit(code.rawValue)
  }
}
