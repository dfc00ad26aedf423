import Base
import OfficeFiles

extension WordStory {
  mutating func beginParagraph() {
    pieceCount += 1
    if pieceCount > Self.mostPieces { isTooLarge = true }
    paragraphs.append(OpenParagraph())
    paragraphs[paragraphs.count - 1].styled = setting.styles.paragraph(nil)
  }

  mutating func endParagraph(ofDrawing isOfDrawing: Bool) {
    guard var paragraph = paragraphs.popLast() else { return }
    let place = place
    if paragraph.hasText { places.endParagraph() }
    if case .some(let author) = paragraph.formerBy, !findings.hasRevision(at: place) {
      findings.stop(.revision, paragraph.text, author: author, at: place)
    }
    let isMarkHidden = setting.styles.run(paragraph.mark, in: paragraph.properties.style).isHidden == true
    let isUnseen = paragraph.isMarkDeleted || isMarkHidden && paragraph.isEmpty
    let isInitial = paragraph.properties.isInitial == true
    if !isUnseen, tables.last?.isUnseen != true || blocks.last?.isBox == true { number(&paragraph, at: place) }
    if var begun = blocks[blocks.count - 1].begun {
      blocks[blocks.count - 1].begun = nil
      begun.goOn(with: paragraph)
      paragraph = begun
    }
    if paragraph.isMarkDeleted || isMarkHidden || isInitial {
      blocks[blocks.count - 1].begun = paragraph
    } else if isOfDrawing, let outer = paragraphs.indices.last {
      paragraphs[outer].floats += finished(paragraph, at: place).map(Self.boxed)
    } else {
      blocks[blocks.count - 1].blocks += finished(paragraph, at: place)
    }
    if let section = paragraph.section, places.part == .body {
      sections.append(section)
      sectionEnds.append(blocks[0].blocks.count)
    }
  }

  /// Writes the number in front.
  private mutating func number(_ paragraph: inout OpenParagraph, at place: OfficePlace) {
    let (direct, styled) = (paragraph.properties, paragraph.styled)
    let isBox = blocks.contains(where: \.isBox)
    let counter = isBox ? \WordStory.counters.boxes : \WordStory.counters.text
    guard let position = self[keyPath: counter].place(direct, styled) else {
      if let list = direct.list ?? styled.list, list > 0, setting.numbering.lists.isEmpty {
        findings.doubt(.numbering, paragraph.text, at: place)
      }
      return
    }
    guard let level = self[keyPath: counter].level(position), let label = self[keyPath: counter].next(position) else {
      return
    }
    // Indents of the level count before those of the style if the paragraph itself names the list.
    paragraph.styled = direct.list == nil ? styled.over(level.paragraph) : level.paragraph.over(styled)
    paragraph.label += label.text
    if !label.isCertain { findings.doubt(.numbering, label.text, at: place) }
    noteUnknown(label.text)
  }

  /// The blocks that a paragraph makes: none if a reader sees nothing, more than itself if there are text boxes in it.
  private mutating func finished(_ open: OpenParagraph, at place: OfficePlace) -> [ManuscriptBlock] {
    var open = open
    let properties = open.properties.over(open.styled)
    let text = open.overlays.isEmpty ? "" : open.text.trimmed
    for placed in open.overlays {
      let picture = placed.picture
      if Self.isSeal(picture, on: text, properties.alignment) {
        findings.leaveOut(.seal, picture.description.isEmpty ? picture.name : picture.description, at: place)
      } else {
        findings.doubt(.picture, picture.name, at: place)
        open.add(.picture(index(of: placed)))
      }
    }
    if !open.isEmpty, !open.floats.isEmpty {
      for case .paragraph(let paragraph) in open.floats {
        findings.doubt(.textBox, paragraph.text, at: paragraph.place)
      }
    }
    guard !open.isEmpty else {
      startsPage = startsPage || open.startsPage || properties.startsPage == true
      return open.floats
    }
    var paragraph = ManuscriptParagraph(Array(open.trimmedSpans), at: place)
    paragraph.label = open.label
    paragraph.startsPage = startsPage || open.startsPage || properties.startsPage == true
    startsPage = open.endsPage
    paragraph.headingLevel = properties.outline.flatMap { (0...8).contains($0) ? $0 + 1 : nil }
    open.evidence.write(to: &paragraph.look)
    paragraph.look.alignment = properties.alignment ?? .start
    let size = paragraph.look.size ?? 10.5
    let indent = properties.left.characters(ofSize: size) + properties.first.characters(ofSize: size)
    paragraph.look.indent = (indent * 100).rounded() / 100
    return [.paragraph(paragraph)] + open.floats
  }

  /// A seal lies over a signature or a date; otherwise only its name can tell.
  private static func isSeal(
    _ picture: ManuscriptPicture, on text: String, _ alignment: Look.Alignment?
  ) -> Bool {
    let isDate = text.count <= 40 && text.hasSuffix("日") && text.contains("年") && text.contains("月")
    return WordImage.isSeal(picture.name + picture.description) || alignment == .end && !text.isEmpty || isDate
  }

  /// Where a picture is in the list; one that stands in several places is there once.
  mutating func index(of placed: PlacedPicture) -> Int {
    let key = "\(placed.part)\n\(placed.picture.description)"
    if let index = pictureIndices[key] { return index }
    pictures.append(placed.picture)
    pictureIndices[key] = pictures.count - 1
    return pictures.count - 1
  }

  /// What a paragraph without an end of its own has begun becomes one at the end of its text.
  mutating func flush() {
    guard let begun = blocks[blocks.count - 1].begun else { return }
    blocks[blocks.count - 1].begun = nil
    blocks[blocks.count - 1].blocks += finished(begun, at: place)
  }

  static func boxed(_ block: ManuscriptBlock) -> ManuscriptBlock {
    guard case .paragraph(var paragraph) = block else { return block }
    paragraph.frame = .textBox
    return .paragraph(paragraph)
  }
}
