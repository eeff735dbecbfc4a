/// The constants of training; one set for everything, found by the ablation that stands beside it.
struct Recipe: Sendable {
  /// The length of each block's vector, by the block's number.
  var lengths: [Float] = [1, 1, 0.7, 1, 0.7]
  /// The length of the word blocks in a Chinese message.
  var foreign: Float = 0.5
  /// The squared length of a whole vector.
  var energy: Float = 2.49
  /// The cost of a training error.
  var cost: Float = 1
  /// How many times the examples are gone through.
  var epochs = 8
  /// A feature in fewer examples than this is left out, by block.
  var floor: [Int] = [1, 1, 1, 1, 1]
  /// What margins are multiplied with before they become probabilities.
  var sharpness: Float = 5
}
