import Casework
import Dialogue
import Fixtures
import Policy
import Session
import Testing

/// Every intent, asked at every step of every flow: it is answered, and the same field is asked again.
@Suite struct MidFlowTests {
  /// A flow, and what is typed to come from each of its steps to the next.
  struct Walk: Sendable {
    let kind: CaseKind
    let before: [String]
    let answers: [String]
  }

  private static let walks: [Walk] = {
    let sample = { (kind: String) in
      House.pack.specimens.first { $0.kind == kind }?.values.first ?? ""
    }
    let realname = [
      "我要实名认证", "同意", sample("name"), sample("id_number"), sample("mobile"), "确认提交", "/clock +2m",
    ]
    return [
      Walk(
        kind: .realname, before: [realname[0]],
        answers: ["同意", sample("name"), sample("id_number"), sample("mobile")]),
      Walk(
        kind: .bluev, before: realname + ["我要开通蓝V"],
        answers: [
          "同意", "1", sample("company"), sample("credit_code"), sample("name"),
          sample("id_number"), "长期", "/tmp/specimen.pdf", sample("mobile"), "确认提交",
        ]),
      Walk(kind: .upgrade, before: ["帮我查查能不能自动升级"], answers: ["2020年7月1日", "1"]),
      Walk(
        kind: .recruit, before: ["我要报名商家招募"],
        answers: ["同意", "三个社群", "两款秒杀单品", "整点抽奖", sample("mobile")]),
    ]
  }()

  @Test(arguments: walks)
  func `A question in mid-flow is answered, and the same field asked again`(
    _ walk: Walk
  ) throws {
    var missed: [String] = []
    for step in 0...walk.answers.count {
      var conversation = MidFlowTests.conversation(walk, step)
      let open = try #require(conversation.position?.step)
      for intent in House.pack.intents where intent.kind == .answer || intent.kind == .silent {
        for tongue in Tongue.allCases {
          let record = conversation.answer(intent.question[tongue])
          let isAnswered = record.replies.contains { $0.kind == .answer || $0.kind == .silent }
          let isAsked = record.replies.last?.kind == .flow && record.flow?.step == open
          if isAnswered, isAsked { continue }
          missed.append("\(open.id) \(intent.id) \(intent.question[tongue])")
          conversation = MidFlowTests.conversation(walk, step)
        }
      }
    }
    #expect(missed == [])
  }

  @Test(arguments: walks)
  func `Small talk, orders and calls in mid-flow are no value of the open field`(
    _ walk: Walk
  ) throws {
    var taken: [String] = []
    for step in 0...walk.answers.count {
      for intent in House.pack.intents where intent.kind.steersOrChats {
        for tongue in Tongue.allCases {
          var conversation = MidFlowTests.conversation(walk, step)
          let open = try #require(conversation.position?.step)
          let record = conversation.answer(intent.question[tongue])
          let next = walk.kind.steps.firstIndex(of: open).map { $0 + 1 } ?? 0
          let following = walk.kind.steps.indices.contains(next) ? walk.kind.steps[next] : nil
          guard record.flow?.kind == walk.kind, let now = record.flow?.step, now == following else {
            continue
          }
          taken.append("\(open.id) \(intent.id) \(intent.question[tongue])")
        }
      }
    }
    #expect(taken == [])
  }

  /// A conversation of a merchant of whom nothing is known, brought to the walk's step of this number.
  private static func conversation(_ walk: Walk, _ step: Int) -> Conversation {
    var settings = Settings(clock: FixedClock(Moment(milliseconds: 1_596_247_200_000)))
    settings.store = MemoryStore()
    settings.licences = SpecimenPDF()
    var conversation = Conversation(assistant: House.assistant, settings: settings)
    for message in walk.before + walk.answers.prefix(step) { _ = conversation.answer(message) }
    return conversation
  }
}

extension Intent.Kind {
  /// Whether it is none of the questions that are answered from the policy.
  fileprivate var steersOrChats: Bool {
    switch self {
    case .flow, .agent, .social, .command: true
    case .answer, .silent, .outOfScope, .privacy: false
    }
  }
}

/// Gives one made-up licence whatever the path.
private struct SpecimenPDF: LicenceSource {
  func open(_ candidates: [String]) -> Result<LicenceBytes, LicenceOpenRefusal> {
    let filling = String(repeating: "% specimen\n", count: 1_200)
    let text = """
      %PDF-1.4
      1 0 obj
      << /Type /Catalog /Pages 2 0 R >>
      endobj
      2 0 obj
      << /Type /Pages /Kids [3 0 R] /Count 1 >>
      endobj
      3 0 obj
      << /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>
      endobj
      \(filling)xref
      0 1
      0000000000 65535 f\u{20}
      trailer
      << /Size 4 /Root 1 0 R >>
      startxref
      0
      %%EOF

      """
    return .success(LicenceBytes(bytes: Array(text.utf8), size: text.utf8.count, name: "a.pdf"))
  }
}
