import Base

// Numbers that belong to a person: identity card, mobile phone, bank card (个人信息保护法 art. 28; 公开条例 art. 15).
extension TextPass {
  /// Reads the figures at an offset.
  ///
  /// - Returns: Where they end.
  mutating func readNumbers(at offset: Int) -> Int {
    let extent = DigitRun.extent(text, at: offset)
    guard extent.digits >= 11 else { return extent.end }
    let run = DigitRun(text, at: offset)
    guard run.end - offset >= 11, !isPartOfWord(before: offset) else { return run.end }
    var index = 0
    while index < run.groups.count { index += read(run, from: index) }
    return run.end
  }

  /// Reads a number that begins with a group of figures.
  ///
  /// - Returns: How many groups it has; 1 if there is none.
  private mutating func read(_ run: DigitRun, from index: Int) -> Int {
    var digits: [UInt8] = []
    var sizes: [Int] = []
    for group in run.groups[index...] {
      digits += group.digits
      sizes.append(group.digits.count)
      guard digits.count <= 19 else { break }
      let range = run.groups[index].range.lowerBound..<group.range.upperBound
      let isLast = group.range.upperBound == run.end
      if readIdentity(digits, sizes, range, isLast) || readPhone(digits, sizes, range)
        || readCard(digits, sizes, range, isLast)
      {
        return sizes.count
      }
    }
    return 1
  }

  private mutating func readIdentity(_ digits: [UInt8], _ sizes: [Int], _ range: Range<Int>, _ isLast: Bool) -> Bool {
    var digits = digits
    var range = range
    if digits.count == 17, isLast, let end = letterX(at: range.upperBound) {
      digits.append(0x58)
      range = range.lowerBound..<end
    }
    guard digits.count == 18 || digits.count == 15, isEnd(range.upperBound), let number = IdentityNumber(digits) else {
      return false
    }
    let isNamed = ["身份证", "身份号码", "证件号", "公民身份"].contains {
      text.context(before: range.lowerBound, characters: 16).contains($0)
    }
    switch number.isProven {
    case true?: break
    // Groups that happen to have 18 figures together, and numbers of other kinds.
    case false?: guard sizes.count == 1 || isNamed, !OrganizationCode.isCreditCode(digits) else { return false }
    case nil: guard sizes.count == 1 || isNamed else { return false }
    }
    let isCertain = number.isProven == true || isNamed
    let age = made.map { number.isBelow(14, on: $0) } ?? false ? "，是不满十四周岁的未成年人的" : ""
    report(
      "personal-identity", isCertain ? .error : .warning, range, digits,
      (isCertain ? "有身份证号" : "疑似身份证号") + " \(Self.masked(digits, 3, 2))" + age,
      "写作 \(Self.masked(digits, 6, 4))，或者删去")
    return true
  }

  private mutating func readPhone(_ digits: [UInt8], _ sizes: [Int], _ range: Range<Int>) -> Bool {
    var (number, groups) = (digits, sizes)
    if number.count == 13, number.starts(with: Array("86".utf8)) {
      number.removeFirst(2)
      if groups[0] == 2 { groups.removeFirst() } else { groups[0] -= 2 }
    }
    guard number.count == 11, number[0] == 0x31, 0x33...0x39 ~= number[1], Self.phoneGroups.contains(groups),
      isEnd(range.upperBound), !isAmount(range)
    else { return false }
    let isContact = Self.contactWords.contains { text.context(before: range.lowerBound, characters: 24).contains($0) }
    report(
      "personal-phone", isContact ? .warning : .error, range, number, "有手机号 \(Self.masked(number, 3, 2))",
      isContact ? "对外公布的，改用办公电话" : "写作 \(Self.masked(number, 3, 4))，或者删去")
    return true
  }

  private static let phoneGroups: Set<[Int]> = [
    [11], [3, 4, 4], [3, 8], [7, 4], [4, 3, 4], [4, 4, 3], [5, 6], [3, 3, 5],
  ]
  private static let contactWords: [StaticString] = ["电话", "联系", "咨询", "热线", "传真", "举报", "投诉", "值班"]

  private mutating func readCard(_ digits: [UInt8], _ sizes: [Int], _ range: Range<Int>, _ isLast: Bool) -> Bool {
    guard 16...19 ~= digits.count, sizes.dropLast().allSatisfy({ $0 == 4 }) || sizes.count == 1, sizes.last ?? 0 > 0,
      isEnd(range.upperBound), !OrganizationCode.isCreditCode(digits), !isAmount(range)
    else { return false }
    let isNamed = ["卡号", "银行卡", "一卡通", "储蓄"].contains {
      text.context(before: range.lowerBound, characters: 16).contains($0)
    }
    // 62: China UnionPay; 4, 51 to 55: Visa, MasterCard. Others are cards when the text says so.
    let first = digits[0]
    let isUsual =
      first == 0x36 && digits[1] == 0x32
      || digits.count == 16 && (first == 0x34 || first == 0x35 && 0x31...0x35 ~= digits[1])
    // What the text calls a card is one, even if a figure of it is wrong.
    guard isNamed && isLast || (isNamed || isUsual) && CheckedNumber.isCard(digits) else { return false }
    report(
      "personal-card", .error, range, digits, "有银行卡号 \(Self.masked(digits, 4, 2))",
      "写作 \(Self.masked(digits, 4, 4))，或者删去")
    return true
  }

  mutating func report(
    _ rule: String, _ severity: Severity, _ range: Range<Int>, _ value: [UInt8], _ message: String, _ cure: String
  ) {
    let value = String(decoding: value, as: UTF8.self)
    guard !textGuard.allowed.contains(value) else { return }
    add(
      Sighting(
        rule, severity, range, message,
        cures: [
          cure,
          "依法可以公开的，在 site.yml 的 allowed 中写 {hash: \(AllowedValues.hash(of: value)), reason: 理由, by: 批准人}",
        ], isPersonal: true))
  }

  /// 370***********1X: enough to find it, too little to use it.
  private static func masked(_ digits: [UInt8], _ front: Int, _ back: Int) -> String {
    String(decoding: digits.prefix(front), as: UTF8.self)
      + String(repeating: "*", count: max(0, digits.count - front - back))
      + String(decoding: digits.suffix(back), as: UTF8.self)
  }

  private func letterX(at offset: Int) -> Int? {
    guard offset < text.count else { return nil }
    if text[offset] == 0x58 || text[offset] == 0x78 { return offset + 1 }
    return text.has("Ｘ", at: offset) || text.has("ｘ", at: offset) ? offset + 3 : nil
  }

  /// Whether the figures go on a code, an address on the web or a fraction.
  private func isPartOfWord(before offset: Int) -> Bool {
    guard offset > 0 else { return false }
    switch text[offset - 1] {
    case 0x41...0x5A, 0x61...0x7A, 0x5F, 0x3D, 0x26, 0x25, 0x2A: return true
    case 0x2E, 0x2C: return offset > 1 && 0x30...0x39 ~= text[offset - 2]
    default: return false
    }
  }

  /// Whether a number may end here: no letter follows, and no decimals.
  private func isEnd(_ offset: Int) -> Bool {
    guard offset < text.count else { return true }
    switch text[offset] {
    case 0x41...0x5A, 0x61...0x7A, 0x30...0x39, 0x5F, 0x25, 0x2A: return false
    case 0x2E, 0x2C: return !(offset + 1 < text.count && 0x30...0x39 ~= text[offset + 1])
    default: return true
    }
  }

  /// Whether the figures count something.
  private func isAmount(_ range: Range<Int>) -> Bool {
    var offset = range.upperBound
    if offset < text.count, text[offset] == 0x20 { offset += 1 }
    return Self.units.contains { text.has($0, at: offset) }
  }

  private static let units: [StaticString] = [
    "元", "万", "亿", "人", "户", "吨", "公里", "平方", "立方", "千瓦", "公斤", "亩", "公顷", "米", "美元", "％", "㎡",
  ]
}
