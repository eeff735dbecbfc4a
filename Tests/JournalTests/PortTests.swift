import Casework
import Journal
import JournalSpecimens
import Policy
import Session
import Testing

/// What the port promises, of every store behind it.
@Suite struct PortTests {
  private let place = Place()

  enum Kind: CaseIterable { case memory, file }

  private func store(_ kind: Kind) throws -> any EventStore {
    switch kind {
    case .memory: MemoryStore()
    case .file: try place.open()
    }
  }

  @Test(arguments: Kind.allCases) func `an append is read back, dense from 1`(_ kind: Kind) throws {
    let store = try store(kind)
    try Specimen.settle("lin", in: store)
    try Specimen.settle("wang", in: store)
    let all = try store.entries(after: 0)
    #expect(all.map(\.sequence) == Array(1...all.count))
    let own = try store.entries(of: "wang", after: 0)
    #expect(own.map(\.version) == Array(1...own.count))
    #expect(try store.entries(of: "wang", after: 3) == Array(own.dropFirst(3)))
    #expect(try store.entries(after: 5) == Array(all.dropFirst(5)))
    #expect(try store.entries(of: "wang", after: 99_999).isEmpty)
  }

  @Test(arguments: Kind.allCases) func `who comes second conflicts`(_ kind: Kind) throws {
    let store = try store(kind)
    let batch = Batch(events: [.told(version: 0)], at: Specimen.morning, actor: .merchant)
    _ = try store.append(batch, to: "lin", expecting: 0)
    #expect(throws: StoreError.conflict) { try store.append(batch, to: "lin", expecting: 0) }
    #expect(throws: StoreError.conflict) { try store.append(batch, to: "lin", expecting: 2) }
    #expect(try store.entries(after: 0).count == 1)
  }

  @Test(arguments: Kind.allCases) func `what the record forbids is not stored`(_ kind: Kind) throws
  {
    let store = try store(kind)
    let unknown = Batch(
      events: [.told(version: 0), .approved(CaseID(rawValue: "C20200803-0009"))],
      at: Specimen.morning, actor: .operator("q"))
    #expect(throws: StoreError.forbidden(.unknownCase)) {
      try store.append(unknown, to: "lin", expecting: 0)
    }
    #expect(try store.entries(after: 0).isEmpty)
  }

  @Test(arguments: Kind.allCases) func `a number that another merchant has is a conflict`(
    _ kind: Kind
  ) throws {
    let store = try store(kind)
    let id = CaseID(1, on: Specimen.morning.shanghaiDate)
    try Specimen.append([.opened(id, .realname)], to: "lin", in: store)
    #expect(throws: StoreError.conflict) {
      try Specimen.append([.opened(id, .realname)], to: "wang", in: store)
    }
  }

  @Test(arguments: Kind.allCases) func `counters go on after the greatest number of the day`(
    _ kind: Kind
  ) throws {
    let store = try store(kind)
    let day = Specimen.morning.shanghaiDate
    #expect(try store.counters(on: day) == Counters())
    try Specimen.append([.opened(CaseID(10_041, on: day), .realname)], to: "lin", in: store)
    try Specimen.append([.opened(CaseID(7, on: day), .recruit)], to: "lin", in: store)
    #expect(try store.counters(on: day) == Counters(nextCase: 10_042))
    let next = CivilDate(daysSinceEpoch: day.daysSinceEpoch + 1)
    #expect(try store.counters(on: next) == Counters())
  }

  @Test(arguments: Kind.allCases) func `what is erased is gone, in the order of the events`(
    _ kind: Kind
  ) throws {
    let store = try store(kind)
    let id = try Specimen.fillIn(.realname, of: "lin", in: store)
    let scope = id.rawValue
    #expect(try store.particulars(in: scope, of: "lin")["name"] == "林小满")
    try Specimen.append([.erased(id, [.name])], to: "lin", in: store)
    #expect(Set(try store.particulars(in: scope, of: "lin").keys) == ["id_number", "mobile"])
    try Specimen.append(
      [
        .erased(id, nil), .consented(id), .fieldGiven(id, .name, isNew: true),
        .fieldGiven(id, .mobile, isNew: true),
        .erased(id, [.mobile]),
      ],
      [
        Seal(scope: scope, name: "name", value: "王大力"),
        Seal(scope: scope, name: "mobile", value: "1"),
      ],
      to: "lin", in: store)
    #expect(try store.particulars(in: scope, of: "lin") == ["name": "王大力"])
    #expect(try store.particulars(in: scope, of: "wang").isEmpty)
  }

  @Test(arguments: Kind.allCases) func `a forgotten merchant's log still folds, without values`(
    _ kind: Kind
  ) throws {
    let store = try store(kind)
    let id = try Specimen.settle("lin", in: store)
    try store.forget("lin", at: Specimen.morning)
    #expect(try store.particulars(in: id.rawValue, of: "lin").isEmpty)
    let record = try store.entries(of: "lin", after: 0)
      .reduce(MerchantRecord(merchant: "lin")) { $0.applying($1) }
    #expect(record.cases.allSatisfy { $0.given.isEmpty })
    #expect(record[id]?.order?.state == .paid)
    try Specimen.append([.told(version: 1)], to: "lin", in: store)
  }
}
