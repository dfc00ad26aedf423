import Base

/// A text cut into what a reader would mark as changed: a character of Chinese, a word of Latin letters, a number with its
/// unit (十五日, 第十二条, 百分之五, 3.5万元).
struct WordTokens {
  /// Equal tokens have equal ids; so have the two widths of a punctuation mark, and all blanks. Most tokens are short: their bytes.
  let ids: [UInt64]
  /// Where each begins, and where the last one ends.
  let starts: [Int]
  /// Whether each is a sign between words: punctuation or a blank.
  let isSign: [Bool]
  let isBlank: [Bool]

  /// Numbers for the longer tokens of several texts.
  struct Vocabulary {
    private var numbers: [ArraySlice<UInt8>: UInt64] = [:]

    fileprivate mutating func id(_ token: ArraySlice<UInt8>) -> UInt64 {
      if token.count < 8 { return token.reduce(0) { $0 << 8 | UInt64($1) } }
      let number = numbers[token] ?? 1 << 63 | UInt64(numbers.count)
      numbers[token] = number
      return number
    }
  }

  init(_ text: [UInt8], _ vocabulary: inout Vocabulary) {
    var (ids, starts, signs, blanks) = ([UInt64](), [Int](), [Bool](), [Bool]())
    ids.reserveCapacity(text.count / 3 + 1)
    starts.reserveCapacity(text.count / 3 + 2)
    text.withUnsafeBufferPointer { bytes in
      var offset = 0
      while offset < bytes.count {
        let end = bytes.tokenEnd(at: offset)
        let id = bytes.narrowSign(at: offset).map(UInt64.init) ?? vocabulary.id(text[offset..<end])
        starts.append(offset)
        signs.append(bytes.isSign(at: offset))
        blanks.append(id == 0x20)
        ids.append(id)
        offset = end
      }
    }
    starts.append(text.count)
    (self.ids, self.starts, isSign, isBlank) = (ids, starts, signs, blanks)
  }

  var count: Int { ids.count }

  /// The bytes of a range of tokens.
  func bytes(_ tokens: Range<Int>) -> Range<Int> { starts[tokens.lowerBound]..<starts[tokens.upperBound] }
}

extension UnsafeBufferPointer where Element == UInt8 {
  /// The end of the token that begins at an offset.
  fileprivate func tokenEnd(at start: Int) -> Int {
    if has("第", at: start), let end = ordinalEnd(at: start + 3) { return end }
    if let end = numberEnd(at: start) { return end }
    if isASCIIWord(at: start) {
      var end = start + 1
      while isASCIIWord(at: end) { end += 1 }
      return end
    }
    return scalarEnd(at: start)
  }

  private func scalarEnd(at start: Int) -> Int {
    var end = start + 1
    while end < count, self[end] & 0xC0 == 0x80 { end += 1 }
    return end
  }

  private func isASCIIWord(at offset: Int) -> Bool {
    guard offset < count else { return false }
    return 0x41...0x5A ~= self[offset] || 0x61...0x7A ~= self[offset] || 0x30...0x39 ~= self[offset]
  }

  /// 第十二条之一, 第二款, 第（三）项, after the 第.
  private func ordinalEnd(at start: Int) -> Int? {
    var offset = start
    if has("（", at: offset) { offset += 3 }
    let numeral = numeralEnd(at: offset)
    guard numeral > offset else { return nil }
    offset = numeral
    if has("）", at: offset) { offset += 3 }
    let units: [StaticString] = ["条", "款", "项", "章", "节", "编", "目", "号", "次", "届", "期", "批", "类", "级"]
    guard let unit = units.first(where: { has($0, at: offset) }) else { return nil }
    offset += unit.utf8CodeUnitCount
    if has("之", at: offset) {
      let inserted = numeralEnd(at: offset + 3)
      if inserted > offset + 3 { return inserted }
    }
    return offset
  }

  /// A numeral with its unit. A single 一 in a word (统一) is no number.
  private func numberEnd(at start: Int) -> Int? {
    var end = numeralEnd(at: start)
    guard end > start else { return nil }
    if has("分之", at: end) {
      let part = numeralEnd(at: end + 6)
      if part > end + 6 { end = part }
    }
    let units: [StaticString] = [
      "个工作日", "个自然日", "个月", "个", "工作日", "小时", "分钟", "周岁", "周年", "平方米", "平方公里", "公里", "公斤", "日", "天", "年", "月", "周", "岁",
      "元",
      "倍", "人", "名", "次", "条", "款", "项", "章", "级", "米", "吨", "亩", "户", "件", "份", "%", "％",
    ]
    if let unit = units.first(where: { has($0, at: end) }) { return end + unit.utf8CodeUnitCount }
    return end - start > 3 || self[start] < 0x80 ? end : nil
  }

  /// The end of the figures, ASCII or Chinese, that begin at an offset.
  private func numeralEnd(at start: Int) -> Int {
    var offset = start
    while offset < count {
      if 0x30...0x39 ~= self[offset] {
        offset += 1
      } else if offset > start, self[offset] == 0x2E || self[offset] == 0x2C, offset + 1 < count,
        0x30...0x39 ~= self[offset + 1], 0x30...0x39 ~= self[offset - 1]
      {
        offset += 1
      } else if isNumeral(at: offset) {
        offset += 3
      } else {
        break
      }
    }
    return offset
  }

  /// Whether a Chinese numeral of three bytes is at an offset.
  private func isNumeral(at offset: Int) -> Bool {
    guard offset + 2 < count, self[offset] >= 0xE3 else { return false }
    let value =
      UInt32(self[offset] & 0x0F) << 12 | UInt32(self[offset + 1] & 0x3F) << 6 | UInt32(self[offset + 2] & 0x3F)
    return switch Unicode.Scalar(value) {
    case "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "百", "千", "万", "亿", "〇", "零", "两": true
    default: false
    }
  }

  /// The ASCII form of a punctuation mark or blank that is as wide as Han.
  fileprivate func narrowSign(at offset: Int) -> UInt8? {
    if isBlank(self[offset]) || has("\u{3000}", at: offset) || has("\u{A0}", at: offset) { return 0x20 }
    if has("。", at: offset) { return 0x2E }
    guard self[offset] == 0xEF, offset + 2 < count else { return nil }
    let scalar = UInt32(self[offset + 1] & 0x3F) << 6 | UInt32(self[offset + 2] & 0x3F) | 0xF000
    // ！ to ～ stand as far from ! to ~ as all full-width forms.
    guard 0xFF01...0xFF5E ~= scalar else { return nil }
    let byte = UInt8(scalar - 0xFEE0)
    return 0x30...0x39 ~= byte || 0x41...0x5A ~= byte || 0x61...0x7A ~= byte ? nil : byte
  }

  /// Whether punctuation, a blank or a break is at the offset.
  fileprivate func isSign(at offset: Int) -> Bool {
    switch self[offset] {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: false
    case ..<0x80: true
    case 0xE3: self[offset + 1] == 0x80 && self[offset + 2] != 0x87
    case 0xE2: self[offset + 1] == 0x80
    case 0xEF: narrowSign(at: offset) != nil
    default: false
    }
  }
}
