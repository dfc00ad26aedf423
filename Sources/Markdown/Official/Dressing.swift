import Base
import Papers

extension Fragment {
  /// The finished text: every block with the class of its role, an anchor if it is numbered or a heading, and the
  /// headings one level down if one of them is of level 1. What the page shows from the front matter is left out.
  consuming func dressed(known: KnownFacts) -> MarkdownReading {
    let isOfficial = options.officialParagraphs || options.anchors
    let paper = text.withUnsafeBufferPointer { text in
      let read = self.blocks.map { PaperBlock(form: $0.form, text: text.part($0.text), lead: $0.lead) }
      return isOfficial ? Paper(reading: read, known: known) : Paper(unread: read.count)
    }
    if options.officialLines {
      issues += BrokenSentences(text: text, blocks: blocks, roles: paper.roles, html: html).issues()
    }
    if issues.count > 1 {
      issues.sort { ($0.place.lowerBound, $0.place.upperBound) < ($1.place.lowerBound, $1.place.upperBound) }
    }
    let (blocks, plain) = (self.blocks, text)
    var dressing = Dressing(self, paper, shown: ShownFacts(known, paper))
    dressing.dress()
    let omitted = dressing.omitted
    return MarkdownReading(text: dressing.finished(), paper: paper, plain: plain, blocks: blocks, omitted: omitted)
  }
}

/// The parts of a pasted head that the page shows from the front matter, word for word, so that they need not stand
/// there twice.
private struct ShownFacts {
  private let roles: Set<OmittedRole>

  private enum OmittedRole { case letterhead, number, title }

  init(_ known: KnownFacts, _ paper: Paper) {
    func same(_ stated: Stated<String>?, _ text: String) -> Bool {
      stated.map { $0.value.filter { !$0.isWhitespace } == text.filter { !$0.isWhitespace } } ?? false
    }
    var roles: Set<OmittedRole> = []
    if same(paper.title, known.title) { roles.insert(.title) }
    // 签发人 may stand beside the number, and the front matter has no such field.
    let hasSigner = paper.signer.map { $0.place.block == paper.number?.place.block } ?? false
    // The number of an order begins with its letterhead: 安澜县人民政府令 above 第12号.
    let order = paper.number.map { number in
      Stated((paper.letterhead.last?.value ?? "") + number.value, at: number.place)
    }
    let isShown = same(paper.number, known.documentNumber) || same(order, known.documentNumber)
    if isShown, !hasSigner { roles.insert(.number) }
    if !known.issuers.isEmpty, paper.letterhead.allSatisfy({ known.names($0.value) }) { roles.insert(.letterhead) }
    self.roles = roles
  }

  func contains(_ role: Role) -> Bool {
    switch role {
    case .letterhead: roles.contains(.letterhead)
    case .number: roles.contains(.number)
    case .title: roles.contains(.title)
    default: false
    }
  }
}

extension Fragment {
  /// Whether a picture stands in a block.
  fileprivate func hasPicture(in block: Block) -> Bool {
    slots.contains { $0.kind == .image && block.html.contains($0.htmlOffset) }
  }
}

extension KnownFacts {
  /// Whether a letterhead is that of an issuer: 安澜县人民政府文件.
  fileprivate func names(_ letterhead: String) -> Bool {
    issuers.contains {
      letterhead == $0 || letterhead == $0 + "文件" || letterhead == $0 + "令" || letterhead == $0 + "公告"
    }
  }
}

/// Copies a fragment's HTML, writing attributes into the first tag of each block.
private struct Dressing {
  private let fragment: Fragment
  private let paper: Paper
  private let shown: ShownFacts
  private let shift: Int
  private var html: [UInt8] = []
  private var slots: [TargetSlot] = []
  private var outline: [OutlineEntry] = []
  private var numberedParagraphs: [OutlineEntry] = []
  private var anchors = Anchors()
  /// The level of the last heading.
  private var headingLevel = 1
  /// How much of the fragment's HTML is copied.
  private var copied = 0
  private var nextSlot = 0

  init(_ fragment: consuming Fragment, _ paper: Paper, shown: ShownFacts) {
    self.paper = paper
    self.shown = shown
    let hasTitle = zip(fragment.blocks, paper.roles).contains { $0.form == .heading(1) && !shown.contains($1) }
    // The page's title is its only `h1`.
    shift = fragment.options.shiftsHeadings && (fragment.hasNestedTitle || hasTitle) ? 1 : 0
    html.reserveCapacity(fragment.html.count + fragment.html.count / 4)
    slots.reserveCapacity(fragment.slots.count)
    self.fragment = fragment
  }

  mutating func dress() {
    for (index, block) in fragment.blocks.enumerated() {
      let role = paper.roles[index]
      // A picture may be described by the words of the title.
      if shown.contains(role), !fragment.hasPicture(in: block) {
        omit(block)
        continue
      }
      switch block.form {
      case .heading(let level): dress(block, heading: level, role: role)
      case .paragraph: dress(block, role: role)
      case .table, .list, .quotation, .other: break
      }
    }
    copy(to: fragment.html.count)
    if shift > 0 { lowerHeadings(&html) }
  }

  consuming func finished() -> MarkdownText {
    MarkdownText(
      html: html.fitting, slots: slots, outline: outline.fitting, numberedParagraphs: numberedParagraphs.fitting,
      plainText: fragment.text.fitting(from: omittedText), issues: fragment.issues)
  }

  /// How much of the plain text is left out: what is omitted stands at its beginning.
  private var omittedText = 0

  /// The places of the blocks that are left out.
  private(set) var omitted: [Range<Int>] = []

  private mutating func omit(_ block: Block) {
    omitted.append(block.source)
    copy(to: block.html.lowerBound)
    while nextSlot < fragment.slots.count, fragment.slots[nextSlot].htmlOffset <= block.html.upperBound {
      nextSlot += 1
    }
    copied = block.html.upperBound
    if html.isEmpty { omittedText = min(block.text.upperBound + 1, fragment.text.count) }
  }

  private mutating func dress(_ block: Block, heading level: Int, role: Role) {
    headingLevel = min(level + shift, 6)
    guard fragment.options.anchors else { return }
    let text = fragment.text[block.text]
    var kind = OutlineEntry.Kind.heading
    var anchor: String?
    if case .clause(let clause, _) = role {
      anchor = anchors.anchor(for: clause)
      if anchor != nil, clause.unit == .article { kind = .article }
    }
    let name = anchor ?? text.withUnsafeBufferPointer { anchors.anchor(forHeading: $0) }
    open(block, id: name)
    enter(block, kind, level: headingLevel, text: text, anchor: name, section: block.text.upperBound)
  }

  private mutating func dress(_ block: Block, role: Role) {
    if case .clause(let clause, let isTitle) = role {
      if fragment.options.anchors { dress(block, clause, isTitle: isTitle) }
    } else if role == .annexMark, fragment.options.anchors, fragment.options.officialParagraphs {
      let number = fragment.text.withUnsafeBufferPointer { text in
        ChineseNumeral(text.part(block.text), at: Bytes("附件").count)?.value
      }
      open(block, id: anchors.anchor(forAnnex: number), class: role.style)
    } else if let style = role.style, fragment.options.officialParagraphs {
      open(block, class: style)
    }
  }

  private mutating func dress(_ block: Block, _ clause: Clause, isTitle: Bool) {
    guard let anchor = anchors.anchor(for: clause) else { return }
    let level = min(headingLevel + clause.depth, 6)
    let text = fragment.text[block.text]
    let number = text.prefix(clause.byteCount)
    if clause.unit == .article {
      open(block, id: anchor, class: "article")
      mark(number, of: block)
      enter(block, .article, level: level, text: number, anchor: anchor, section: block.text.lowerBound)
    } else if isTitle {
      open(block, id: anchor, class: clause.unit.titleStyle)
      enter(block, .title, level: level, text: text, anchor: anchor, section: block.text.upperBound)
    } else {
      open(block, id: anchor)
      numberedParagraphs.append(entry(block, .paragraph, level: level, text: number, anchor: anchor, section: 0))
    }
  }

  /// Where the block that was opened last begins.
  private var start = 0

  /// Copies up to the block and writes attributes into its first tag, `<p` or `<h2`.
  private mutating func open(_ block: Block, id: String? = nil, class style: StaticString? = nil) {
    copy(to: block.html.lowerBound)
    start = html.count
    copy(to: block.html.lowerBound + (block.form == .paragraph ? 2 : 3))
    if let id {
      write(" id=\"")
      html.append(contentsOf: id.utf8)
      write("\"")
    }
    if let style {
      write(" class=\"")
      write(style)
      write("\"")
    }
  }

  /// Marks an article's number, unless there is markup inside it.
  private mutating func mark(_ number: ArraySlice<UInt8>, of block: Block) {
    var offset = copied + 1
    while offset < block.html.upperBound, fragment.html[offset] == 0x3C {
      guard let end = fragment.html[offset...].firstIndex(of: 0x3E) else { return }
      offset = end + 1
    }
    guard fragment.html[offset...].starts(with: number) else { return }
    copy(to: offset)
    write("<span class=\"article-number\">")
    copy(to: offset + number.count)
    write("</span>")
  }

  private mutating func enter(
    _ block: Block, _ kind: OutlineEntry.Kind, level: Int, text: ArraySlice<UInt8>, anchor: String, section: Int
  ) {
    outline.append(entry(block, kind, level: level, text: text, anchor: anchor, section: section))
  }

  /// The block that was opened last, as an entry.
  private func entry(
    _ block: Block, _ kind: OutlineEntry.Kind, level: Int, text: ArraySlice<UInt8>, anchor: String, section: Int
  ) -> OutlineEntry {
    OutlineEntry(
      kind: kind, level: level, text: String(decoding: text, as: UTF8.self), anchor: anchor, html: start,
      plain: max(block.text.lowerBound - omittedText, 0), section: max(section - omittedText, 0))
  }

  private mutating func copy(to end: Int) {
    let distance = html.count - copied
    while nextSlot < fragment.slots.count, fragment.slots[nextSlot].htmlOffset <= end {
      slots.append(fragment.slots[nextSlot].moved(by: distance))
      nextSlot += 1
    }
    html.append(contentsOf: fragment.html[copied..<end])
    copied = end
  }

  private mutating func write(_ markup: StaticString) {
    html.append(contentsOf: Bytes(markup))
  }
}

extension TargetSlot {
  fileprivate func moved(by distance: Int) -> TargetSlot {
    TargetSlot(kind: kind, destination: destination, htmlOffset: htmlOffset + distance, place: place)
  }
}

extension Role {
  /// The class of its paragraph.
  fileprivate var style: StaticString? {
    switch self {
    case .text, .clause: nil
    case .copyNumber, .secrecy, .urgency: "paper-mark"
    case .letterhead: "letterhead"
    case .number: "paper-number"
    case .signer: "signer"
    case .title: "paper-title"
    case .titleNote: "title-note"
    case .addressee: "addressee"
    case .contents: "contents-line"
    case .attachmentNote: "attachment-note"
    case .signature: "signature"
    case .signatureDate: "signature-date"
    case .note: "note"
    case .annexMark: "annex-mark"
    case .annexTitle: "annex-title"
    case .copies: "copies"
    case .imprint: "imprint"
    }
  }
}

extension Clause {
  /// How many levels it stands below the heading above it.
  fileprivate var depth: Int {
    switch unit {
    case .decimal: path.count
    case .second: 2
    case .book, .part, .chapter, .section, .article, .first: 1
    }
  }
}

extension Clause.Unit {
  fileprivate var titleStyle: StaticString {
    switch self {
    case .second: "title-2"
    case .first, .decimal: "title-1"
    case .section: "title-section"
    case .book, .part, .chapter, .article: "title-chapter"
    }
  }
}

extension Array {
  /// A copy without spare room, for what is kept as long as the library.
  fileprivate var fitting: [Element] { fitting(from: 0) }

  /// A slice as an array of its own: one of the whole would share the room.
  fileprivate func fitting(from start: Int) -> [Element] {
    withUnsafeBufferPointer { Array(UnsafeBufferPointer(rebasing: $0[start...])) }
  }
}
