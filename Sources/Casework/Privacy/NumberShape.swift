import Policy

/// The shapes by which a group of digits, or several, is known.
enum NumberShape {
  /// The groups from `group` on that make 18 characters with a province and a real date of birth
  /// where an identity number has them; the check character need not be right.
  static func identityNumber(
    in groups: DigitGroups, from group: Int, before end: Int
  ) -> Range<Int>? {
    for last in group..<end {
      let window = group..<last + 1
      let count = groups.count(window)
      if count > 18 { return nil }
      let closes = groups.groups[last].closingX != nil
      if count == 18 || (count == 17 && closes) {
        return looksLikeIdentity(groups.digits(window)) ? window : nil
      }
      if closes { return nil }
    }
    return nil
  }

  /// Whether a province (1–6, 7, 8, 9) and a birth in 1900–2099 stand at their places.
  private static func looksLikeIdentity(_ digits: ArraySlice<UInt8>) -> Bool {
    let number = { (from: Int, to: Int) in
      digits[(digits.startIndex + from)..<(digits.startIndex + to)]
        .reduce(0) { $0 * 10 + Int($1) }
    }
    let year = number(6, 10)
    return number(0, 2) > 10 && (1900...2099).contains(year)
      && CivilDate(year: year, month: number(10, 12), day: number(12, 14)) != nil
  }

  /// The groups from `group` on that make a mobile number. In doubt 1 3 8… and 138-00-00… count as
  /// well; `strictly`, only an unbroken number and the usual 3-4-4, 3-8 and 7-4 do.
  static func mobile(
    in groups: DigitGroups, from group: Int, before end: Int, strictly: Bool
  ) -> Range<Int>? {
    for last in group..<end {
      let window = group..<last + 1
      let count = groups.count(window)
      if last == group, isMobile(groups.digits(window)) { return window }
      if count > 11 { return nil }
      guard count == 11, isMobile(groups.digits(window)) else { continue }
      let shape = window.map { groups.groups[$0].count }
      if [[3, 4, 4], [3, 8], [7, 4]].contains(shape) { return window }
      return !strictly && isUniform(window, in: groups) && !isAddress(shape, window, in: groups)
        ? window : nil
    }
    return nil
  }

  /// 11 digits that begin with 13 to 19, perhaps after 0, 86, 086 or 0086.
  static func isMobile(_ digits: ArraySlice<UInt8>) -> Bool {
    guard digits.count >= 11 else { return false }
    let number = Array(digits.suffix(11))
    let prefix = Array(digits.dropLast(11))
    return number[0] == 1 && number[1] >= 3
      && [[], [0], [8, 6], [0, 8, 6], [0, 0, 8, 6]].contains(prefix)
  }

  /// 16 to 19 digits in groups of four.
  static func card(in groups: DigitGroups, from group: Int, before end: Int) -> Range<Int>? {
    var last = group
    while last < end, groups.groups[last].count == 4 { last += 1 }
    guard last - group == 4 else { return nil }
    return last < end && groups.groups[last].count < 4 ? group..<last + 1 : group..<last
  }

  /// What a window of 15 digits or more seems to be.
  static func kind(of window: Range<Int>, in groups: DigitGroups) -> PersonalData.Kind {
    let digits = groups.digits(window)
    switch digits.count {
    case 15, 17: return .residentID
    case 18 where looksLikeIdentity(digits) || !passesLuhn(digits): return .residentID
    case _: return .bankCard
    }
  }

  /// Luhn's check (ISO/IEC 7812-1 annex B).
  private static func passesLuhn(_ digits: ArraySlice<UInt8>) -> Bool {
    var sum = 0
    for (place, digit) in digits.reversed().enumerated() {
      let doubled = Int(digit) * (place % 2 == 1 ? 2 : 1)
      sum += doubled > 9 ? doubled - 9 : doubled
    }
    return sum % 10 == 0
  }

  /// Whether these groups are whole dates and nothing else: 2020-07-19 2020-07-20, 20200719 20200720.
  static func areDates(_ window: Range<Int>, in groups: DigitGroups) -> Bool {
    var group = window.lowerBound
    while group < window.upperBound {
      if groups.groups[group].count == 8 {
        let day = Array(groups.digits(group..<group + 1))
        guard isDay(value(day[0..<4]), value(day[4..<6]), value(day[6..<8])) else { return false }
        group += 1
        continue
      }
      guard group + 3 <= window.upperBound, groups.groups[group].count == 4,
        groups.groups[group + 1].count <= 2, groups.groups[group + 2].count <= 2,
        groups.groups[group + 1].gap == groups.groups[group + 2].gap
      else { return false }
      let parts = (group..<group + 3).map { value(groups.digits($0..<$0 + 1)) }
      guard isDay(parts[0], parts[1], parts[2]) else { return false }
      group += 3
    }
    return !window.isEmpty
  }

  private static func isDay(_ year: Int, _ month: Int, _ day: Int) -> Bool {
    (1900...2100).contains(year) && CivilDate(year: year, month: month, day: day) != nil
  }

  private static func value(_ digits: ArraySlice<UInt8>) -> Int {
    digits.reduce(0) { $0 * 10 + Int($1) }
  }

  /// Whether the same sign stands in every gap.
  private static func isUniform(_ window: Range<Int>, in groups: DigitGroups) -> Bool {
    let gaps = window.dropFirst().map { groups.groups[$0].gap }
    return gaps.allSatisfy { $0 == gaps.first && $0 != .inNumber(sign: nil) }
  }

  /// 192.168.10.100: four groups with dots, each at most 255.
  private static func isAddress(
    _ shape: [Int], _ window: Range<Int>, in groups: DigitGroups
  ) -> Bool {
    shape.count == 4 && groups.groups[window.upperBound - 1].gap == .inNumber(sign: .dot)
      && window.allSatisfy { value(groups.digits($0..<$0 + 1)) <= 255 }
  }
}
