/// An amount of yuan in Han numerals: 五百九十九, 五百九十九块.
public enum HanAmount {
  /// The whole yuan that `text` states if it is nothing but an amount; nil otherwise.
  public static func yuan(in text: String) -> Int? {
    let scalars = Array(text.unicodeScalars)
    guard let (value, length) = HanNumeral.read(scalars[...]) else { return nil }
    let rest = String(scalars: scalars[length...])
    return ["", "元", "块", "块钱", "圆", "元整", "塊", "塊錢"].contains(rest) ? value : nil
  }
}
