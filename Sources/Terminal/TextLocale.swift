import Glibc

/// The character set that libedit and the C library count columns by.
public enum TextLocale {
  /// Makes the process speak UTF-8 whatever LANG says; false when this machine cannot.
  ///
  /// Only LC_CTYPE is touched. Under LANG=C, POSIX or a locale that is not installed, `C.UTF-8` is
  /// taken: a Chinese prompt crashes libedit in any other character set, and 怎么退款 reads as an
  /// empty line.
  public static func settle() -> Bool {
    for name in ["", "C.UTF-8", "C.utf8", "en_US.UTF-8"] {
      if setlocale(LC_CTYPE, name) != nil, isUTF8 { return true }
    }
    return false
  }

  private static var isUTF8: Bool {
    guard let codeset = nl_langinfo(nl_item(CODESET)) else { return false }
    return String(cString: codeset) == "UTF-8"
  }
}
