import Base
import Manuscripts
import Papers

/// Finds the headings of a manuscript: chapters by their numbers, titles of annexes and annexed texts by where they stand and how
/// they look. What is numbered 一、 or 第一条 is a paragraph, as in every official text.
struct HeadingFinder {
  /// Paragraphs that are one heading together, and its level.
  struct Heading: Hashable {
    let blocks: Range<Int>
    let level: Int
  }

  private let manuscript: Manuscript
  private let roles: BlockRoles
  private let taken: Set<Int>
  /// How most of the text looks.
  private let main: Look
  /// The highest level that the file gives to a paragraph.
  private let highest: Int
  /// The units of the text that are headings, the highest first.
  private let units: [Clause.Unit]

  init(_ manuscript: Manuscript, _ roles: BlockRoles, taken: Set<Int>) {
    (self.manuscript, self.roles, self.taken) = (manuscript, roles, taken)
    main = Self.main(of: manuscript)
    highest =
      manuscript.blocks.indices.compactMap { index in
        guard !taken.contains(index), case .paragraph(let paragraph) = manuscript.blocks[index] else { return nil }
        return paragraph.headingLevel
      }.min() ?? 1
    let used = roles.all.compactMap(\.headingUnit)
    units = [.book, .part, .chapter, .section].filter(used.contains)
  }

  /// The headings in order.
  var headings: [Heading] {
    var (found, index) = ([Heading](), 0)
    while index < manuscript.blocks.count {
      if let level = numberedLevel(of: index) {
        found.append(Heading(blocks: index..<index + 1, level: level))
      } else if let level = titleLevel(of: index) {
        let end = titleEnd(from: index)
        found.append(Heading(blocks: index..<end, level: level))
        index = end - 1
      }
      index += 1
    }
    return found
  }

  private func paragraph(_ index: Int) -> ManuscriptParagraph? {
    guard manuscript.blocks.indices.contains(index), !taken.contains(index),
      case .paragraph(let paragraph) = manuscript.blocks[index], paragraph.frame == .text
    else { return nil }
    return paragraph
  }

  /// 第一章　总则
  private func numberedLevel(of index: Int) -> Int? {
    guard paragraph(index) != nil, let unit = roles[index]?.headingUnit,
      let rank = units.firstIndex(of: unit)
    else { return nil }
    return min(2 + rank, 6)
  }

  // MARK: Titles without a number

  private func titleLevel(of index: Int) -> Int? {
    guard let paragraph = paragraph(index), let role = roles[index] else { return nil }
    switch role {
    case .annexTitle: return 2
    case .text, .title:
      return looksLikeTitle(paragraph) ? min((paragraph.headingLevel ?? highest) - highest + 2, 6) : nil
    default: return nil
    }
  }

  /// The end of the lines that are one title: those that look like the first.
  private func titleEnd(from start: Int) -> Int {
    guard let first = paragraph(start), first.look.alignment == .center else { return start + 1 }
    var (end, length) = (start + 1, first.text.count)
    while end < start + 4, let next = paragraph(end), let role = roles[end],
      role == .text || role == .annexTitle,
      next.look.alignment == .center, next.look.size == first.look.size, next.look.font == first.look.font,
      next.headingLevel == first.headingLevel, isTitleText(next.text, goesOn: true)
    {
      length += next.text.count
      guard length <= 100 else { break }
      end += 1
    }
    return end
  }

  /// Whether a paragraph stands out as titles do.
  private func looksLikeTitle(_ paragraph: ManuscriptParagraph) -> Bool {
    guard isTitleText(paragraph.text, goesOn: false) else { return false }
    if paragraph.headingLevel != nil { return true }
    let look = paragraph.look
    guard look.alignment == .center else { return false }
    guard let size = look.size, let usual = main.size else { return look.isBold && !main.isBold }
    if size > usual + 1 { return true }
    return size >= usual
      && (look.isBold && !main.isBold || look.font != nil && main.font != nil && look.font != main.font)
  }

  private func isTitleText(_ text: String, goesOn: Bool) -> Bool {
    let line = text.withoutBlanks
    guard let first = line.first, let last = line.last, line.count <= 60, !"。；，：！？,;:、".contains(last) else {
      return false
    }
    if !goesOn, first == "（" && last == "）" || first == "(" && last == ")" { return false }
    // Captions of tables and pictures, names and days below a text, numbers, lines to sign on.
    if "表图".contains(first), line.dropFirst().first?.isNumber == true { return false }
    let isNumbered = Array(line.utf8).withUnsafeBufferPointer { Clause($0) != nil }
    return !isNumbered && !Paper.isBody(line) && line.contains { $0.isLetter } && !line.hasPrefix("附件")
  }

  /// The look of most of the letters.
  private static func main(of manuscript: Manuscript) -> Look {
    struct Key: Hashable {
      let (size, font, isBold): (Double?, String?, Bool)
      init(_ look: Look) { (size, font, isBold) = (look.size, look.font, look.isBold) }
    }
    var counts: [Key: (count: Int, look: Look)] = [:]
    for case .paragraph(let paragraph) in manuscript.blocks {
      counts[Key(paragraph.look), default: (0, paragraph.look)].count += paragraph.text.utf8.count
    }
    // In a total order, whatever the order of the dictionary.
    return counts.values.max {
      ($0.count, $0.look.size ?? 0, $0.look.font ?? "") < ($1.count, $1.look.size ?? 0, $1.look.font ?? "")
    }?.look ?? Look()
  }
}

extension Role {
  /// The unit, if it is one whose number opens a heading.
  fileprivate var headingUnit: Clause.Unit? {
    guard case .clause(let clause, isTitle: true) = self else { return nil }
    return switch clause.unit {
    case .book, .part, .chapter, .section: clause.unit
    case .article, .first, .second, .decimal: nil
    }
  }
}
