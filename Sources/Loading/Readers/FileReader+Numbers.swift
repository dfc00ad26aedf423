import Base
import Documents
import Papers

// Document numbers.
extension FileReader {
  /// Reads a 发文字号. What an office printed is kept; only the site's own series must be written as the standard asks.
  mutating func documentNumber(_ value: YAMLValue?, _ label: String) -> DocumentNumber? {
    guard let value, let text = text(value, label) else { return nil }
    if Self.placeholders.contains(text) {
      add("document-number", at: value.place, "“\(text)”不是\(label)：没有文号的文件不写这一项", cures: ["删去这一行"])
      return nil
    }
    let reading = NumberReading(text)
    checkWriting(reading, label, at: value.place)
    return reading.number
  }

  /// What people write where there is no number.
  private static let placeholders: Set<String> = ["无", "无文号", "无字号", "没有", "暂无", "未编号", "空", "/", "-", "—", "——", "－"]

  /// Reports slips in a number: an error in a series of this site, or if nothing says which series are its own; else a
  /// warning, because other offices number as they like.
  mutating func checkWriting(_ reading: NumberReading, _ label: String, at place: Range<Int>) {
    let number = reading.number
    let isOurs = agencyCodes.isEmpty || agencyCodes.isStrict(number)
    if reading.slip == .urgency {
      let mended = agencyCodes.isStrict(number) ? number.standardText : reading.mended
      add(
        "document-number", at: place, "\(label)前面的紧急程度（特急、加急）不是发文字号的一部分", cures: ["改为：\(mended)"])
    } else if reading.slip == .agencyCode {
      add("document-number", at: place, "\(label)“\(number.text)”缺少机关代字", cures: ["写作：\(agencyCodes.example)"])
    } else if !number.isRead {
      reportUnread(number.text, label, at: place)
    } else if agencyCodes.isStrict(number), number.text != number.standardText {
      // GB/T 9704-2012 7.2.5: 〔〕, no blanks, no 第, no leading zeros.
      let slip = reading.slip == .serial ? nil : reading.slip
      add(
        "document-number", at: place, Self.rule(slip), cures: ["改为：\(number.standardText)"],
        edits: edits(number.text, number.standardText, in: place))
    } else if let slip = reading.slip {
      add(
        "document-number", isOurs ? .error : .warning, at: place, Self.rule(slip), cures: ["改为：\(reading.mended)"],
        edits: isOurs ? edits(number.text, reading.mended, in: place) : [])
    }
  }

  private mutating func reportUnread(_ text: String, _ label: String, at place: Range<Int>) {
    let own = agencyCodes.code(atStartOf: text)
    add(
      "document-number", own == nil ? .warning : .error, at: place,
      own == nil
        ? "\(label)“\(text)”中读不出机关代字、年份和序号，只按文字显示，不能按文号引用和检索"
        : "\(label)“\(text)”应由机关代字、年份和序号组成",
      cures: own == nil
        ? ["对照原件核对；写作 \(agencyCodes.example) 这样的形式"] : ["写作：\(agencyCodes.example(own))"])
  }

  private static func rule(_ slip: NumberReading.Slip?) -> String {
    switch slip {
    case .brackets: "发文字号应使用六角括号“〔〕”"
    case .space: "发文字号中间不应有空格"
    case .digits: "发文字号应使用半角数字"
    case .serial: "发文字号的序号应写作“第1号”或者“〔2026〕1号”，以“号”结尾"
    case .urgency, .agencyCode, nil: "本机关的发文字号写作“机关代字〔四位年份〕序号号”，序号不加“第”、不补零"
    }
  }
}
