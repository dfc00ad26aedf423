import Base

// Signs and blanks in Chinese prose (GB/T 15834, GB/T 15835, GB/T 9704). Each is a small thing of which a text that was typed on
// another keyboard is full, so that one finding speaks for all.
extension TextPass {
  /// Reads an ASCII mark: beside Han it should be full-width.
  mutating func readHalfWidthMark(at offset: Int) {
    guard let wide = Self.wideMarks[text[offset]] else { return }
    let byte = text[offset]
    let isAfterHan = text.isHan(before: offset)
    let isBeforeHan = text.isHan(at: offset + 1)
    switch byte {
    case 0x21 where offset + 1 < text.count && text[offset + 1] == 0x5B:
      // Of a picture: 见图![图](图 1.png).
      return
    case 0x28:
      guard isAfterHan || isBeforeHan, let close = closing(of: offset) else { return }
      let isPair = text[close] == 0x29
      addMark(offset, wide, partner: isPair ? close : nil)
      if isPair { addMark(close, "）", partner: offset) }
    case 0x29:
      // With the bracket that it closes; alone, if that one is full-width.
      guard isAfterHan || isBeforeHan, let open = opening(of: offset), text[open] != 0x28 else { return }
      addMark(offset, wide)
    case 0x3A:
      guard isAfterHan, !text.has("//", at: offset + 1) else { return }
      addMark(offset, wide)
    default:
      guard isAfterHan else { return }
      addMark(offset, wide)
    }
  }

  private mutating func addMark(_ offset: Int, _ wide: String, partner: Int? = nil) {
    add(
      Sighting(
        "half-width-mark", .warning, offset..<offset + 1,
        "中文里的标点“\(text.part(offset..<offset + 1).string)”应为全角“\(wide)”",
        cures: ["改为：\(wide)"], replacement: wide, partner: partner, isGrouped: true))
  }

  private static let wideMarks: [UInt8: String] = [
    0x2C: "，", 0x3B: "；", 0x3A: "：", 0x3F: "？", 0x21: "！", 0x28: "（", 0x29: "）",
  ]

  /// The end of the address in brackets directly behind a `]`; the place behind that sign if there is none.
  func endOfAddress(after bracket: Int) -> Int {
    guard bracket + 2 < text.count, text[bracket + 1] == 0x28 else { return bracket + 1 }
    // One in angle brackets may have round ones.
    var (depth, isAngular) = (1, text[bracket + 2] == 0x3C)
    var wideEnd: Int?
    var offset = bracket + 2
    while offset < text.count, text[offset] != 0x0A {
      switch text[offset] {
      case 0x3E: isAngular = false
      case 0x28 where !isAngular: depth += 1
      case 0x29 where !isAngular:
        depth -= 1
        if depth == 0 { return offset + 1 }
      case 0xEF where text.has("）", at: offset): wideEnd = wideEnd ?? offset
      default: break
      }
      offset += 1
    }
    // Not closed, or by the wrong sign: no bracket of a sentence all the same.
    return wideEnd ?? bracket + 2
  }

  /// The bracket that closes the one at an offset, half or full width, in the same paragraph.
  private func closing(of open: Int) -> Int? {
    var depth = 0
    var offset = open
    while offset < text.count, offset - open < 600, text[offset] != 0x0A {
      if text[offset] == 0x28 || text.has("（", at: offset) { depth += 1 }
      if text[offset] == 0x29 || text.has("）", at: offset) {
        depth -= 1
        if depth == 0 { return offset }
      }
      offset = text.after(offset)
    }
    return nil
  }

  /// The bracket that the one at an offset closes.
  private func opening(of close: Int) -> Int? {
    var depth = 1
    var offset = close
    while close - offset < 600, let previous = text.before(offset), text[previous] != 0x0A {
      offset = previous
      if text[offset] == 0x29 || text.has("）", at: offset) { depth += 1 }
      if text[offset] == 0x28 || text.has("（", at: offset) {
        depth -= 1
        if depth == 0 { return offset }
      }
    }
    return nil
  }

  /// Reads blanks: 2023 年 10 月, 第 3 次; between a caption's number and its words they belong there.
  mutating func readBlank(at offset: Int) {
    var end = offset
    while end < text.count, text[end] == 0x20 { end += 1 }
    guard end < text.count, offset > 0 else { return }
    let isBetweenHanAndFigure = text.isHan(before: offset) && isFigure(end)
    let isBetweenFigureAndHan = isFigure(offset - 1) && text.isHan(at: end)
    if isBetweenHanAndFigure {
      var next = end
      while next < text.count, isFigure(next) { next += 1 }
      let figures = next
      while next < text.count, text[next] == 0x20 { next += 1 }
      // A whole date after a name is parted from it: 县人民政府办公室 2023年7月25日印发.
      let isDate = figures - end == 4 && text.has("年", at: figures) && isFigure(figures + 3)
      guard next - figures <= 1, !isDate, isUnit(next), !isHeadingNumber(offset) else { return }
    } else if isBetweenFigureAndHan {
      guard isUnit(end), !isCaption(offset) else { return }
    } else {
      return readLatinWord(between: offset, end)
    }
    add(
      Sighting(
        "figure-blank", .warning, offset..<end, "汉字和数字之间不空格", cures: ["删去空格"], replacement: "", isGrouped: true))
  }

  /// Whether what stands in front of a blank is all of the paragraph so far and short: 附件1, 表1, 第一章.
  private func isCaption(_ offset: Int) -> Bool {
    var start = offset
    for _ in 0..<8 {
      guard let previous = text.before(start), text[previous] != 0x0A else {
        return text.has("表", at: start) || text.has("图", at: start) || text.has("附", at: start)
          || text.has("专栏", at: start) || text.has("第", at: start) || isFigure(start) && offset - start < 3
      }
      start = previous
    }
    return false
  }

  /// 第一章 2023年…: the blank parts the number from the heading.
  private func isHeadingNumber(_ offset: Int) -> Bool {
    let line = text.context(before: offset, characters: 6)
    return line.scalarCount < 6 && line.has("第")
  }

  private func isUnit(_ offset: Int) -> Bool { Self.units.contains { text.has($0, at: offset) } }

  private static let units: [StaticString] = [
    "年", "月", "日", "号", "时", "分", "个", "次", "种", "条", "项", "家", "人", "名", "万", "亿", "元", "％", "天", "周", "件", "份", "篇",
    "户", "亩", "公里", "平方", "立方", "吨", "千瓦", "岁", "届", "场", "处", "所", "类", "期", "小时", "工作日", "余", "多", "以上", "以下",
  ]

  /// `and` between Chinese words is left over from a translation or a slip of the input method.
  private mutating func readLatinWord(between offset: Int, _ start: Int) {
    guard text.isHan(before: offset), start < text.count, 0x61...0x7A ~= text[start] else { return }
    var end = start
    while end < text.count, 0x61...0x7A ~= text[end] || 0x41...0x5A ~= text[end] { end += 1 }
    var next = end
    while next < text.count, text[next] == 0x20 { next += 1 }
    guard next > end, text.isHan(at: next), let right = Self.functionWords[text.part(start..<end).string] else {
      return
    }
    add(
      Sighting(
        "latin-word", .error, start..<end, "中文句子里混入了英文“\(text.part(start..<end).string)”",
        cures: ["改为：\(right)，并删去两边的空格"]))
  }

  private static let functionWords = [
    "and": "和", "or": "或者", "of": "的", "the": "（删去）", "in": "在", "to": "到", "for": "为", "with": "与", "by": "由",
    "is": "是", "on": "关于",
  ]

  /// Reads 》、《 and ”、“: between titles and between quotations in a row no mark stands (GB/T 15834—2011, 4.5.3.5).
  mutating func readSeparator(after offset: Int) {
    guard text.has("、", at: offset), let made, let day = Self.standardDay, made >= day else { return }
    let next = offset + 3
    let isTitles = text.has("》", at: offset - 3) && text.has("《", at: next)
    let isQuotations = text.has("”", at: offset - 3) && text.has("“", at: next)
    guard isTitles || isQuotations else { return }
    add(
      Sighting(
        "mark-between-quotations", .warning, offset..<next, "并列的\(isTitles ? "书名号" : "引号")之间通常不用顿号", cures: ["删去顿号"],
        replacement: "", isGrouped: true))
  }

  /// GB/T 15834—2011 is in force from this day on.
  private static let standardDay = CalendarDate(year: 2012, month: 6, day: 1)

  /// Reads a traditional character.
  mutating func readTraditional(at offset: Int) {
    guard let new = TraditionalCharacters.simplified[text.scalarValue(at: offset)] else { return }
    let old = text.part(offset..<text.after(offset)).string
    add(
      Sighting(
        "traditional-character", .warning, offset..<text.after(offset), "繁体字“\(old)”应为规范汉字“\(new)”",
        cures: ["改为：\(new)；人名、书法作品等依法保留的，可以标为已核对"], isGrouped: true))
  }

  /// Reads 06月 and 02日: GB/T 9704—2012, 7.3.5.4, writes days without zeros in front.
  mutating func readLeadingZero(at offset: Int) {
    let isMonth = text.has("月", at: offset + 2) && (text.has("年", at: offset - 3) || isMonthOfDay(offset))
    let isDay = text.has("月", at: offset - 3) && text.has("日", at: offset + 2)
    guard isMonth || isDay, text[offset] == 0x30, isFigure(offset + 1), text[offset + 1] != 0x30 else { return }
    add(
      Sighting(
        "leading-zero", .warning, offset..<offset + 1, "公文的日期不补零（“\(text.part(offset..<offset + 5).string)”）",
        cures: ["改为：\(text.part(offset + 1..<offset + 5).string)"], replacement: "", isGrouped: true))
  }

  /// Whether the month of two figures at an offset begins a date without a year: 06月02日.
  private func isMonthOfDay(_ offset: Int) -> Bool {
    guard offset == 0 || text[offset - 1] >= 0x80, isFigure(offset + 5) else { return false }
    return text.has("日", at: offset + 6) || isFigure(offset + 6) && text.has("日", at: offset + 7)
  }

  private func isFigure(_ offset: Int) -> Bool { offset < text.count && 0x30...0x39 ~= text[offset] }
}

extension UnsafeBufferPointer where Element == UInt8 {
  /// Whether Han, or a closing sign of Chinese text, stands in front of an offset.
  func isHan(before offset: Int) -> Bool {
    guard let previous = before(offset) else { return false }
    return isHan(at: previous) || has("”", at: previous) || has("》", at: previous) || has("）", at: previous)
  }

  /// Whether Han stands at an offset.
  func isHan(at offset: Int) -> Bool { offset < count && 0xE4...0xE9 ~= self[offset] || has("〇", at: offset) }
}
