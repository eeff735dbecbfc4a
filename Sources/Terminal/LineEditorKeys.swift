// sigset_t is taken to come with whichever of the two modules is loaded first.
import CEditline
import Glibc

/// Keys that libedit would not get right, and what happens to the window and the process.
extension LineEditor {
  /// What libedit is given for a code point, nil when it is dealt with.
  func key(for scalar: Unicode.Scalar) -> UInt32? {
    guard let editline else { return nil }
    switch scalar.value {
    case 0x03:
      ending = .interrupted(wasEmpty: editline.isEmpty)
      return announce(.moveToEnd)
    case 0x04 where editline.isEmpty:
      ending = .endOfInput
      return close(.endOfInput)
    case 0x09: return announce(.complete)
    case 0x0A, 0x0D:
      // What is sent is shown first, though more keys wait.
      paint()
      return scalar.value
    case 0x0C where isSmart:
      send(painter.clear())
      return nil
    case 0x12: return announce(.search)
    case 0x1A:
      suspend()
      return nil
    case 0x1C:
      raise(SIGQUIT)
      return nil
    case ..<0x20, 0x7F: return scalar.value
    default: break
    }
    if let before = editline.cellBeforeCursor, standIns.joins(scalar, to: before) {
      return announce(.join(scalar))
    }
    return standIns.cell(for: [scalar]) ?? 0xFFFD
  }

  /// Ends the read as `outcome`: libedit is given a newline.
  func close(_ outcome: Outcome) -> UInt32 {
    paint()
    if case .interrupted = outcome { send("^C") }
    return 0x0A
  }

  /// Answers what has come while waiting.
  func attend(_ seen: Arrivals.Seen) {
    if seen.resized { editline?.resize() }
    if seen.stopped { return suspend() }
    if seen.continued {
      editline?.resume()
      bracketPastes(true)
      // Whatever stands on the screen is not ours.
      send("\r\n")
      redraw()
    } else if seen.resized, !isSmart {
      send("\r\n")
      redraw()
    }
  }

  /// Draws prompt and line where the cursor stands, in the first column of an empty row.
  func redraw() {
    painter.begin()
    if isSmart { paint() } else { editline?.redraw() }
  }

  /// Goes to the first column of the row below all that is drawn.
  func goBelow() {
    paint()
    send(isSmart ? painter.leave() : "\r\n")
  }

  private func announce(_ next: Action) -> UInt32 {
    action = next
    return Editline.commandKey
  }

  /// Ctrl-Z: gives the terminal back as it was found, stops with the whole job, and takes it up again.
  private func suspend() {
    goBelow()
    bracketPastes(false)
    editline?.rest()
    TerminalAsFound.restore()
    signal(SIGTSTP, SIG_DFL)
    var stop = sigset_t()
    sigemptyset(&stop)
    sigaddset(&stop, SIGTSTP)
    // Delivered, and obeyed, before this returns.
    kill(0, SIGTSTP)
    pthread_sigmask(SIG_UNBLOCK, &stop, nil)
    pthread_sigmask(SIG_BLOCK, &stop, nil)
    Arrivals.install()
    editline?.resume()
    editline?.resize()
    bracketPastes(true)
    redraw()
  }
}
