extension PolicyModel {
  /// The fact at `path` (`P11.fee.monthly`) in the words of `tongue`. Throws a `PolicyError` that
  /// says what is unknown: path, clause, value or view.
  public func render(_ path: String, in tongue: Tongue) throws(PolicyError) -> String {
    try render(ValuePath(path), in: tongue)
  }

  /// The fact at `path` in the words of `tongue`.
  public func render(_ path: ValuePath, in tongue: Tongue) throws(PolicyError) -> String {
    let value = try value(at: path)
    guard let text = value.rendered(view: path.view, in: tongue) else {
      throw .unknownView(path, known: value.views)
    }
    return text
  }
}

extension PolicyValue {
  /// The views beside the value as it is.
  public var views: [String] {
    switch self {
    case .fee: ["amount", "monthly", "yearly"]
    case .instant: ["date"]
    case .list: ["count"]
    case .term, .count: []
    }
  }

  /// Nil when there is no such view.
  func rendered(view: String?, in tongue: Tongue) -> String? {
    switch (self, view) {
    case (.fee(let fee), nil): fee.rendered(in: tongue)
    case (.fee(let fee), "amount"): fee.amount.rendered(in: tongue)
    case (.fee(let fee), "monthly"): fee.monthly.rendered(in: tongue)
    case (.fee(let fee), "yearly"): fee.yearly.rendered(in: tongue)
    case (.instant(let moment, _), nil): moment.rendered(in: tongue)
    case (.instant(let moment, _), "date"): moment.shanghaiDate.rendered(in: tongue)
    case (.list(let items), nil): joined(items, in: tongue)
    case (.list(let items), "count"): numeral(items.count, in: tongue)
    case (.term(let term), nil): term[tongue]
    case (.count(let number), nil): numeral(number, in: tongue)
    case (.fee, _), (.instant, _), (.list, _), (.term, _), (.count, _): nil
    }
  }
}

extension Fee {
  /// `599 元/年`, `CNY 599 a year`; `599 元/半年`, `CNY 599 per half-year`.
  public func rendered(in tongue: Tongue) -> String {
    let sum = amount.rendered(in: tongue)
    return switch (tongue, per) {
    case (.zh, .year): sum + "/年"
    case (.zh, .halfYear): sum + "/半年"
    case (.en, .year): sum + " a year"
    case (.en, .halfYear): sum + " per half-year"
    }
  }
}

extension Money {
  /// `599 元`, `CNY 599`; `49.92 元`, `CNY 49.92`: fen only where there are any.
  public func rendered(in tongue: Tongue) -> String {
    let figure = fen % 100 == 0 ? "\(fen / 100)" : "\(fen / 100).\(padded(fen % 100))"
    return switch tongue {
    case .zh: figure + " 元"
    case .en: "CNY " + figure
    }
  }
}

extension CivilDate {
  /// `2020年7月20日`, `20 July 2020`.
  public func rendered(in tongue: Tongue) -> String {
    switch tongue {
    case .zh: "\(year)年\(month)月\(day)日"
    case .en: "\(day) \(CivilDate.englishMonths[month - 1]) \(year)"
    }
  }

  private static let englishMonths = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
}

extension Moment {
  /// Shanghai's date and time, to the minute, and to the second where it is not a whole minute:
  /// `2020年7月20日0点`, `00:00 on 20 July 2020`.
  public func rendered(in tongue: Tongue) -> String {
    let seconds = shanghaiMillisecondOfDay / 1000
    let (hour, minute, second) = (seconds / 3600, seconds / 60 % 60, seconds % 60)
    let day = shanghaiDate.rendered(in: tongue)
    switch tongue {
    case .zh:
      let minutes = minute == 0 && second == 0 ? "" : padded(minute) + "分"
      return "\(day)\(hour)点\(minutes)" + (second == 0 ? "" : padded(second) + "秒")
    case .en:
      let clock = padded(hour) + ":" + padded(minute) + (second == 0 ? "" : ":" + padded(second))
      return "\(clock) on \(day)"
    }
  }
}

/// `甲、乙、丙`; `a, b and c`.
private func joined(_ items: [Bilingual], in tongue: Tongue) -> String {
  switch tongue {
  case .zh: return items.map(\.zh).joined(separator: "、")
  case .en:
    let texts = items.map(\.en)
    guard let last = texts.last, texts.count > 1 else { return texts.first ?? "" }
    return texts.dropLast().joined(separator: ", ") + " and " + last
  }
}

/// `六`, `six`; in figures beyond twenty.
private func numeral(_ number: Int, in tongue: Tongue) -> String {
  let words = tongue == .zh ? chineseNumerals : englishNumerals
  return words.indices.contains(number) ? words[number] : "\(number)"
}

private let chineseNumerals = [
  "零", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二", "十三", "十四", "十五",
  "十六", "十七", "十八", "十九", "二十",
]

private let englishNumerals = [
  "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
  "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
  "twenty",
]
