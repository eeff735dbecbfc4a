/// The weights of all labels, taken in one group of labels after another, without those that are sure
/// to be too small for a row: so no more than one group's have to be there in full.
struct KeptWeights {
  /// By label.
  private(set) var biases: [Float] = []
  /// By block: the greatest weight so far, each times the idf^p of its feature.
  private var tops = SIMD16<Float>(repeating: 1e-9)
  private var groups: [Group] = []

  /// What is kept of one group, one feature's behind another's: how many of its labels' weights, whose
  /// they are, counted from the group's first label on, and the weights.
  private struct Group {
    var first: Int
    var counts: [UInt8] = []
    var lanes: [UInt8] = []
    var weights: [Float] = []
  }

  /// The unit of each block: its greatest weight over `Rows.limit(_:)`.
  var units: SIMD16<Float> {
    var units = SIMD16<Float>.zero
    for block in Block.allCases {
      units[block.rawValue] = tops[block.rawValue] / Rows.limit(block)
    }
    return units
  }

  /// Takes in the weights of the next labels, laid out like the solver's.
  ///
  /// - Parameter labels: how many labels, at most `Solver.lanes`.
  mutating func add(_ weights: [SIMD16<Float>], of corpus: Corpus, labels: Int) {
    var weights = weights
    corpus.spread(&weights)
    var group = Group(first: biases.count)
    group.counts.reserveCapacity(corpus.featureCount)
    weights.withUnsafeBytes { bytes in
      let weights = bytes.bindMemory(to: Float.self)
      let bias = corpus.featureCount * Solver.lanes
      biases += weights[bias..<(bias + labels)]
      for feature in 0..<corpus.featureCount {
        let block = Int(corpus.blocks[feature])
        var top: Float = 0
        for weight in weights[(feature * Solver.lanes)...].prefix(labels) {
          top = max(top, abs(weight))
        }
        tops[block] = max(tops[block], top * corpus.rarity[feature])
      }
      let floors = floors
      for feature in 0..<corpus.featureCount {
        let isDimension = feature >= corpus.firstDimension
        let floor = isDimension ? 0 : floors[Int(corpus.blocks[feature])] / corpus.rarity[feature]
        let before = group.lanes.count
        for lane in 0..<labels {
          let weight = weights[feature * Solver.lanes + lane]
          guard abs(weight) >= floor else { continue }
          group.lanes.append(UInt8(lane))
          group.weights.append(weight)
        }
        group.counts.append(UInt8(group.lanes.count - before))
      }
    }
    groups.append(group)
  }

  /// By block: a weight below this, times the idf^p of its feature, will not be in a row, since units
  /// only grow. A thousandth less, so that rounding loses none.
  private var floors: SIMD16<Float> {
    var floors = units
    for block in Block.allCases {
      floors[block.rawValue] *= 0.999 * (Rows.least(block) - 0.5)
    }
    return floors
  }

  /// Visits the features in their order, each with the weights of all labels; 0 for those not kept.
  ///
  /// - Parameter width: how many weights there are to be, a multiple of sixteen.
  func visit(width: Int, _ body: (_ feature: Int, _ weights: [SIMD16<Float>]) -> Void) {
    var places = [Int](repeating: 0, count: groups.count)
    for feature in 0..<(groups.first?.counts.count ?? 0) {
      var row = [SIMD16<Float>](repeating: .zero, count: width / 16)
      row.withUnsafeMutableBytes { bytes in
        let row = bytes.bindMemory(to: Float.self)
        for (number, group) in groups.enumerated() {
          let end = places[number] + Int(group.counts[feature])
          for place in places[number]..<end {
            row[group.first + Int(group.lanes[place])] = group.weights[place]
          }
          places[number] = end
        }
      }
      body(feature, row)
    }
  }
}
