import Base

/// Words after which something personal or secret usually stands.
enum Trigger: Sendable, CaseIterable {
  case home, unit, chat, plate, passport, permit, secrecy, note

  var words: [String] {
    switch self {
    case .home: ["家庭住址", "家庭地址", "现住址", "户籍地址", "户籍所在地", "户籍住址", "居住地址", "常住地址"]
    case .unit: ["单元"]
    case .chat: ["微信号", "微信：", "微信:", "QQ号", "QQ：", "QQ:", "qq号", "qq：", "qq:", "ＱＱ：", "ＱＱ号"]
    case .plate: Self.provinces.flatMap { province in Self.plateLetters.map { "\(province)\($0)" } }
    case .passport: ["护照"]
    case .permit: ["通行证", "回乡证", "居住证号"]
    case .secrecy: ["绝密", "机密", "秘密"]
    case .note: ["此件不予公开", "此件不公开", "此件依申请公开", "此件非公开"]
    }
  }

  private static let provinces = Array("京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼")
  private static let plateLetters = Array("ABCDEFGHJKLMNPQRSTUVWXYZ")
}

extension TextPass {
  /// Reads what stands after a trigger.
  mutating func read(_ trigger: Trigger, _ range: Range<Int>) {
    switch trigger {
    case .home: readHome(after: range)
    case .unit: readUnit(range)
    case .chat: readChat(after: range)
    case .plate: readPlate(at: range)
    case .passport: readDocument(after: range, letters: "EGPDSKegpdsk", digits: 7...8, "护照号码")
    case .permit: readDocument(after: range, letters: "HMCWhmcw", digits: 8...10, "通行证号码")
    case .secrecy: readSecrecy(range)
    case .note:
      // In the text of a document, the recogniser reads the note and holds it against the front matter.
      guard sort == .value else { return }
      add(
        Sighting(
          "disclosure-note", .error, range, "标明“\(text.part(range).string)”，与公开发布矛盾",
          cures: ["核对公开属性；确实可以公开的，换成没有这一标注的文件"]))
    }
  }

  /// 家庭住址：…, not as the name of a column, and not masked.
  private mutating func readHome(after range: Range<Int>) {
    var offset = skipBlanks(range.upperBound)
    guard text.has("：", at: offset) || text.has("为", at: offset) || offset < text.count && text[offset] == 0x3A else {
      return
    }
    offset = skipBlanks(text.after(offset))
    let end = clauseEnd(offset)
    let address = text.part(offset..<end)
    guard address.scalarCount >= 6, !isMasked(address),
      ["号", "村", "组", "室", "路", "街", "小区", "镇", "乡"].contains(where: { address.contains($0) })
    else { return }
    reportWord("personal-address", offset..<end, "有个人住址“\(address.string.prefix(3))……”", "只写到乡镇、街道，或者删去")
  }

  /// 3单元201室: people live there.
  private mutating func readUnit(_ range: Range<Int>) {
    guard let before = text.before(range.lowerBound), isFigure(before) else { return }
    var end = range.upperBound
    while end < text.count, 0x30...0x39 ~= text[end] { end += 1 }
    guard end - range.upperBound >= 2 else { return }
    if text.has("室", at: end) || text.has("户", at: end) { end += 3 }
    var start = range.lowerBound
    while let previous = text.before(start),
      isFigure(previous) || text.has("号", at: previous) || text.has("楼", at: previous) || text.has("栋", at: previous)
    {
      start = previous
    }
    reportWord("personal-address", start..<end, "有住宅的单元和房号", "只写到小区或者楼，或者删去")
  }

  private mutating func readChat(after range: Range<Int>) {
    let before = text.context(before: range.lowerBound, characters: 6)
    guard !["公众", "官方", "政务", "服务", "企业"].contains(where: { before.contains($0) }) else { return }
    var offset = skipBlanks(range.upperBound)
    if text.has("：", at: offset) || offset < text.count && text[offset] == 0x3A {
      offset = skipBlanks(text.after(offset))
    }
    var end = offset
    while end < text.count, isWordByte(text[end]) { end += 1 }
    guard end - offset >= 5 else { return }
    reportWord("personal-contact", offset..<end, "有个人的微信号或者 QQ 号", "改用办公电话或者单位的公众号")
  }

  private mutating func readPlate(at range: Range<Int>) {
    var offset = range.upperBound
    if offset < text.count, text[offset] == 0x20 || text[offset] == 0x2D { offset += 1 }
    if text.has("·", at: offset) || text.has("•", at: offset) { offset += text.has("·", at: offset) ? 2 : 3 }
    var end = offset
    var figures = 0
    while end < text.count, isPlateByte(text[end]) {
      if text[end] < 0x3A { figures += 1 }
      end += 1
    }
    guard 5...6 ~= end - offset, figures >= 2, end == text.count || !isWordByte(text[end]) && text[end] != 0x2A else {
      return
    }
    reportWord(
      "personal-plate", range.lowerBound..<end, "有车牌号 \(text.part(range).string)*****",
      "写作 \(text.part(range).string)***\(text.part(end - 2..<end).string)，或者删去；公务用车的可以保留")
  }

  private mutating func readDocument(after range: Range<Int>, letters: String, digits: ClosedRange<Int>, _ name: String)
  {
    var offset = range.upperBound
    for _ in 0..<8 {
      guard offset < text.count, text[offset] != 0x0A else { return }
      if text[offset] < 0x80, letters.utf8.contains(text[offset]) { break }
      offset = text.after(offset)
    }
    var end = offset + 1
    while end < text.count, 0x30...0x39 ~= text[end] { end += 1 }
    guard offset < text.count, letters.utf8.contains(text[offset]), digits ~= end - offset - 1,
      end == text.count || !isWordByte(text[end])
    else { return }
    reportWord("personal-document", offset..<end, "有\(name)", "隐去中间的数字，或者删去")
  }

  /// 机密★1年. In the head of a document the recogniser finds it; here it counts wherever it stands.
  private mutating func readSecrecy(_ range: Range<Int>) {
    let offset = skipBlanks(range.upperBound)
    guard ["★", "☆", "＊"].contains(where: { text.has($0, at: offset) }) || offset < text.count && text[offset] == 0x2A
    else {
      return
    }
    add(
      Sighting(
        "secrecy-mark", .error, range.lowerBound..<text.after(offset), "标有密级“\(text.part(range).string)”，涉密文件不得公开",
        cures: ["撤下这份文件，按保密规定处理；已经解密的，换成没有密级标志的文件"]))
  }

  /// A mail address that is a person's: at a provider that gives them to anybody.
  mutating func readMail(around at: Int) {
    var start = at
    while start > 0, isMailByte(text[start - 1]) { start -= 1 }
    var end = at + 1
    while end < text.count, isMailByte(text[end]) { end += 1 }
    while end > at + 1, text[end - 1] == 0x2E { end -= 1 }
    guard start < at, end > at + 3 else { return }
    let host = text.part(at + 1..<end).string.lowercased()
    guard Self.freeHosts.contains(host) else { return }
    reportWord("personal-contact", start..<end, "有个人邮箱（\(host)）", "改用单位的邮箱；确是单位公用的，照下面的写法说明")
  }

  private static let freeHosts: Set<String> = [
    "qq.com", "vip.qq.com", "foxmail.com", "163.com", "vip.163.com", "126.com", "yeah.net", "sina.com", "sina.cn",
    "sohu.com", "139.com", "189.cn", "wo.cn", "aliyun.com", "gmail.com", "hotmail.com", "outlook.com", "icloud.com",
  ]

  private mutating func reportWord(_ rule: String, _ range: Range<Int>, _ message: String, _ cure: String) {
    report(rule, .warning, range, Array(text[range]), message, cure)
  }
}

extension TextPass {
  private func skipBlanks(_ start: Int) -> Int {
    var offset = start
    while offset < text.count {
      if text[offset] == 0x20 || text[offset] == 0x09 {
        offset += 1
      } else if text.has("\u{3000}", at: offset) {
        offset += 3
      } else {
        break
      }
    }
    return offset
  }

  /// Where the clause ends, at most some two hundred characters on: an address is shorter.
  private func clauseEnd(_ start: Int) -> Int {
    var end = start
    while end < text.count, end - start < 600, text[end] != 0x0A, text[end] != 0x2C, text[end] != 0x7C,
      !["，", "。", "；", "、", "）"].contains(where: { text.has($0, at: end) })
    {
      end = text.after(end)
    }
    return end
  }

  private func isMasked(_ text: Bytes) -> Bool { ["*", "＊", "×", "某", "○", "█"].contains { text.contains($0) } }
  private func isFigure(_ offset: Int) -> Bool { 0x30...0x39 ~= text[offset] }
  private func isWordByte(_ byte: UInt8) -> Bool {
    0x30...0x39 ~= byte || 0x41...0x5A ~= byte || 0x61...0x7A ~= byte || byte == 0x5F || byte == 0x2D
  }
  private func isPlateByte(_ byte: UInt8) -> Bool { 0x30...0x39 ~= byte || 0x41...0x5A ~= byte }
  private func isMailByte(_ byte: UInt8) -> Bool { isWordByte(byte) || byte == 0x2E || byte == 0x2B }
}
