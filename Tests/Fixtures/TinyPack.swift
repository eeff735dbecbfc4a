public import Dialogue
import Foundation
import PackReader
public import Session

/// A pack of seven intents over the house's own policy and words: it compiles in milliseconds.
public enum TinyPack {
  /// The pack, compiled once for the whole test run.
  public static let pack: Pack = compiled(folder)

  /// What answers from it.
  public static let assistant = Assistant(pack: pack)

  /// Where the pack's files stand: a folder of this process, written once.
  public static let folder: String = {
    let folder = Scratch.folder + "/tiny"
    do { try write(to: folder) } catch { fatalError("cannot write \(folder): \(error)") }
    return folder
  }()

  /// Writes the pack's files into `folder`, so that a test can spoil one of them.
  public static func write(to folder: String) throws {
    let files = FileManager.default
    try files.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for part in ["policy", "lexicon"] {
      try files.copyItem(atPath: House.intents + "/" + part, toPath: folder + "/" + part)
    }
    for (file, text) in intents {
      let path = folder + "/" + file
      try files.createDirectory(
        atPath: String(path[..<(path.lastIndex(of: "/") ?? path.endIndex)]),
        withIntermediateDirectories: true)
      try text.write(toFile: path, atomically: false, encoding: .utf8)
    }
  }

  static func compiled(_ folder: String) -> Pack {
    do {
      let (pack, findings) = try compile(directory: folder)
      guard let pack else { fatalError("\(findings)") }
      return pack
    } catch {
      fatalError("cannot compile \(folder): \(error)")
    }
  }

  private static let intents: [(file: String, text: String)] = [
    (
      "bluev/fee.yaml",
      """
      id: bluev.fee
      title: {zh: 蓝V认证费用, en: the Blue V fee}
      question: {zh: 蓝V多少钱？, en: "How much is Blue V?"}
      topic: {zh: 蓝V, en: Blue V}
      ask:
        zh: [蓝V多少钱, 认证费怎么收, 办蓝V要花多少]
        en: [how much is blue v, what does certification cost]
      answer:
        cite: [P11]
        zh: 蓝V认证费用是 {{P11.fee}}。
        en: Blue V certification costs {{P11.fee}}.
      follow: [silent.refund, onboard.free]
      short:
        zh: [{say: [能退吗], is: silent.refund}]
        en: [{say: [is it refundable], is: silent.refund}]
      tests:
        zh: [蓝V收费多少钱]
        en: [what does blue v cost]
      """
    ),
    (
      "onboard/free.yaml",
      """
      id: onboard.free
      title: {zh: 免费入驻, en: free joining}
      question: {zh: 入驻要钱吗？, en: "Is joining free?"}
      topic: {zh: 入驻, en: joining}
      ask:
        zh: [入驻要钱吗, 开播免费吗, 入驻收不收费]
        en: [is joining free, does it cost to join]
      answer:
        cite: [P08]
        zh: 入驻是免费的。
        en: Joining is free.
      follow: [bluev.fee]
      tests:
        zh: [入驻收钱吗]
        en: [is it free to join]
      """
    ),
    (
      "silent/refund.yaml",
      """
      id: silent.refund
      title: {zh: 认证费退款, en: a refund of the fee}
      question: {zh: 认证费能退吗？, en: "Can I get the fee back?"}
      topic: {zh: 退款, en: the refund}
      ask:
        zh: [认证费能退吗, 没过退不退钱, 怎么退款]
        en: [can I get a refund, is the fee refundable]
      answer:
        silent: [S01]
        zh: 退不退，政策里没有说明。
        en: Whether it is paid back, the policy doesn't say.
      follow: [agent.request]
      tests:
        zh: [退款怎么办]
        en: [refund of the fee]
      """
    ),
    (
      "agent/request.yaml",
      """
      id: agent.request
      title: {zh: 人工客服, en: a person}
      question: {zh: 转人工, en: Let me talk to a person}
      ask:
        zh: [转人工, 找真人客服]
        en: [let me talk to a person, human agent please]
      answer:
        zh: 人工客服（模拟）还没有开通。
        en: The agents' desk (simulated) isn't open yet.
      tests:
        zh: [我要找真人谈]
        en: [a human please let me talk]
      """
    ),
    (
      "social/greeting.yaml",
      """
      id: social.greeting
      title: {zh: 打招呼, en: a greeting}
      question: {zh: 你好, en: Hello}
      ask:
        zh: [你好, 您好在吗]
        en: [hello, good morning]
      answer:
        zh: 您好，我是店小二。
        en: Hello, I'm Xiaoer.
      tests:
        zh: [你好啊]
        en: [hello there]
      """
    ),
    (
      "control/status.yaml",
      """
      id: control.status
      title: {zh: 进度, en: the status}
      question: {zh: 办到哪一步了, en: Where was I}
      ask:
        zh: [办到哪一步了, 现在进度如何]
        en: [where was I, what is my status]
      answer:
        zh: 现在没有正在办的事。
        en: Nothing is under way at the moment.
      tests:
        zh: [进度到哪一步了]
        en: [my status]
      """
    ),
    (
      "oos/weather.yaml",
      """
      id: oos.weather
      title: {zh: 天气, en: the weather}
      question: {zh: 今天天气, en: today's weather}
      ask:
        zh: [今天天气怎么样, 明天下雨不]
        en: [what is the weather like, will it rain tomorrow]
      tests:
        zh: [后天下雨不]
        en: [weather tomorrow]
      """
    ),
  ]
}
