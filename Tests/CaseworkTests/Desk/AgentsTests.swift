import Casework
import Policy
import Testing

@Suite struct AgentsTests {
  private let agents: Agents

  init() throws {
    let people = (0..<6).map { Agent(number: "10\($0)", zh: "客\($0)", en: "A\($0)") }
    agents = try #require(
      Agents(
        dedicated: people, ordinary: Array(people.prefix(3)), policy: people.first,
        supervisor: people.last))
  }

  @Test func `a merchant's agent is the same on every machine and every day`() {
    #expect(Lot.hash("") == 0xCBF2_9CE4_8422_2325)
    #expect(Lot.hash("a") == 0xAF63_DC4C_8601_EC8C)
    #expect(agents.fixed(for: "lin") == agents.fixed(for: "lin"))
  }

  @Test func `there is somebody on duty every day, and the fixed agent on five of seven`() throws {
    let monday = try #require(CivilDate(year: 2020, month: 8, day: 3)).daysSinceEpoch
    for merchant in (0..<50).map({ "m\($0)" }) {
      let week = (0..<7).map {
        agents.onDuty(for: merchant, on: CivilDate(daysSinceEpoch: monday + $0))
      }
      #expect(week.count { $0 == agents.fixed(for: merchant) } == 5)
    }
  }

  @Test func `an ordinary agent is drawn by the seed`() throws {
    let day = try #require(CivilDate(year: 2020, month: 8, day: 3))
    let drawn = Set((0..<40).map { agents.drawn(for: "lin", on: day, seed: $0).number })
    #expect(drawn.count == 3)
  }

  @Test func `a desk without people is no desk`() {
    #expect(Agents(dedicated: [], ordinary: [], policy: nil, supervisor: nil) == nil)
  }
}
