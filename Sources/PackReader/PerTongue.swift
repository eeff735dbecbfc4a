import Policy

/// One value for each language.
public struct PerTongue<Value: Sendable>: Sendable {
  /// The Chinese one.
  public let zh: Value
  /// The English one.
  public let en: Value

  /// One value for each.
  public init(zh: Value, en: Value) {
    self.zh = zh
    self.en = en
  }

  /// The value for `tongue`.
  public subscript(tongue: Tongue) -> Value {
    switch tongue {
    case .zh: zh
    case .en: en
    }
  }
}

extension PerTongue: Equatable where Value: Equatable {}

extension PerTongue {
  /// Made in one language after the other.
  init(_ make: (Tongue) -> Value) {
    zh = make(.zh)
    en = make(.en)
  }

  func mapped<Other>(_ change: (Value) -> Other) -> PerTongue<Other> {
    PerTongue<Other> { change(self[$0]) }
  }
}
