import Base

/// What a block may state, judged by single words: the rest of a text, nearly all of it, is not looked at again.
struct StatementWords: OptionSet {
  let rawValue: Int

  /// 日起施行, 之日实施
  static let commencement = StatementWords(rawValue: 1)
  /// 有效期, 试行期, 执行期限, 日有效
  static let term = StatementWords(rawValue: 2)
  /// 废止, 失效, 作废, 停止执行, 不再执行
  static let repeal = StatementWords(rawValue: 4)
  /// 修改为, 延长至
  static let change = StatementWords(rawValue: 8)
  /// 〔2023〕
  static let number = StatementWords(rawValue: 16)
  /// 《…》 or 〔2023〕
  static let citation = StatementWords(rawValue: 32)
  /// 本办法第五条
  static let own = StatementWords(rawValue: 64)

  /// Whether anything is to be read.
  var isIdle: Bool { isEmpty }

  /// Looks through a text once.
  init(in text: Bytes) {
    var found: StatementWords = []
    var offset = 0
    while offset + 2 < text.count {
      let first = text[offset]
      guard first >= 0xE3 else {
        offset += 1
        continue
      }
      let code = UInt32(first) << 16 | UInt32(text[offset + 1]) << 8 | UInt32(text[offset + 2])
      switch code {
      case 0xE8_A18C: found.formUnion(Self.beforeGoing(text, offset))  // 行
      case 0xE6_96BD:  // 施: 起实施
        if text.has("实", at: offset - 3), text.isAfterDay(offset - 3) { found.insert(.commencement) }
      case 0xE6_9588:  // 效
        if text.has("失", at: offset - 3) { found.insert(.repeal) }
        if text.has("有", at: offset - 3), text.has("期", at: offset + 3) || text.isAfterDay(offset - 3) {
          found.insert(.term)
        }
        if text.has("生", at: offset - 3), text.isAfterDay(offset - 3) { found.insert(.commencement) }
      case 0xE6_ADA2:  // 止
        if text.has("废", at: offset - 3) { found.insert(.repeal) }
      case 0xE5_BA9F:  // 废
        if text.has("作", at: offset - 3) { found.insert(.repeal) }
      case 0xE6_9C9F:  // 期
        if text.has("行期限", at: offset - 3) || text.has("施期限", at: offset - 3) { found.insert(.term) }
      case 0xE6_94B9:  // 改
        if text.has("修", at: offset - 3) { found.insert(.change) }
      case 0xE5_BBB6: found.insert(.change)  // 延
      case 0xE3_8094: found.formUnion([.number, .citation])  // 〔
      case 0xE3_808A: found.insert(.citation)  // 《
      case 0xE6_9CAC:  // 本
        if (2...9).contains(where: { text.has("第", at: offset + 3 * $0) }) { found.insert(.own) }
      default: break
      }
      offset += 3
    }
    // What is said of other documents needs one of them; a sentence above a list has none, but is short.
    if !found.contains(.citation) {
      found.remove(.change)
      if text.count > 480 { found.remove(.repeal) }
    }
    self = found
  }

  init(rawValue: Int) { self.rawValue = rawValue }

  /// 施行, 执行 and 试行.
  private static func beforeGoing(_ text: Bytes, _ offset: Int) -> StatementWords {
    var found: StatementWords = []
    let verb = offset - 3
    if text.has("执", at: verb), text.has("再", at: verb - 3) || text.has("停止", at: verb - 6) { found.insert(.repeal) }
    if text.has("试", at: verb) { found.insert(.term) }
    if text.has("施", at: verb) || text.has("执", at: verb) || text.has("试", at: verb), text.isAfterDay(verb) {
      found.insert(.commencement)
    }
    return found
  }
}

extension UnsafeBufferPointer where Element == UInt8 {
  /// Whether 起, 日, 止, 起正式 or 日后 stands right before an offset, blanks aside.
  fileprivate func isAfterDay(_ offset: Int) -> Bool {
    var end = offset
    if has("正式", at: end - 6) { end -= 6 }
    while end >= 3, blankLength(at: end - 1) == 1 { end -= 1 }
    return has("起", at: end - 3) || has("日", at: end - 3) || has("后", at: end - 3) || has("止", at: end - 3)
  }
}
