import Casework
import Foundation
import Journal
import JournalSpecimens
import Policy
import Session

/// A program that uses a store, to be run many times at once and to be killed.
@main
enum Probe {
  static func main() {
    signal(SIGXFSZ, SIG_IGN)
    let words = CommandLine.arguments.dropFirst()
    let usage = """
      JournalProbe append|pay STORE KEY MERCHANT COUNT
      JournalProbe settle|forget STORE KEY MERCHANT
      JournalProbe damage STORE KEY FLIPS CUTS
      JournalProbe account|check STORE KEY
      """
    let lengths = ["append": 5, "pay": 5, "damage": 5, "settle": 4, "forget": 4]
    guard let act = words.first, words.count == lengths[act] ?? 3 else { return print(usage) }
    let rest = Array(words.dropFirst())
    do {
      switch act {
      case "append": try append(rest[0], rest[1], merchant: rest[2], count: Int(rest[3]) ?? 0)
      case "pay": try pay(rest[0], rest[1], merchant: rest[2], count: Int(rest[3]) ?? 0)
      case "settle": try Specimen.settle(rest[2], in: SQLiteStore(path: rest[0], keyFile: rest[1]))
      case "forget":
        try SQLiteStore(path: rest[0], keyFile: rest[1]).forget(rest[2], at: Specimen.morning)
      case "check": print(try SQLiteStore(path: rest[0], keyFile: rest[1]).check())
      case "account": print(try Specimen.account(SQLiteStore(path: rest[0], keyFile: rest[1])))
      case "damage":
        try damage(rest[0], rest[1], flips: Int(rest[2]) ?? 0, cuts: Int(rest[3]) ?? 0)
      case _: print(usage)
      }
    } catch {
      print("error \(error)")
      exit(error as? StoreError == .busy ? 75 : 74)
    }
  }

  /// Appends one event a time, and acknowledges each with its sequence. Of what is not saved it says so,
  /// and goes on.
  private static func append(
    _ path: String, _ key: String, merchant: String, count: Int
  ) throws(StoreError) {
    let store = try SQLiteStore(path: path, keyFile: key)
    for number in 0..<count {
      let version = try store.record(of: merchant).version
      let event = CaseEvent.unanswered(Unanswered(kind: "silent", nearest: nil, items: ["S01"]))
      let seal = Seal(scope: "asked", name: "\(version + 1)", value: "第 \(number) 句话")
      do throws(StoreError) {
        let receipt = try store.append(
          Batch(events: [event], at: Specimen.morning, actor: .merchant, seals: [seal]),
          to: merchant, expecting: version)
        say("ack \(receipt.sequence) \(receipt.version)")
      } catch { say("not \(error)") }
    }
  }

  /// Opens one and the same order again and again, as every process does that does not know of the others.
  private static func pay(
    _ path: String, _ key: String, merchant: String, count: Int
  ) throws(StoreError) {
    let store = try SQLiteStore(path: path, keyFile: key)
    for _ in 0..<count {
      let record = try store.record(of: merchant)
      guard let id = record.latest(.bluev)?.id else { return say("no case") }
      let day = Specimen.morning.shanghaiDate
      let order = OrderNumber(try store.counters(on: day).nextOrder, on: day)
      do throws(StoreError) {
        let batch = Batch(
          events: [.orderOpened(order, id, period: 1, amountInFen: 59_900)], at: Specimen.morning,
          actor: .merchant)
        _ = try store.append(batch, to: merchant, expecting: record.version)
        say("opened \(order)")
      } catch {
        switch error {
        case .conflict, .forbidden: say("refused")
        case .busy, .notSaved, .damaged, .newer, .noKey, .cannotOpen: say("error \(error)")
        }
      }
    }
  }

  private static func damage(_ path: String, _ key: String, flips: Int, cuts: Int) throws {
    let folder = FileManager.default.temporaryDirectory.path + "/journal-damage-\(getpid())"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    var damage = try Damage(path: path, key: key, folder: folder, seed: 7)
    print("\(flips) flips: \(try damage.flips(flips))")
    print("\(cuts) cuts: \(try damage.cuts(cuts))")
  }

  /// One line, written whole and at once.
  private static func say(_ line: String) {
    let bytes = Array((line + "\n").utf8)
    _ = bytes.withUnsafeBytes { write(STDOUT_FILENO, $0.baseAddress, $0.count) }
  }
}
