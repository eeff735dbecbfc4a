import ArgumentParser
import Dialogue
import Foundation
import Session
import Understanding

/// The matcher alone, on any labelled set.
struct Evaluate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Trains the matcher on one labelled set and measures it on another.",
    discussion: """
      A set is UTF-8 text, a line each: the message, a tab, its intent.

      EXAMPLES
        xiaoer evaluate train.tsv test.tsv
        xiaoer evaluate train.tsv test.tsv --shots 10 --seed 3 --json
        xiaoer evaluate train.tsv test.tsv --oos strays.tsv
      """)

  @Argument(help: "What to train on.") var train: String
  @Argument(help: "What to test on.") var test: String
  @Option(help: "Messages that fit no intent.") var oos: String?
  @Option(help: "Train on so many examples of each intent.") var shots: Int?
  @Option(help: "Draws those examples.") var seed: UInt64 = 0
  @Flag(help: "One JSON object.") var json = false

  func validate() throws {
    if let shots, shots < 1 { throw ValidationError("--shots: at least 1") }
  }

  /// The test messages are read, one at a time, again and again for so long, since a set takes
  /// milliseconds; the speed is the median of stretches of so many seconds.
  private static let seconds = (all: 0.5, stretch: 0.01)

  func run() throws {
    let evaluation = Evaluation(
      train: try LabelledSet.read(train), test: try LabelledSet.read(test),
      outOfScope: try oos.map { try LabelledSet.read($0).map(\.text) } ?? [], shots: shots,
      seed: seed)
    let start = ProcessTime.seconds()
    let matcher = Matcher(model: evaluation.train())
    let trained = ProcessTime.seconds()
    var readings: [Reading] = []
    var speeds: [Double] = []
    var (began, passes) = (trained, 0)
    while began - trained < Self.seconds.all {
      readings = evaluation.read(matcher)
      passes += 1
      let spent = ProcessTime.seconds() - began
      if spent < Self.seconds.stretch { continue }
      speeds.append(Double(readings.count * passes) / spent)
      (began, passes) = (began + spent, 0)
    }
    let figures = Figures(
      metrics: evaluation.measure(readings, by: matcher), trainingSeconds: trained - start,
      perSecond: speeds.sorted()[speeds.count / 2],
      peak: ProcessTime.peakBytes())
    try StandardStreams.print(json ? figures.json : figures.table)
  }
}

/// What an evaluation prints.
private struct Figures {
  var metrics: Metrics
  var trainingSeconds: Double
  var perSecond: Double
  var peak: Int

  /// One JSON object; rates 0…1.
  var json: String {
    var writer = JSONWriter()
    writer.object { writer in
      let rates: [(String, Double?)] = [
        ("accuracy", metrics.accuracy), ("macro_f1", metrics.macroF1), ("auroc", metrics.auroc),
        ("fpr95", metrics.fpr95), ("ece", metrics.calibrationError),
        ("train_cpu_s", trainingSeconds),
      ]
      for (name, value) in rates {
        writer.name(name)
        writer.raw(value.map(Fixed.tenThousandths) ?? "null")
      }
      writer.member("predictions_per_s", Int(perSecond))
      writer.member("peak_rss_bytes", peak)
    }
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  /// A table for people; rates in per cent.
  var table: String {
    let percent: (Double) -> String = { Fixed.hundredths($0 * 100) + " %" }
    var rows = [("accuracy", percent(metrics.accuracy)), ("macro-F1", percent(metrics.macroF1))]
    if let auroc = metrics.auroc { rows.append(("AUROC", percent(auroc))) }
    if let fpr = metrics.fpr95 { rows.append(("FPR at 95 % TPR", percent(fpr))) }
    rows += [
      ("calibration error", percent(metrics.calibrationError)),
      ("training, CPU", Fixed.hundredths(trainingSeconds) + " s"),
      ("predictions", "\(Int(perSecond)) a second"),
      ("peak memory", Fixed.hundredths(Double(peak) / 1_048_576) + " MiB"),
    ]
    let width = rows.map(\.0.count).max() ?? 0
    return rows.map { name, value in
      name + String(repeating: " ", count: width - name.count + 2) + value
    }.joined(separator: "\n")
  }
}

/// A labelled set on disk.
enum LabelledSet {
  /// The messages of `file` and their intents. An unreadable line is an error with its number.
  static func read(_ file: String) throws -> [(text: String, intent: String)] {
    guard let data = FileManager.default.contents(atPath: file) else {
      throw Failure(.missingInput, "cannot read \(file)")
    }
    var rows: [(text: String, intent: String)] = []
    for (index, line) in data.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .enumerated()
    {
      let bytes = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
      if bytes.isEmpty { continue }
      guard let text = String(validating: bytes, as: UTF8.self) else {
        throw Failure(.badData, "\(file):\(index + 1): not valid UTF-8")
      }
      let fields = text.split(separator: "\t", omittingEmptySubsequences: false)
      guard fields.count == 2, !fields[1].isEmpty else {
        throw Failure(.badData, "\(file):\(index + 1): not a message, a tab and an intent")
      }
      rows.append((String(fields[0]), String(fields[1])))
    }
    guard !rows.isEmpty else { throw Failure(.badData, "\(file) holds no messages") }
    return rows
  }
}

/// What the process has used so far.
enum ProcessTime {
  /// CPU seconds, user and system.
  static func seconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// The largest resident set, in bytes.
  static func peakBytes() -> Int {
    var usage = rusage()
    getrusage(Int32(RUSAGE_SELF.rawValue), &usage)
    return usage.ru_maxrss * 1024
  }
}
