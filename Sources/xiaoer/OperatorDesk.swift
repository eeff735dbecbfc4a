import ArgumentParser
import Casework
import Foundation
import Journal
import Policy
import Session

/// The options of the operator's commands.
struct DeskOptions: ParsableArguments {
  @Option(help: "The store (default: that of conversations at a terminal).")
  var store: String?

  @Option(help: "The master key of personal data.")
  var key: String?

  @Option(help: "An ISO 8601 instant: the only time the program then knows.")
  var clock: String?

  @Option(name: .customLong("operator"), help: "Who acts, for the audit (default: $USER).")
  var name: String?

  @Flag(help: "JSON instead of text.")
  var json = false

  func validate() throws {
    if let clock, Moment(iso8601: clock) == nil {
      throw ValidationError("--clock \(clock): not an instant like 2020-08-01T10:00:00+08:00")
    }
    if let name, name.isEmpty || name.contains(where: \.isNewline) {
      throw ValidationError("--operator: a name")
    }
  }

  /// The desk, over a store that has to be there.
  func desk() throws -> OperatorDesk {
    guard let path = StorePlace.named(store) ?? StorePlace.usual else {
      throw Failure(.missingInput, "there is no home folder; name the store with --store")
    }
    guard path != ":memory:" else {
      throw Failure(.usage, "--store :memory: keeps nothing; name a store")
    }
    guard access(path, F_OK) == 0 else {
      throw Failure(.missingInput, "there is no store at \(path); name one with --store")
    }
    let moment = clock.flatMap { Moment(iso8601: $0) } ?? SystemClock().now()
    let user = ProcessInfo.processInfo.environment["USER"] ?? ""
    do throws(StoreError) {
      return OperatorDesk(
        store: try SQLiteStore.existing(path: path, keyFile: StorePlace.keyFile(key)),
        now: moment, who: name ?? (user.isEmpty ? "operator" : user))
    } catch { throw Failure(error) }
  }
}

/// An operator at a store: looks things up, and acts through the same gate as everybody.
struct OperatorDesk {
  let store: SQLiteStore
  /// The time of everything that is done here.
  let now: Moment
  /// Who does it.
  let who: String

  /// Every merchant's record, in the order of their names.
  func records() throws -> [MerchantRecord] {
    try stored { () throws(StoreError) in
      var records: [MerchantRecord] = []
      for merchant in try store.merchants() { records.append(try store.record(of: merchant)) }
      return records
    }
  }

  /// The record that `isMeant` holds for; says what there is when there is none.
  func record(
    of what: String, among names: (MerchantRecord) -> [String]
  ) throws -> MerchantRecord {
    let records = try records()
    if let found = records.first(where: { names($0).contains(what) }) { return found }
    let known = records.flatMap(names)
    let some = known.prefix(5).joined(separator: " ") + (known.count > 5 ? " …" : "")
    throw Failure(
      .usage, "there is no \(what); there " + (known.isEmpty ? "is nothing yet" : "are \(some)"))
  }

  /// Appends what `batch` makes of the merchant's record, anew whenever somebody else came first.
  @discardableResult
  func append(
    to merchant: String, _ batch: (MerchantRecord) throws -> (events: [CaseEvent], seals: [Seal])
  ) throws -> MerchantRecord {
    for _ in 0..<20 {
      let record = try stored { () throws(StoreError) in try store.record(of: merchant) }
      let (events, seals) = try batch(record)
      do throws(StoreError) {
        _ = try store.append(
          Batch(events: events, at: now, actor: .operator(who), seals: seals), to: merchant,
          expecting: record.version)
        return try store.record(of: merchant)
      } catch {
        if error != .conflict { throw Failure(error) }
      }
    }
    throw Failure(StoreError.conflict)
  }

  /// The values sealed under `scope`; nil when the key is missing.
  func particulars(in scope: String, of merchant: String) throws -> [String: String]? {
    if store.keyFault != nil { return nil }
    return try stored { () throws(StoreError) in
      try store.particulars(in: scope, of: merchant)
    }
  }

  /// Runs `body`, a refusal of the store being the end of the program.
  func stored<Value>(_ body: () throws(StoreError) -> Value) throws -> Value {
    do throws(StoreError) { return try body() } catch { throw Failure(error) }
  }
}
