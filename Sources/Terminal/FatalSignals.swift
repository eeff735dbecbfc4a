// sigset_t is taken to come with whichever of the two modules is loaded first.
import CEditline
import Glibc

/// The ways to die that leave the terminal as it was found (R10).
///
/// A Swift trap runs no `defer`, and the terminal would stay without echo. Each handler restores it,
/// writes one line, and raises the signal again with its default action, so that the shell sees the
/// true cause. Turn Swift's own backtracer off: it would wait, and print memory (S1).
public enum FatalSignals {
  /// The signals that are handled.
  public static let handled: [Int32] = [
    SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGABRT, SIGQUIT, SIGTERM, SIGHUP, SIGINT,
  ]

  /// Installs the handlers, and a stack of their own, since a stack overflow leaves none.
  ///
  /// Call it on the main thread, before any other thread reads from the terminal.
  public static func install() {
    TerminalAsFound.remember()
    var stack = stack_t()
    stack.ss_size = 65_536
    stack.ss_sp = UnsafeMutableRawPointer.allocate(byteCount: stack.ss_size, alignment: 16)
    sigaltstack(&stack, nil)
    for signal in handled {
      var action = sigaction()
      action.__sigaction_handler.sa_handler = { FatalSignals.end(by: $0) }
      action.sa_flags = SA_ONSTACK | Int32(bitPattern: UInt32(SA_RESETHAND))
      sigaction(signal, &action, nil)
    }
  }

  /// What a handler does: only async-signal-safe calls, no allocation, no String.
  static func end(by number: Int32) {
    TerminalAsFound.restore()
    let line = words(for: number)
    _ = write(STDERR_FILENO, line.utf8Start, line.utf8CodeUnitCount)
    signal(number, SIG_DFL)
    var only = sigset_t()
    sigemptyset(&only)
    sigaddset(&only, number)
    sigprocmask(SIG_UNBLOCK, &only, nil)
    raise(number)
    _exit(128 + number)
  }

  private static func words(for number: Int32) -> StaticString {
    switch number {
    case SIGINT: "\nxiaoer: interrupted; what was acknowledged is kept\n"
    case SIGTERM: "\nxiaoer: ended by SIGTERM; what was acknowledged is kept\n"
    case SIGHUP: "\nxiaoer: the terminal is gone (SIGHUP); what was acknowledged is kept\n"
    case SIGQUIT: "\nxiaoer: ended by SIGQUIT; what was acknowledged is kept\n"
    case SIGSEGV: "\nxiaoer: a fault of its own (SIGSEGV); what was acknowledged is kept\n"
    case SIGBUS: "\nxiaoer: a fault of its own (SIGBUS); what was acknowledged is kept\n"
    case SIGILL: "\nxiaoer: a fault of its own (SIGILL); what was acknowledged is kept\n"
    case SIGTRAP: "\nxiaoer: a fault of its own (SIGTRAP); what was acknowledged is kept\n"
    default: "\nxiaoer: a fault of its own (SIGABRT); what was acknowledged is kept\n"
    }
  }
}
