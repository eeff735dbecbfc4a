import ArgumentParser
import Casework
import Dialogue
import Rehearsal
import Session

extension TicketsCommand {
  /// What merchants asked and the pack could not answer.
  struct Gaps: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Groups what the pack could not answer; --draft proposes intents.",
      discussion: """
        EXAMPLES
          xiaoer tickets gaps
          xiaoer tickets gaps --json
          xiaoer tickets gaps --draft --group 1 > Intents/bluev/gap_1.yaml
        """)
    @OptionGroup var options: DeskOptions

    @Flag(help: "Proposals of intents (YAML), each headed by the file it belongs in.")
    var draft = false

    @Option(help: "Only this group, from 1.")
    var group: Int?

    @Option(help: "The pack's folder (default: the pack built into the program).")
    var intents: String?

    func validate() throws {
      if draft, options.json { throw ValidationError("--draft and --json: choose one") }
      if let group, group < 1 { throw ValidationError("--group: from 1") }
    }

    func run() throws {
      let found = Rehearsal.Gaps(try questions(try options.desk())).groups
      let chosen = Array(found.enumerated()).filter { group == nil || $0.offset + 1 == group }
      if group != nil, chosen.isEmpty {
        throw Failure(.usage, "there are \(found.count) groups")
      }
      if draft { return try propose(chosen) }
      if options.json { return try write(chosen.map(\.element)) }
      for (offset, group) in chosen { try StandardStreams.print(line(offset + 1, group)) }
    }

    private func questions(_ desk: OperatorDesk) throws -> [Rehearsal.Gaps.Question] {
      try desk.records().flatMap { record -> [Rehearsal.Gaps.Question] in
        if record.unanswered.isEmpty { return [] }
        let words = try desk.particulars(in: "asked", of: record.merchant) ?? [:]
        return record.unanswered.map { asked in
          Rehearsal.Gaps.Question(
            merchant: record.merchant,
            text: words["\(asked.version)"].map { PersonalData.mask($0).masked },
            kind: asked.what.kind, nearest: asked.what.nearest, items: asked.what.items)
        }
      }
    }

    private func line(_ number: Int, _ group: Rehearsal.Gaps.Group) -> String {
      let words = group.wordings.prefix(3).map { String($0.prefix(60)) }.joined(separator: " | ")
      let about = ([group.nearest ?? "-"] + group.items).joined(separator: " ")
      return Visible.filter(
        "\(number).  \(group.count)x  \(group.merchants.count) merchants  \(group.kind)  \(about)  "
          + (words.isEmpty ? "(sealed or erased)" : words))
    }

    private func propose(_ groups: [(offset: Int, element: Rehearsal.Gaps.Group)]) throws {
      let pack = try intents.map { try PackLoading.folder($0) } ?? PackLoading.builtIn()
      for (offset, group) in groups {
        guard let draft = GapDraft(group, number: offset + 1, pack: pack) else { continue }
        let file = draft.id.split(separator: ".").joined(separator: "/") + ".yaml"
        try StandardStreams.print(Visible.filter("# \(file)\n" + draft.text))
      }
    }

    private func write(_ groups: [Rehearsal.Gaps.Group]) throws {
      var writer = JSONWriter()
      writer.array(groups) { writer, group in
        writer.object { writer in
          writer.member("count", group.count)
          writer.member("merchants", group.merchants.count)
          writer.member("kind", group.kind)
          writer.member("nearest", group.nearest)
          writer.name("items")
          writer.array(group.items) { $0.value($1) }
          writer.name("texts")
          writer.array(group.wordings.prefix(20)) { $0.value(Visible.filter($1)) }
        }
      }
      try StandardStreams.print(String(decoding: writer.bytes, as: UTF8.self))
    }
  }
}
