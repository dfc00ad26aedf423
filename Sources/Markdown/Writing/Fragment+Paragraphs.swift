import Base
import Papers

/// The beginning of a paragraph, which determines its role.
struct ParagraphLead {
  /// The first text of the paragraph, up to the first line end or markup.
  let text: Bytes
  /// What follows that text.
  let followedBy: Follower

  enum Follower {
    /// Nothing: the text is the whole paragraph.
    case nothing
    /// A line break, or the end of the emphasis that contains the text.
    case boundary
    /// Other markup.
    case markup
  }
}

extension Fragment {
  /// Opens a top-level paragraph.
  mutating func openParagraph(_ paragraph: ParagraphLead) {
    beginLine()
    let indent = options.officialParagraphs ? paragraph.text.ideographicIndent : 0
    let lead = ParagraphLead(
      text: paragraph.text.part(indent..<paragraph.text.count), followedBy: paragraph.followedBy)
    if !openClause(lead) { openPlain(lead) }
    self.lead.skipped = indent
    blockCount += 1
  }

  /// Closes a top-level paragraph.
  mutating func closeParagraph() {
    write("</p>\n")
    lead = Lead()
    if isTitleOpen {
      endSectionHeading()
      isTitleOpen = false
    }
  }

  /// Opens a numbered paragraph; false if this one is not.
  private mutating func openClause(_ lead: ParagraphLead) -> Bool {
    guard options.anchors, let clause = Clause(lead.text) else { return false }
    switch clause.unit {
    case .article:
      guard lead.followedBy != .markup || clause.byteCount < lead.text.count, clause.isSetApart(in: lead.text) else {
        return false
      }
      openArticle(clause, lead.text)
    case .first, .second:
      openTitle(clause, lead)
    case .book, .part, .chapter, .section:
      guard lead.isTitle, clause.isSetApart(in: lead.text) else { return false }
      openTitle(clause, lead)
    }
    return true
  }

  private mutating func openArticle(_ clause: Clause, _ lead: Bytes) {
    signatureOffset = nil
    guard let anchor = anchors.anchor(for: clause) else { return write("<p>") }
    let start = html.count
    write("<p id=\"")
    write(name: anchor)
    write("\" class=\"article\">")
    let number = lead.part(0..<clause.byteCount).string
    beginSection(
      OutlineEntry(kind: .article, level: min(headingLevel + 1, 6), text: number, anchor: anchor, htmlOffset: start))
    self.lead.number = clause.byteCount
  }

  /// A line that serves as a heading gets a class and an outline entry, a longer paragraph only an anchor.
  private mutating func openTitle(_ clause: Clause, _ lead: ParagraphLead) {
    signatureOffset = nil
    let anchor = anchors.anchor(for: clause)
    let start = html.count
    let level = min(headingLevel + (clause.unit == .second ? 2 : 1), 6)
    guard let anchor, lead.isTitle else {
      openAnchored(anchor)
      let number = lead.text.part(0..<clause.byteCount)
      if let anchor {
        numberedParagraphs.append(
          OutlineEntry(kind: .paragraph, level: level, text: number.string, anchor: anchor, htmlOffset: start))
      }
      return
    }
    write("<p id=\"")
    write(name: anchor)
    write("\" class=\"")
    write(clause.unit.titleClass)
    write("\">")
    beginSection(
      OutlineEntry(kind: .title, level: level, text: lead.text.string, anchor: anchor, htmlOffset: start))
    isTitleOpen = true
  }

  private mutating func openAnchored(_ anchor: String?) {
    separateText()
    guard let anchor else { return write("<p>") }
    write("<p id=\"")
    write(name: anchor)
    write("\">")
  }

  private mutating func openPlain(_ lead: ParagraphLead) {
    separateText()
    let signature = signatureOffset
    signatureOffset = nil
    guard options.officialParagraphs, lead.followedBy == .nothing else { return write("<p>") }
    if let signature, lead.text.isDateLine {
      html.insert(contentsOf: Array(" class=\"signature\"".utf8), at: signature)
      write("<p class=\"signature-date\">")
    } else if blockCount == 0, lead.text.isAddressee {
      write("<p class=\"addressee\">")
    } else if lead.text.isDisclosureNote {
      write("<p class=\"note\">")
    } else {
      write("<p>")
      if blockCount > 0, lead.text.isOrganizationLine { signatureOffset = html.count - 1 }
    }
  }
}

extension ParagraphLead {
  /// Whether the whole paragraph can serve as a heading: at most 40 characters, no punctuation at its end.
  fileprivate var isTitle: Bool {
    followedBy == .nothing && text.count <= 160 && text.scalarCount <= 40 && !text.endsWithMark
  }
}

extension Clause.Unit {
  fileprivate var titleClass: StaticString {
    switch self {
    case .second: "title-2"
    case .first: "title-1"
    case .section: "title-section"
    case .book, .part, .chapter, .article: "title-chapter"
    }
  }
}
