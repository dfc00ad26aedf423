import Base

/// A run of stars in a text, and what it is.
struct StarRun {
  let offset: Int
  let count: Int
  /// The text of the innermost link around it, so that no emphasis reaches out of a link.
  let within: Int
  var role = Role.text

  enum Role { case text, opening, closing }

  var end: Int { offset + count }
}

/// Decides which stars of a line are emphasis. Official texts have stars of their own: `1850*2*12`, `601****1`,
/// `张**，男`, `注：*为必填`; and bold beside Chinese punctuation or with a blank inside, as Word leaves it:
/// `应当**在十日内提交材料。**逾期`, `**第一条　**为了`.
struct Emphasis {
  let source: Bytes
  /// The text in which the stars stand.
  let text: Range<Int>
  private(set) var runs: [StarRun]

  init(_ source: Bytes, text: Range<Int>, runs: [StarRun]) {
    (self.source, self.text, self.runs) = (source, text, Self.parted(runs))
    for length in [2, 3, 1] { pair(length) }
  }

  /// Word leaves two bold pieces side by side: `**甲****乙**`. Four stars between two marks of bold end one and begin the
  /// other.
  private static func parted(_ runs: [StarRun]) -> [StarRun] {
    guard runs.contains(where: { $0.count == 4 }) else { return runs }
    var parted: [StarRun] = []
    for (index, run) in runs.enumerated() {
      guard run.count == 4, let last = parted.last, last.count == 2, last.within == run.within, index + 1 < runs.count,
        case let next = runs[index + 1], next.count == 2 || next.count == 4, next.within == run.within
      else {
        parted.append(run)
        continue
      }
      parted.append(StarRun(offset: run.offset, count: 2, within: run.within))
      parted.append(StarRun(offset: run.offset + 2, count: 2, within: run.within))
    }
    return parted
  }

  /// Stars that were meant as emphasis but are none: two stars that begin a phrase and have no partner.
  var leftovers: [Range<Int>] {
    runs.filter { $0.role == .text && $0.count == 2 && looksOpening($0) }.map { $0.offset..<$0.end }
  }

  /// Pairs runs of one length, each with the next one in the same link text.
  private mutating func pair(_ length: Int) {
    var waiting: [Int: Int] = [:]
    for index in runs.indices where runs[index].count == length && runs[index].role == .text {
      let within = runs[index].within
      if let opening = waiting[within], isEmphasis(from: opening, to: index) {
        runs[opening].role = .opening
        runs[index].role = .closing
        waiting[within] = nil
      } else {
        waiting[within] = index
      }
    }
  }

  private func isEmphasis(from opening: Int, to closing: Int) -> Bool {
    let (first, last) = (runs[opening], runs[closing])
    guard !crosses(opening, closing) else { return false }
    let content = first.end..<last.offset
    guard source.hasText(content, beyondFigures: first.count == 1), source.isBalanced(content) else { return false }
    let before = source.neighbour(before: first.offset, in: text)
    let after = source.neighbour(at: last.end, in: text)
    let start = source.neighbour(at: first.end, in: text)
    let end = source.neighbour(before: last.offset, in: text)
    // Between figures and letters a star multiplies or hides something.
    if before == .ascii && start == .ascii || end == .ascii && after == .ascii { return false }
    if first.count == 1 {
      guard before.isBoundary, start != .blank, end != .blank else { return false }
      return after.isBoundary || source.endsSentence(last.offset, in: content)
    }
    if start == .blank {
      let isApart = before == .blank && first.offset > text.lowerBound || after == .blank && last.end < text.upperBound
      guard end == .blank ? !isApart : !before.isText else { return false }
    }
    if start == .closing || start == .mark && before.isText || end == .opening { return false }
    return !hidesNames(first, last)
  }

  /// Whether emphasis from one run to the other would cross emphasis that is already there.
  private func crosses(_ opening: Int, _ closing: Int) -> Bool {
    var depth = 0
    for run in runs[opening + 1..<closing] {
      if run.role == .opening { depth += 1 }
      if run.role == .closing {
        depth -= 1
        if depth < 0 { return true }
      }
    }
    return depth != 0
  }

  /// Whether the stars stand for given names: 张**（男）、李**（女）.
  private func hidesNames(_ first: StarRun, _ last: StarRun) -> Bool {
    source.isSurname(before: first.offset, in: text)
      && source.isSurname(before: last.offset, in: first.end..<last.offset)
  }

  /// Whether a run without partner looks like the beginning of emphasis, and not like the mark of a note (`**为选填`).
  private func looksOpening(_ run: StarRun) -> Bool {
    let before = source.neighbour(before: run.offset, in: text)
    let start = source.neighbour(at: run.end, in: text)
    guard before == .blank || before == .opening || before == .mark, start == .letter || start == .opening else {
      return false
    }
    return !source.beginsNote(run.end)
  }
}

extension UnsafeBufferPointer where Element == UInt8 {
  /// Whether a range has letters or, if `beyondFigures` is false, figures.
  fileprivate func hasText(_ range: Range<Int>, beyondFigures: Bool) -> Bool {
    var offset = range.lowerBound
    while offset < range.upperBound {
      let isFigure = 0x30...0x39 ~= self[offset]
      if isFigure ? !beyondFigures : neighbour(at: offset, in: range).isText { return true }
      offset += 1
      while offset < range.upperBound, self[offset] & 0xC0 == 0x80 { offset += 1 }
    }
    return false
  }

  /// Whether brackets and quotation marks in a range are all closed in it.
  fileprivate func isBalanced(_ range: Range<Int>) -> Bool {
    var depth = 0
    var offset = range.lowerBound
    while offset < range.upperBound {
      // An ASCII `)` also ends a number: 1)
      if self[offset] >= 0x80 {
        switch neighbour(at: offset, in: range) {
        case .opening: depth += 1
        case .closing: depth -= 1
        default: break
        }
        if depth < 0 { return false }
      }
      offset += 1
      while offset < range.upperBound, self[offset] & 0xC0 == 0x80 { offset += 1 }
    }
    return depth == 0
  }

  /// Whether a colon or the end of a sentence stands before an offset.
  fileprivate func endsSentence(_ offset: Int, in range: Range<Int>) -> Bool {
    let text = part(range.lowerBound..<offset)
    return text.ends(with: "：") || text.ends(with: ":") || text.ends(with: "。") || text.ends(with: "！")
      || text.ends(with: "？")
  }

  /// Whether the words after a star explain what it stands for.
  func beginsNote(_ offset: Int) -> Bool {
    let words: [StaticString] = ["表示", "代表", "为", "指", "系", "是", "标注", "号"]
    return words.contains { has($0, at: offset) }
  }

  /// Whether a lone Han before an offset is a common surname, at the beginning of its word.
  fileprivate func isSurname(before offset: Int, in range: Range<Int>) -> Bool {
    let start = offset - 3
    guard start >= range.lowerBound, neighbour(at: start, in: range) == .letter else { return false }
    guard neighbour(before: start, in: range).isBoundary else { return false }
    let name = scalar(at: start)
    return surnames.contains(name)
  }
}

/// The surnames of nine in ten people (公安部 2020 年全国姓名报告, and the most frequent after them).
private let surnames: Set<UInt32> = Set(
  """
  王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹\
  孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤
  """.unicodeScalars.map(\.value))
