/// Decides which groups of digits are personal numbers.
///
/// Groups that only blanks, hyphens and dots part are read as one run, and a run of 15 digits or more
/// is masked unless it is plainly something else. Across commas and slashes only what has the very
/// shape of a number counts. Every step looks at most 18 digits ahead, so the whole is linear.
struct NumberSearch {
  private let groups: DigitGroups
  private var found: [PersonalData] = []
  /// Of every group, whether it is part of a number that was found.
  private var isTaken: [Bool]

  /// A search through these groups.
  init(groups: DigitGroups) {
    self.groups = groups
    isTaken = Array(repeating: false, count: groups.groups.count)
  }

  /// All personal numbers, in order.
  mutating func run() -> [PersonalData] {
    var start = 0
    while start < groups.groups.count {
      var end = start + 1
      while end < groups.groups.count, groups.groups[end].gap.isInNumber { end += 1 }
      read(run: start..<end)
      start = end
    }
    readAcrossLooseGaps()
    return found.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// Reads the groups of one run: what is plain by itself first, then what is left between.
  private mutating func read(run: Range<Int>) {
    let isLong = groups.count(run) > 19
    var pending = run.lowerBound
    var group = run.lowerBound
    while group < run.upperBound {
      var window = NumberShape.identityNumber(in: groups, from: group, before: run.upperBound)
      var kind: PersonalData.Kind?
      if window == nil, isLong {
        if NumberShape.isMobile(groups.digits(group..<group + 1)) {
          window = group..<group + 1
          kind = .mobileNumber
        } else if groups.groups[group].count >= 15 {
          window = group..<group + 1
        }
      }
      if let window {
        readRest(pending..<group)
        add(window, kind ?? NumberShape.kind(of: window, in: groups))
        group = window.upperBound
        pending = group
      } else {
        group += 1
      }
    }
    readRest(pending..<run.upperBound)
  }

  /// Reads groups among which no number is plain.
  private mutating func readRest(_ rest: Range<Int>) {
    let count = groups.count(rest)
    guard count >= 11, !NumberShape.areDates(rest, in: groups) else { return }
    let mobiles = mobiles(in: rest, strictly: count >= 15)
    if count < 15 || leavesOnlySmallNumbers(mobiles, of: rest) {
      for mobile in mobiles { add(mobile, .mobileNumber) }
    } else {
      add(rest, NumberShape.kind(of: rest, in: groups))
    }
  }

  private func mobiles(in rest: Range<Int>, strictly: Bool) -> [Range<Int>] {
    var mobiles: [Range<Int>] = []
    var group = rest.lowerBound
    while group < rest.upperBound {
      let window = NumberShape.mobile(
        in: groups, from: group, before: rest.upperBound, strictly: strictly)
      if let window { mobiles.append(window) }
      group = window?.upperBound ?? group + 1
    }
    return mobiles
  }

  /// Whether what the mobile numbers leave over cannot be parts of another number.
  private func leavesOnlySmallNumbers(_ mobiles: [Range<Int>], of rest: Range<Int>) -> Bool {
    var start = rest.lowerBound
    for mobile in mobiles {
      if isLarge(start..<mobile.lowerBound) { return false }
      start = mobile.upperBound
    }
    return !mobiles.isEmpty && !isLarge(start..<rest.upperBound)
  }

  private func isLarge(_ window: Range<Int>) -> Bool {
    groups.count(window) > 4 && !NumberShape.areDates(window, in: groups)
  }

  /// Commas, slashes and the like join digits only into what has a number's very shape.
  private mutating func readAcrossLooseGaps() {
    var group = 0
    while group < groups.groups.count {
      var end = group
      var isLoose = false
      while end < groups.groups.count, end < group + 18, !isTaken[end] {
        let gap = groups.groups[end].gap
        if end > group, gap == .broken { break }
        isLoose = isLoose || (end > group && gap == .betweenNumbers)
        end += 1
      }
      if isLoose, let (window, kind) = shaped(from: group, before: end) {
        add(window, kind)
        group = window.upperBound
      } else {
        group += 1
      }
    }
  }

  private func shaped(from group: Int, before end: Int) -> (Range<Int>, PersonalData.Kind)? {
    if let window = NumberShape.identityNumber(in: groups, from: group, before: end) {
      return (window, .residentID)
    }
    if let window = NumberShape.card(in: groups, from: group, before: end) {
      return (window, .bankCard)
    }
    if let window = NumberShape.mobile(in: groups, from: group, before: end, strictly: true) {
      return (window, .mobileNumber)
    }
    return nil
  }

  private mutating func add(_ window: Range<Int>, _ kind: PersonalData.Kind) {
    for group in window { isTaken[group] = true }
    var digits = groups.digits(window).map { Character(Unicode.Scalar(0x30 + $0)) }
    var first = groups.ranges[groups.groups[window.lowerBound].first].lowerBound
    let last = groups.groups[window.upperBound - 1]
    var end = groups.ranges[last.end - 1].upperBound
    switch kind {
    case .mobileNumber:
      // Leaves +86 or 0 where it stands.
      let prefix = digits.count - 11
      first = groups.ranges[groups.groups[window.lowerBound].first + prefix].lowerBound
      let masked = Mask.mobile(String(digits.suffix(11)))
      found.append(PersonalData(kind: kind, range: first..<end, masked: masked))
    case .residentID, .bankCard:
      if let closing = last.closingX {
        digits.append("X")
        end = closing
      }
      let masked = Mask.ends(of: String(digits))
      found.append(PersonalData(kind: kind, range: first..<end, masked: masked))
    }
  }
}

extension DigitGroups.Gap {
  /// Whether the groups on both sides may be one number.
  fileprivate var isInNumber: Bool {
    switch self {
    case .inNumber: true
    case .betweenNumbers, .broken: false
    }
  }
}
