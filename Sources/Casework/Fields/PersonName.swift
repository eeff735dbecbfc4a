/// A person's full name in Han characters, 2–30 of them with the dots.
public struct PersonName: Personal {
  /// The name with every dot as U+00B7 (民委发〔2016〕33号); never converted between scripts, so
  /// 張 and 张 differ.
  public let text: String

  /// The name that `text` holds, or the first reason against it.
  public static func parse(_ text: String) -> Result<PersonName, PersonNameRefusal> {
    var scalars = FieldText.withoutBlanks(text)
    while let label = labels.first(where: { scalars.starts(with: $0.unicodeScalars) }) {
      scalars.removeFirst(label.unicodeScalars.count)
    }
    while let last = scalars.last, last == "!" || last == "！" || last.isFullStop {
      scalars.removeLast()
    }
    if scalars.isEmpty { return .failure(.empty) }
    if let refusal = refusalOfCharacters(scalars) { return .failure(refusal) }
    let name = String(scalars: scalars.map { $0.isMiddleDot || $0.isFullStop ? "·" : $0 })
    if let refusal = refusalOfShape(name) { return .failure(refusal) }
    return .success(PersonName(text: name))
  }

  /// The first character and two stars: `林**`.
  public var masked: String { Mask.name(text) }

  private init(text: String) { self.text = text }

  private static let labels = ["我叫", "我的名字", "姓名", "名字", "叫", "是", ":", "："]

  private static func refusalOfCharacters(_ scalars: [Unicode.Scalar]) -> PersonNameRefusal? {
    let half = scalars.map(\.halfWidth)
    if half.contains(where: \.isLatinLetter) {
      return half.contains(where: { $0.digit != nil || $0.isHan }) ? .character : .latin
    }
    let selectors: ClosedRange<UInt32> = 0xE0100...0xE01EF
    let isAllowed = { (scalar: Unicode.Scalar) in
      scalar.isHan || scalar.isMiddleDot || scalar.isFullStop || selectors.contains(scalar.value)
        || (0xFE00...0xFE0F).contains(scalar.value)
    }
    return scalars.allSatisfy(isAllowed) ? nil : .character
  }

  private static func refusalOfShape(_ name: String) -> PersonNameRefusal? {
    if name.first == "·" || name.last == "·" || name.contains("··") { return .dot }
    if name.count < 2 { return .tooShort }
    if name.count > 30 { return .tooLong }
    if unwilling.contains(name) { return .notAName }
    return isHonorific(name) ? .honorific : nil
  }

  /// 王先生, 欧阳女士, 王总: one or two characters, then a title.
  private static func isHonorific(_ name: String) -> Bool {
    let rest = { (title: String) in name.count - title.count }
    return titles.contains { name.hasSuffix($0) && (1...2).contains(rest($0)) }
      || shortTitles.contains { name.hasSuffix($0) && rest($0) == 1 }
  }

  private static let titles = [
    "先生", "女士", "小姐", "太太", "夫人", "老师", "老板", "老闆", "经理", "經理", "师傅", "師傅", "同学", "医生", "律师",
    "阿姨", "叔叔", "大哥", "大姐", "总监", "董事长", "主任", "店长", "老師",
  ]
  private static let shortTitles = ["总", "總", "哥", "姐", "叔", "姨", "嫂", "董", "工", "某", "氏"]

  private static let unwilling = [
    "不想说", "不想說", "不告诉你", "不告诉", "不说", "不方便", "不方便说", "保密", "匿名", "没有", "无", "不知道", "不填", "跳过",
    "不愿意", "不愿透露", "随便", "你猜", "测试", "同上",
  ]
}
