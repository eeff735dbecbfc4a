/// Chinese: one character that stands twice, two that changed places, one that only sounds right, one
/// left out.
extension Speller {
  /// An edit: what the units from `first` on, `count` of them, are replaced by.
  private struct Edit {
    var first: Int
    var count: Int
    var units: [UInt64]
    var scalars: [UInt32]
    var gain: Float = 0
  }

  /// An edit that gains less is a guess among many.
  private static let least: Float = 2

  func characterRepairs(_ scalars: [UInt32], _ units: [Unit]) -> [Repair] {
    guard units.count > 1, units.count <= 40 else { return [] }
    let hashes = units.map(\.hash)
    var edits: [Edit] = []
    for place in units.indices where units[place].kind == .character {
      var found = moves(at: place, scalars, units)
      if !knows(hashes, place - 1) || !knows(hashes, place) {
        found += soundalikes(at: place, scalars[Int(units[place].start)])
      }
      found += additions(before: place, units, hashes)
      for var edit in found {
        edit.gain = gain(edit, hashes)
        if edit.gain >= Self.least { edits.append(edit) }
      }
    }
    edits.sort { $0.gain > $1.gain }
    return edits.prefix(Self.most).map { edit in
      let start = Int(units[edit.first].start)
      let end = edit.count == 0 ? start : Int(units[edit.first + edit.count - 1].end)
      return Repair(text: Self.text(scalars, start..<end, by: edit.scalars), gain: edit.gain)
    }
  }

  /// Each character that the model knows behind the one in front of `place` and in front of the one at
  /// `place`, if it does not know the two beside each other.
  private func additions(before place: Int, _ units: [Unit], _ hashes: [UInt64]) -> [Edit] {
    guard place > 0, units[place - 1].kind == .character,
      units[place - 1].end == units[place].start, !knows(hashes, place - 1)
    else { return [] }
    return characters.compactMap { other in
      guard knows(hashes[place - 1], other.hash), knows(other.hash, hashes[place]) else {
        return nil
      }
      return Edit(first: place, count: 0, units: [other.hash], scalars: [other.scalar])
    }
  }

  /// The character at `place` said once instead of twice, or in the place of the next.
  private func moves(at place: Int, _ scalars: [UInt32], _ units: [Unit]) -> [Edit] {
    let next = place + 1
    guard next < units.count, units[next].kind == .character else { return [] }
    if units[next].hash == units[place].hash {
      return [Edit(first: place, count: 1, units: [], scalars: [])]
    }
    guard units[next].start == units[place].end else { return [] }
    return [
      Edit(
        first: place, count: 2, units: [units[next].hash, units[place].hash],
        scalars: [scalars[Int(units[next].start)], scalars[Int(units[place].start)]])
    ]
  }

  /// The character at `place` replaced by each that sounds alike.
  private func soundalikes(at place: Int, _ scalar: UInt32) -> [Edit] {
    (alike[table.number(of: scalar)] ?? []).compactMap { index in
      let other = characters[index]
      guard other.scalar != scalar else { return nil }
      return Edit(first: place, count: 1, units: [other.hash], scalars: [other.scalar])
    }
  }

  /// How much more of the message is known after an edit.
  private func gain(_ edit: Edit, _ hashes: [UInt64]) -> Float {
    let from = max(0, edit.first - 2)
    let to = min(hashes.count, edit.first + edit.count + 2)
    let before = Array(hashes[from..<to])
    var after = before
    let place = edit.first - from
    after.replaceSubrange(place..<(place + edit.count), with: edit.units)
    let isFirst = from == 0
    let isLast = to == hashes.count
    return worth(after, isFirst, isLast) - worth(before, isFirst, isLast)
  }

  /// Unknown neighbours count against a piece of a message, known runs of three for it.
  private func worth(_ units: [UInt64], _ isFirst: Bool, _ isLast: Bool) -> Float {
    var all = units
    if isFirst { all.insert(Keys.front, at: 0) }
    if isLast { all.append(Keys.back) }
    var worth: Float = 0
    for place in all.indices.dropLast() {
      if let energy = energy(all[place], all[place + 1]) {
        worth -= 0.02 * energy
      } else {
        worth -= 1
      }
      if place + 2 < all.count,
        model.index.find(Self.triple(all[place], all[place + 1], all[place + 2])) != nil
      {
        worth += 0.5
      }
    }
    return worth
  }

  /// Whether the model knows the unit at `place` beside the next.
  private func knows(_ hashes: [UInt64], _ place: Int) -> Bool {
    knows(
      place < 0 ? Keys.front : hashes[place],
      place + 1 == hashes.count ? Keys.back : hashes[place + 1])
  }

  private func knows(_ first: UInt64, _ second: UInt64) -> Bool {
    model.index.find(Self.pair(first, second)) != nil
  }

  private func energy(_ first: UInt64, _ second: UInt64) -> Float? {
    model.index.find(Self.pair(first, second)).map { model.rows.head($0).energy }
  }

  private static func pair(_ first: UInt64, _ second: UInt64) -> UInt32 {
    Hash.key(Hash.mix(Hash.mix(Keys.characters, first), second))
  }

  private static func triple(_ first: UInt64, _ second: UInt64, _ third: UInt64) -> UInt32 {
    Hash.key(Hash.mix(Hash.mix(Hash.mix(Keys.characters, first), second), third))
  }
}
