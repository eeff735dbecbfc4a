/// The constants of training; one set for everything, found by the ablation that stands beside it.
struct Recipe: Sendable {
  /// The length of each block's vector, by the block's number.
  var lengths: [Float] = [1, 1, 1.2, 1, 1, 0.8, 0.3, 0.6, 0.6, 0.7]
  /// The power of the inverse document frequency, by block.
  var powers: [Double] = [0.75, 0.75, 0.75, 0.75, 0.25, 0.25, 0.25, 0.25, 0.25, 0.75]
  /// A feature in fewer vectors than this is left out, by block.
  var floors: [Int] = [1, 1, 1, 2, 1, 2, 3, 1, 2, 1]
  /// A word in a greater share of the English vectors makes no pairs.
  static let common = 0.2
  /// The length of the English blocks in a Chinese message.
  var foreign: Float = 0.3
  /// The squared length of a whole vector.
  var energy: Float = 2.5
  /// The cost of a training error.
  var cost: Float = 1
  /// In a small set, whose authors wrote as many examples of a label as came to them, which says nothing
  /// of traffic, an error on a label's own examples costs so many times as much as the label has fewer
  /// examples than the mean, within these bounds.
  var balance: ClosedRange<Float> = 0.5...2
  /// How many times the examples are gone through, every third time all of them; those of a small set until
  /// the order in which that is done hardly matters.
  var epochs = 20
  var largeEpochs = 10
  /// How many of them a large set is gone through without what calibrates it.
  var trialEpochs = 3
  /// Below so many examples a label, a second classifier (`Softmax`) has a share in the weights.
  var fewShots = 15.0
  /// Whether the set has as few as that, and whether it is small (`smallSet`).
  var isFew = false
  var isSmall = false
  /// What that share adds to an example's own label on average, however many labels there are; and
  /// its own cost and epochs.
  var share: Float = 3
  var shareCost: Float = 20
  var shareEpochs = 15
  /// What the second classifier may cost at most: vectors times labels.
  var shareLimit = 300_000
  /// A set of more vectors is trained roughly: of the vectors of other labels each group of labels sees
  /// so many, and what moved no weight by more than `still` in one pass is not looked at in the next.
  var manyVectors = 30_000
  var still: Float = 0.02
  /// How often the name of a label counts as an example.
  var names = 1
  /// A set of fewer examples knows few of the words that traffic brings, and leans on what they mean
  /// and on their letters.
  static let smallSet = 2_000
  /// What the nearest example's cosine counts for in the reject score, and what the share of a message
  /// that no example holds counts against it; the margin counts 1.
  private static let nearness: Float = 1.5
  private static let strangeness: Float = 0.5

  /// How surely a message is in scope.
  static func rejectScore(margin: Float, similarity: Float, strangeness: Float) -> Float {
    margin + nearness * similarity - Self.strangeness * strangeness
  }

  /// The idf^2p of a word that is in that share: whose is lower makes no pairs. A thousandth below,
  /// so that rounding hides no pair from the reader.
  static let commonEnergy: Float = {
    let power = Recipe().powers[Block.words.rawValue]
    return 0.999 * Numerics.exp(Float(2 * power * Numerics.ln(Numerics.ln(1 / common) + 1)))
  }()

  /// What training for a set of so many vectors is quick about not looking at again; 0 looks at all.
  func still(vectors: Int) -> Float { vectors > manyVectors ? still : 0 }

  /// The recipe for a set of so many examples: with few of them, neighbours count for less, what words
  /// mean for more, and nothing is left out for being rare.
  func suited(examples: Int, labels: Int) -> Recipe {
    var recipe = self
    recipe.isFew = Double(examples) < fewShots * Double(labels)
    if recipe.isFew {
      recipe.lengths[Block.bigrams.rawValue] = 0.7
      recipe.floors = [Int](repeating: 1, count: Block.count)
    } else {
      recipe.lengths[Block.pairs.rawValue] = 0.7
    }
    recipe.isSmall = examples < Recipe.smallSet
    if recipe.isFew || recipe.isSmall { recipe.lengths[Block.meanings.rawValue] = 1 }
    if recipe.isSmall, !recipe.isFew { recipe.lengths[Block.letters.rawValue] = 1.6 }
    return recipe
  }
}
