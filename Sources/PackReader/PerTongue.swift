import Policy

/// One value for each language.
public struct PerTongue<Value: Sendable>: Sendable {
  /// The Chinese one.
  public let zh: Value
  /// The English one.
  public let en: Value

  /// The value for `tongue`.
  public subscript(tongue: Tongue) -> Value {
    switch tongue {
    case .zh: zh
    case .en: en
    }
  }
}

extension PerTongue: Equatable where Value: Equatable {}
