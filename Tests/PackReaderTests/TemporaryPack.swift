import Foundation
import PackReader

/// A small pack in a temporary directory, which is gone with this value.
final class TemporaryPack {
  /// The directory.
  let path: String

  /// A whole pack of one answer and one silent item, and `files` over it: text by path.
  init(_ files: [String: String] = [:]) throws {
    path = FileManager.default.temporaryDirectory.appending(path: "pack-\(UUID().uuidString)")
      .path()
    for (file, text) in TemporaryPack.whole.merging(files, uniquingKeysWith: { $1 }) {
      try write(Data(text.utf8), to: file)
    }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file, and the folders it needs.
  func write(_ bytes: Data, to file: String) throws {
    let url = URL(filePath: path).appending(path: file)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try bytes.write(to: url)
  }

  /// Removes a file or folder.
  func remove(_ file: String) throws {
    try FileManager.default.removeItem(atPath: path + "/" + file)
  }

  /// What is wrong with it, as it is printed.
  func findings() throws -> [String] { try read(directory: path).findings.map(\.description) }

  /// What is wrong with the pack when `files` stand over it.
  static func findings(_ files: [String: String]) throws -> [String] {
    try TemporaryPack(files).findings()
  }

  /// A pack with which nothing is wrong.
  static let whole = [
    "policy/2020-07-20.yaml": policy, "bluev/fee.yaml": fee, "silent/refund.yaml": refund,
    "lexicon/phrases.yaml": "hello:\n  zh: 您好，{name}。\n  en: Hello, {name}.\n",
  ]

  static let policy = """
    name: 2020-07-20
    source: {zh: 报道, en: a report}
    clauses:
      - id: P11
        title: {zh: 认证费, en: The fee}
        quotes: [缴纳599元年的认证费用]
        meaning: {zh: 每年, en: yearly}
        concerns: [blueVApplicants]
        values:
          fee: {fen: 59900, per: year, kind: certification}
    silent:
      - id: S01
        question: {zh: 能退吗, en: Is it refunded?}
        known: [P11]

    """

  static let fee = """
    id: bluev.fee
    title: {zh: 蓝V费用, en: Blue V fee}
    question: {zh: "蓝V多少钱?", en: How much is Blue V?}
    topic: {zh: 蓝V, en: Blue V}
    ask:
      zh: [蓝V认证多少钱, 企业认证收费吗]
      en: [how much is blue v]
    not:
      zh: [{say: 认证没过能退钱吗, is: silent.refund}]
    answer:
      cite: [P11]
      zh: 费用是 {{P11.fee}}。
      en: The fee is {{P11.fee}}.
    follow: [silent.refund]
    short:
      zh: [{say: [能退吗, 退不退], is: silent.refund}]
    tests:
      zh: [办个蓝威要花多少米]
      en: [is it free?]

    """

  static let refund = """
    id: silent.refund
    title: {zh: 退款, en: Refund}
    ask:
      zh: [不办了钱退我]
      en: [can i get it back]
    answer:
      silent: [S01]
      zh: 退不退，政策里没有说明。
      en: The policy does not say.
    tests:
      zh: [反悔了咋整]
      en: [money back please]

    """
}
