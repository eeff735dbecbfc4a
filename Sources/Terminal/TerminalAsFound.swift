import Glibc

/// The terminal's modes as they were before this program touched them.
///
/// The state is one block of memory, allocated before any handler is installed and never freed, so
/// that a signal handler can reach it: it takes no lock and allocates nothing (R10).
public enum TerminalAsFound {
  private struct State {
    var descriptor: Int32 = -1
    var modes = termios()
    var pastesAreBracketed = false
  }

  // Unsafe by declaration, sound by use: written only by `remember` and `note`, on the one thread that
  // talks to the terminal; a handler interrupts that thread and only reads.
  private nonisolated(unsafe) static let state: UnsafeMutablePointer<State> = {
    let place = UnsafeMutablePointer<State>.allocate(capacity: 1)
    place.initialize(to: State())
    return place
  }()

  /// Remembers the modes of the terminal at `descriptor`; the first call counts. False when it is none.
  @discardableResult
  public static func remember(descriptor: Int32 = STDIN_FILENO) -> Bool {
    if state.pointee.descriptor >= 0 { return true }
    var modes = termios()
    guard tcgetattr(descriptor, &modes) == 0 else { return false }
    state.pointee.modes = modes
    state.pointee.descriptor = descriptor
    // exit() runs no deinit.
    atexit { TerminalAsFound.restore() }
    return true
  }

  /// Notes whether the terminal was asked to bracket what is pasted, so that it can be told to stop.
  static func note(pastesAreBracketed on: Bool) { state.pointee.pastesAreBracketed = on }

  /// Puts everything back. Safe in a signal handler, and harmless when called twice.
  ///
  /// A process in the background leaves the terminal alone: it belongs to the shell by then.
  public static func restore() {
    let found = state.pointee
    guard found.descriptor >= 0, tcgetpgrp(found.descriptor) == getpgrp() else { return }
    if found.pastesAreBracketed {
      let off: StaticString = "\u{1B}[?2004l"
      _ = write(STDOUT_FILENO, off.utf8Start, off.utf8CodeUnitCount)
    }
    _ = tcsetattr(found.descriptor, TCSANOW, &state.pointee.modes)
  }
}
