package import Base
package import Papers

/// A block of a text, and what it is in the paper.
package struct GuardedBlock: Sendable {
  /// Bytes of the text.
  package let range: Range<Int>
  package let form: PaperBlock.Form
  package let role: Role

  /// Memberwise.
  package init(range: Range<Int>, form: PaperBlock.Form, role: Role) {
    (self.range, self.form, self.role) = (range, form, role)
  }
}

/// The form of a whole paper (GB/T 9704—2012): what can only be seen when all of its parts are known.
package struct PaperForm {
  let text: Bytes
  let blocks: [GuardedBlock]
  let made: CalendarDate?
  var sightings: [Sighting] = []

  /// What is not in form, rule by rule.
  ///
  /// - Parameter isNumbered: Whether the paper has a number: titles of news are set in other ways.
  package static func sightings(
    in text: Bytes, _ blocks: [GuardedBlock], made: CalendarDate?, isNumbered: Bool
  ) -> [Sighting] {
    var form = PaperForm(text: text, blocks: blocks, made: made)
    form.readSequence()
    if isNumbered { form.readTitle() }
    form.readAttachmentNotes()
    form.readCopies()
    form.readAgreement()
    return form.sightings
  }

  private init(text: Bytes, blocks: [GuardedBlock], made: CalendarDate?) {
    (self.text, self.blocks, self.made) = (text, blocks, made)
  }

  func part(_ block: GuardedBlock) -> Bytes { text.part(block.range) }
}

// 层次序数: 一、（一）第一条, in sequence.
extension PaperForm {
  /// Where a series stands.
  private struct Series {
    var last = 0
    var inserted = 0
    var place = 0..<0
  }

  private mutating func readSequence() {
    // 一、 and （一） and 第一条.
    var series = [Series(), Series(), Series()]
    for block in blocks {
      switch block.role {
      case .annexMark, .annexTitle, .title: series = [Series(), Series(), Series()]
      case .clause(let clause, _):
        switch clause.unit {
        case .first: read(clause, of: block, &series[0])
        case .second: read(clause, of: block, &series[1])
        case .article:
          read(clause, of: block, &series[2])
          series[1] = Series()
        default: continue
        }
      default: continue
      }
    }
  }

  private mutating func read(_ clause: Clause, of block: GuardedBlock, _ series: inout Series) {
    let before = series
    let range = block.range.lowerBound..<block.range.lowerBound + clause.byteCount
    series = Series(last: clause.number, inserted: clause.inserted, place: range)
    guard before.last > 0, clause.number != 1 || clause.inserted > 0, clause.number != before.last + 1,
      !(clause.number == before.last && clause.inserted == before.inserted + 1)
    else { return }
    let lead = text.part(range).string
    let message =
      clause.number == before.last && clause.inserted == before.inserted
      ? "“\(lead)”出现两次" : "“\(text.part(before.place).string)”之后是“\(lead)”，层次序数不连续"
    sightings.append(Sighting("heading-sequence", .warning, range, message, cures: ["对照原件核对序号和缺漏的段落"]))
  }
}

// 标题, 附件说明, 抄送.
extension PaperForm {
  /// A title that was copied together with its line breaks: 的 通 知. Between the bodies of a joint paper a blank is right.
  private mutating func readTitle() {
    for block in blocks where block.role == .title || block.role == .annexTitle {
      for offset in block.range where text[offset] == 0x20 && text[offset - 1] != 0x20 {
        var end = offset
        while end < block.range.upperBound, text[end] == 0x20 { end += 1 }
        guard offset > block.range.lowerBound, end < block.range.upperBound, text.isHan(before: offset),
          text.isHan(at: end)
        else { continue }
        let start = text[block.range.lowerBound..<offset].lastIndex(of: 0x20).map { $0 + 1 } ?? block.range.lowerBound
        let next = text[end..<block.range.upperBound].firstIndex(of: 0x20) ?? block.range.upperBound
        if Paper.separatesBodies(text.part(start..<offset).string, text.part(end..<next).string) { continue }
        sightings.append(
          Sighting(
            "title-blank", .warning, offset..<end, "标题的文字之间有空格", cures: ["删去空格"], replacement: "", isGrouped: true))
      }
    }
  }

  /// Behind the names of annexes there is no punctuation (7.3.4).
  private mutating func readAttachmentNotes() {
    for block in blocks where block.role == .attachmentNote {
      for line in part(block).string.split(separator: "\n").map(String.init) {
        guard let last = line.last, "。；，、.;,".contains(last), line.count > 4 else { continue }
        let end = block.range.upperBound
        sightings.append(
          Sighting(
            "attachment-note-mark", .warning, end - String(last).utf8.count..<end, "附件说明的附件名称后面不加标点（“\(last)”）",
            cures: ["删去“\(last)”"]))
        break
      }
    }
  }

  /// 抄送 ends with a full stop (7.4.2), and its bodies are named in one way: 县委各部门，县人大常委会办公室。
  private mutating func readCopies() {
    let copies = blocks.filter { $0.role == .copies }
    guard let first = copies.first, let last = copies.last else { return }
    if !part(last).ends(with: "。"), last.range.count > 15 {
      let end = last.range.upperBound
      sightings.append(
        Sighting(
          "copies-mark", .warning, end - 3..<end, "抄送机关的最后没有句号", cures: ["在最后加上“。”"]))
    }
    let names = names(in: first.range.lowerBound..<last.range.upperBound)
    for level: StaticString in ["县", "区", "市", "省", "州", "旗", "镇", "乡"] {
      guard names.count(where: { text.has(level, at: $0.lowerBound) }) >= 2 else { continue }
      for name in names where Self.bareBodies.contains(where: { text.has($0, at: name.lowerBound) }) {
        let written = text.part(name).string
        let level = String(describing: level)
        sightings.append(
          Sighting(
            "copies-name", .warning, name, "抄送机关“\(written)”前面没有写“\(level)”，与其他机关不一致", cures: ["改为：\(level)\(written)"])
        )
      }
      return
    }
  }

  private static let bareBodies: [StaticString] = ["人大", "政协", "监委", "纪委", "法院", "检察院", "人武部", "人民法院", "人民检察院"]

  /// The places of the names of a list.
  private func names(in range: Range<Int>) -> [Range<Int>] {
    var names: [Range<Int>] = []
    var start = range.lowerBound
    var offset = start
    while offset < range.upperBound {
      let isMark = ["，", "、", "；", "：", "。"].contains { text.has($0, at: offset) }
      if isMark || text[offset] == 0x0A || text[offset] == 0x2C {
        if offset > start { names.append(start..<offset) }
        start = text.after(offset)
      }
      offset = text.after(offset)
    }
    if start < range.upperBound { names.append(start..<range.upperBound) }
    return names
  }
}
