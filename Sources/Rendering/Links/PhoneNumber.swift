import Base

/// A telephone number in a text: `0000-6010001`, `（0000）6010001转8`, `13800000000`, `400-000-0000`, `12345热线`.
///
/// Figures have many meanings in official texts. A form that only telephone numbers have needs no word before it, but
/// 账号 or 编号 before it rules it out; any other needs a word such as 电话. 110, 119 and 120 are never linked: a finger that slips
/// must not call them.
struct PhoneNumber {
  let range: Range<Int>
  /// As it is dialled, without `tel:`.
  let dialled: String
  /// 0991 of 0991-1234567, for the numbers after it.
  let area: String

  private enum Need { case nothing, label, service }

  private struct Form {
    var range: Range<Int>
    var dialled: String
    var area = ""
    var need = Need.nothing
  }

  /// Reads the number whose first figure is at `start`.
  ///
  /// - Parameters:
  ///   - floor: Offset before which the text does not belong to it.
  ///   - previous: The number that ended before it in a list: 电话：0000-6010001、6010002.
  ///   - label: What the words before an offset say.
  init?(_ text: Bytes, at start: Int, from floor: Int, after previous: PhoneNumber?, label: (Int) -> PhoneLabel) {
    guard var form = Self.form(text, at: start, from: floor) else { return nil }
    let lower = form.range.lowerBound
    let upper = form.range.upperBound
    if text.isInCode(lower..<upper, from: floor) || text.hasAny(of: Self.before, endingAt: lower) != nil { return nil }
    // A hyphen between its figures tells it from an amount.
    if !form.dialled.utf8.contains(0x2D), text.hasAny(of: Self.units, at: upper) != nil { return nil }
    let words = previous == nil ? label(lower) : .phone
    switch form.need {
    case .nothing: if words == .other { return nil }
    case .label: if words != .phone { return nil }
    case .service: if words != .phone, !text.isNamedHotline(from: upper) { return nil }
    }
    if let previous, form.area.isEmpty, !previous.area.isEmpty, form.need == .label, form.dialled.utf8.count < 9 {
      form.dialled = previous.area + "-" + form.dialled
      form.area = previous.area
    }
    let (end, digits) = Self.inner(text, after: upper)
    range = lower..<end
    dialled = form.dialled + (digits.isEmpty ? "" : "," + digits)
    area = form.area
  }

  /// Signs that make a number out of the figures after them, but not one of a telephone.
  private static let before: [StaticString] = ["第", "￥", "¥", "$", "〔", "［", "No", "№"]
  /// Words after which figures are an amount, a day, an order.
  private static let units: [StaticString] = [
    "元", "万", "亿", "千", "百", "吨", "人", "户", "个", "件", "次", "条", "年", "月", "日", "号文", "米", "平方", "公里", "亩", "名", "家",
    "项", "起",
    "岁", "股", "股票", "〕", "］",
  ]

  // MARK: Forms

  private static func form(_ text: Bytes, at start: Int, from floor: Int) -> Form? {
    let run = text.figures(from: start)
    let figures = text.part(start..<start + run).string
    if start > floor, text[start - 1] == 0x2B { return international(text, at: start, run) }
    switch run {
    case 3...4 where figures.hasPrefix("0"): return landline(text, at: start, run, from: floor)
    case 3 where figures == "400" || figures == "800": return freephone(text, at: start)
    case 3 where text.dash(at: start + 3) > 0: return spacedMobile(text, at: start)
    case 5 where ["12", "95", "96", "100", "111"].contains(where: figures.hasPrefix): return service(start, figures)
    case 6 where figures.hasPrefix("95") || figures.hasPrefix("96"): return service(start, figures)
    case 7, 8: return Form(range: start..<start + run, dialled: figures, need: .label)
    case 10 where figures.hasPrefix("400") || figures.hasPrefix("800"):
      return Form(range: start..<start + run, dialled: figures, need: .label)
    case 11 where isMobile(figures): return Form(range: start..<start + run, dialled: figures)
    case 11, 12:
      return figures.hasPrefix("0") ? Form(range: start..<start + run, dialled: figures, need: .label) : nil
    default: return nil
    }
  }

  private static func service(_ start: Int, _ figures: String) -> Form {
    Form(range: start..<start + figures.utf8.count, dialled: figures, need: .service)
  }

  private static func isMobile(_ figures: String) -> Bool {
    let bytes = Array(figures.utf8)
    return bytes.count == 11 && bytes[0] == 0x31 && 0x33...0x39 ~= bytes[1]
  }

  /// `0991-1234567`, `（0991）1234567`, `0991 1234567`.
  private static func landline(_ text: Bytes, at start: Int, _ run: Int, from floor: Int) -> Form? {
    let area = text.part(start..<start + run).string
    var lower = start
    var next = start + run
    var need = Need.nothing
    if text.has("）", at: next) || text.has(")", at: next) {
      let width = text.has("）", at: next) ? 3 : 1
      guard start - width >= floor, text.has(width == 3 ? "（" : "(", at: start - width) else { return nil }
      lower = start - width
      next += width
      while text.dash(at: next) > 0 { next += text.dash(at: next) }
      while next < text.count, isBlank(text[next]) { next += 1 }
    } else if text.dash(at: next) > 0 {
      next += text.dash(at: next)
    } else if next < text.count, isBlank(text[next]) {
      next += 1
      need = .label
    } else {
      return nil
    }
    let length = text.figures(from: next)
    guard 7...8 ~= length else { return nil }
    // 0120-20261126 is rather a code with a day in it.
    if length == 8, text.isDay(at: next) { need = .label }
    let number = text.part(next..<next + length).string
    return Form(range: lower..<next + length, dialled: area + "-" + number, area: area, need: need)
  }

  /// `400-000-0000`, `400-0000-000`.
  private static func freephone(_ text: Bytes, at start: Int) -> Form? {
    groups(text, at: start, lengths: [[3, 3, 4], [3, 4, 3]]).map { Form(range: $0, dialled: text.part($0).string) }
  }

  /// `138-0000-0000`.
  private static func spacedMobile(_ text: Bytes, at start: Int) -> Form? {
    guard let range = groups(text, at: start, lengths: [[3, 4, 4]]) else { return nil }
    let dialled = text.part(range).string
    return isMobile(dialled.filter { $0 != "-" }) ? Form(range: range, dialled: dialled) : nil
  }

  /// Groups of figures with a plain hyphen between them.
  private static func groups(_ text: Bytes, at start: Int, lengths: [[Int]]) -> Range<Int>? {
    for lengths in lengths {
      var end = start
      var isWhole = true
      for (index, length) in lengths.enumerated() {
        if index > 0 {
          guard end < text.count, text[end] == 0x2D else {
            isWhole = false
            break
          }
          end += 1
        }
        guard text.figures(from: end) == length else {
          isWhole = false
          break
        }
        end += length
      }
      if isWhole { return start..<end }
    }
    return nil
  }

  /// `+86 13800000000`, `+86-991-1234567`; `start` is after the plus sign.
  private static func international(_ text: Bytes, at start: Int, _ run: Int) -> Form? {
    guard text.has("86", at: start) else { return nil }
    var next = start + 2
    if run == 2, text.dash(at: next) > 0 || next < text.count && isBlank(text[next]) {
      next += max(1, text.dash(at: next))
    }
    let length = text.figures(from: next)
    let figures = text.part(next..<next + length).string
    if isMobile(figures) { return Form(range: start - 1..<next + length, dialled: "+86" + figures) }
    let local = next + length + text.dash(at: next + length)
    guard 2...4 ~= length, local > next + length, 7...8 ~= text.figures(from: local) else { return nil }
    let end = local + text.figures(from: local)
    return Form(range: start - 1..<end, dialled: "+86-" + figures + "-" + text.part(local..<end).string)
  }

  /// The end of an extension (`转8001`, `-8001`), and its figures.
  private static func inner(_ text: Bytes, after end: Int) -> (end: Int, digits: String) {
    var next = end
    while next < text.count, isBlank(text[next]) { next += 1 }
    guard text.has("转", at: next) else { return (end, "") }
    next += 3
    for word in ["接", "分机", "内线"] as [StaticString] where text.has(word, at: next) { next += word.utf8CodeUnitCount }
    while next < text.count, isBlank(text[next]) { next += 1 }
    let length = text.figures(from: next)
    guard 1...6 ~= length, !text.isCode(at: next + length) else { return (end, "") }
    return (next + length, text.part(next..<next + length).string)
  }
}

/// What the words before figures say about them.
enum PhoneLabel {
  /// 电话, 热线, 拨打.
  case phone
  /// 账号, 编号, 传真.
  case other
  case nothing

  private static let phones: [StaticString] = [
    "电话", "热线", "手机", "拨打", "致电", "来电", "专线", "座机", "联系方式", "电 话", "Tel", "TEL", "tel",
  ]
  private static let others: [StaticString] = [
    "传真", "账号", "帐号", "账户", "帐户", "卡号", "编号", "证号", "案号", "单号", "代码", "身份证", "索引号", "备案", "邮编", "邮政编码", "QQ", "流水号",
    "学号", "工号", "许可证", "标准", "合同号", "标识码", "字号", "条码", "批号", "期号", "公众号", "群号", "Fax", "FAX",
  ]

  /// Judges the end of a text; the nearest word counts.
  init(endOf text: Bytes) {
    var offset = text.count
    var hasComma = false
    while offset > 0 {
      offset -= 1
      if text.has("，", at: offset) || text.has("、", at: offset) { hasComma = true }
      if text.hasAny(of: Self.phones, at: offset) != nil {
        self = .phone
        return
      }
      // A label of something else does not reach beyond the next comma: 邮编000000，….
      if !hasComma, text.hasAny(of: Self.others, at: offset) != nil {
        // 电话/传真：, 电话（传真）：
        let isBoth = text.hasAny(of: ["电话", "电话/", "电话（", "电话(", "电话及", "电话和", "电话、"], endingAt: offset) != nil
        self = isBoth ? .phone : .other
        return
      }
    }
    self = .nothing
  }
}

extension UnsafeBufferPointer where Element == UInt8 {
  /// The first of some words that stands at an offset.
  func hasAny(of words: [StaticString], at offset: Int) -> StaticString? {
    words.first { has($0, at: offset) }
  }

  /// The first of some words that ends at an offset.
  func hasAny(of words: [StaticString], endingAt end: Int) -> StaticString? {
    words.first { has($0, at: end - $0.utf8CodeUnitCount) }
  }

  /// Whether figures are part of a longer code, of a sum or of a fraction.
  fileprivate func isInCode(_ range: Range<Int>, from floor: Int) -> Bool {
    let (lower, upper) = (range.lowerBound, range.upperBound)
    if lower > floor, isCode(at: lower - 1) || self[lower - 1] == 0x2E { return true }
    if lower > floor + 1, self[lower - 1] == 0x2F, isAlphanumeric(self[lower - 2]) { return true }
    if isCode(at: upper) { return true }
    return upper < count && [0x2C, 0x2E, 0x2F].contains(self[upper]) && figures(from: upper + 1) > 0
  }

  /// Whether eight figures at an offset are a day of our times: 20261126.
  fileprivate func isDay(at offset: Int) -> Bool {
    func value(_ range: Range<Int>) -> Int { range.reduce(0) { $0 * 10 + Int(self[offset + $1] - 0x30) } }
    return 1900...2099 ~= value(0..<4) && 1...12 ~= value(4..<6) && 1...31 ~= value(6..<8)
  }

  /// Whether the words after a service number say that it is one: 12345政务服务便民热线, 95598供电服务热线.
  fileprivate func isNamedHotline(from offset: Int) -> Bool {
    let names: [StaticString] = ["热线", "政务服务", "便民", "公共服务", "服务热线", "客服", "急救", "报警", "火警", "投诉举报", "举报电话", "平台"]
    if hasAny(of: ["热线", "急救", "报警", "火警"], at: offset) != nil { return true }
    guard hasAny(of: names, at: offset) != nil else { return false }
    return part(offset..<Swift.min(offset + 36, count)).contains("热线")
  }
}
