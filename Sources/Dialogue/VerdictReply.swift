import Casework
import Policy

extension Decider {
  /// Whether a payment's time, stated beside `intent`, is what the merchant wants judged.
  static func weighsClaims(_ intent: Intent) -> Bool {
    switch intent.id {
    case "upgrade.cutoff", "upgrade.rule", "flow.upgrade", "upgrade.old_fee",
      "silent.upgrade_odd_payment", "silent.lapsed_half_year":
      true
    case _: false
    }
  }
}
