import Policy

/// What the simulated product does with an age; the policy is silent about it (S26).
///
/// Never to be called a rule of the policy: 未成年人保护法 76 is in force only since 2021-06-01.
public enum AgeGuard: Hashable, Sendable {
  /// 18 or older: goes on.
  case adult
  /// 16 or 17: stops; a guardian's consent is needed, handed to an agent.
  case needsGuardian
  /// Under 16: refused kindly.
  case tooYoung

  /// The guard for somebody born on `birth`, on the Shanghai day `day`.
  public static func of(born birth: CivilDate, on day: CivilDate) -> AgeGuard {
    switch completedYears(from: birth, to: day) {
    case 18...: .adult
    case 16, 17: .needsGuardian
    case _: .tooYoung
    }
  }

  /// Completed years: the birthday itself counts as completed, and a birth on 29 February completes
  /// its year on 1 March of a common year. Negative before the birth.
  public static func completedYears(from birth: CivilDate, to day: CivilDate) -> Int {
    let reached = (day.month, day.day) >= (birth.month, birth.day)
    return day.year - birth.year - (reached ? 0 : 1)
  }
}
