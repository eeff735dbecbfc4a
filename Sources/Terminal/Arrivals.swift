// sigset_t is taken to come with whichever of the two modules is loaded first.
import CEditline
import Glibc

/// The signals that a prompt answers without ending: resized, stopped, continued.
///
/// They are blocked but for the moment in which the prompt waits, so none can slip in between looking
/// and waiting.
enum Arrivals {
  /// What has come since the last look.
  struct Seen {
    /// The window has another size.
    var resized = false
    /// Someone asks us to stop, as `kill -TSTP` does.
    var stopped = false
    /// We go on after a stop.
    var continued = false
  }

  // Written by handlers only while `wait` has unblocked them on this very thread, read after it.
  private nonisolated(unsafe) static let seen: UnsafeMutablePointer<Seen> = {
    let place = UnsafeMutablePointer<Seen>.allocate(capacity: 1)
    place.initialize(to: Seen())
    return place
  }()

  private static var watched: sigset_t {
    var set = sigset_t()
    sigemptyset(&set)
    for signal in [SIGWINCH, SIGTSTP, SIGCONT] { sigaddset(&set, signal) }
    return set
  }

  /// Installs the handlers, without SA_RESTART so that waiting ends when one runs.
  static func install() {
    seen.pointee = Seen()
    for signal in [SIGWINCH, SIGTSTP, SIGCONT] {
      var action = sigaction()
      action.__sigaction_handler.sa_handler = { Arrivals.arrived($0) }
      sigaction(signal, &action, nil)
    }
  }

  /// Gives the signals back their defaults.
  static func uninstall() {
    for number in [SIGWINCH, SIGTSTP, SIGCONT] { signal(number, SIG_DFL) }
  }

  private static func arrived(_ number: Int32) {
    switch number {
    case SIGWINCH: seen.pointee.resized = true
    case SIGTSTP: seen.pointee.stopped = true
    default: seen.pointee.continued = true
    }
  }

  /// Runs `body` with the signals held back.
  static func held<Result>(_ body: () -> Result) -> Result {
    var before = sigset_t()
    var set = watched
    pthread_sigmask(SIG_BLOCK, &set, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    return body()
  }

  /// Waits until `descriptor` can be read or a signal comes; true when it can be read.
  static func wait(for descriptor: Int32) -> Bool {
    var open = sigset_t()
    pthread_sigmask(SIG_SETMASK, nil, &open)
    for signal in [SIGWINCH, SIGTSTP, SIGCONT] { sigdelset(&open, signal) }
    var ready = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return xiaoer_ppoll(&ready, 1, nil, &open) > 0
  }

  /// What has come, and forgets it.
  static func take() -> Seen {
    defer { seen.pointee = Seen() }
    return seen.pointee
  }
}
