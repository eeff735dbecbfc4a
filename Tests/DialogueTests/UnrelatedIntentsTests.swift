import Dialogue
import Fixtures
import Testing
import Understanding

/// What the real pack makes of its own tests when it also has to know of dinosaurs.
@Suite struct UnrelatedIntentsTests {
  @Test func `Ten intents that have nothing to do with a question hardly move its score`() throws {
    let pack = House.pack
    var set = TrainingSet(
      labels: pack.intents.map(\.id),
      examples: pack.examples.map { Example(text: $0.text, label: $0.intent) },
      rejectLabels: pack.model.rejectLabels)
    for (number, thing) in Self.things.enumerated() {
      set.labels.append("unrelated.\(number)")
      for said in Self.said(thing.zh, thing.en) {
        set.examples.append(Example(text: said, label: set.labels.count - 1))
      }
    }
    let before = Matcher(model: pack.model, isWarm: false)
    let after = Matcher(model: Trainer().train(set), isWarm: false)
    var shifts: [Float] = []
    var (clear, kept) = (0, 0)
    for test in pack.tests {
      let first = before.read(test.text).candidates
      let second = after.read(test.text).candidates
      let one = try #require(first.first)
      let same = second.first { $0.label == one.label }
      shifts.append(abs((same?.margin ?? -9) - one.margin))
      guard first.count > 1, one.margin - first[1].margin > 0.2 else { continue }
      clear += 1
      if second.first?.label == one.label { kept += 1 }
    }
    shifts.sort()
    let mean = shifts.reduce(0, +) / Float(shifts.count)
    // Margins lie around 1; half of the shift comes from the order in which training meets the examples.
    #expect(mean < 0.08)
    #expect(shifts[shifts.count * 95 / 100] < 0.2)
    #expect(Double(kept) > 0.98 * Double(clear))
  }

  private static let things: [(zh: String, en: String)] = [
    ("恐龙", "dinosaur"), ("火山", "volcano"), ("钢琴", "piano"), ("望远镜", "telescope"),
    ("乒乓球", "table tennis"), ("蘑菇", "mushroom"), ("彗星", "comet"), ("城堡", "castle"),
    ("毛衣", "sweater"), ("鹦鹉", "parrot"),
  ]

  /// Twelve sentences in each language.
  private static func said(_ zh: String, _ en: String) -> [String] {
    let chinese = [
      "画一只最大的%", "昨晚梦见%了", "博物馆里那个%真漂亮", "%的历史有几千年", "给孩子讲讲%", "我奶奶最爱%",
      "%为什么会这样", "世界上最古老的%", "%和月亮哪个远", "拍一张%的照片", "哪里能看见%", "%",
    ]
    let english = [
      "draw me the largest %", "i dreamt of a % last night", "the % in the museum was lovely",
      "history of the %", "tell my kids about the %", "my grandma loves every %",
      "why is a % like that", "the oldest % in the world", "% or the moon, which is further",
      "a photograph of a %", "where could i see a %", "%",
    ]
    return chinese.map { $0.replacing("%", with: zh) }
      + english.map { $0.replacing("%", with: en) }
  }
}
