import OfficeFiles

// Properties: elements that say how the element looks in which they stand.
extension WordStory {
  /// Whether an element begins the properties of the open one.
  mutating func beginsProperties(_ name: String) -> Bool {
    switch name {
    case "w:pPr" where !paragraphs.isEmpty: properties = .paragraph
    case "w:rPr" where !runs.isEmpty:
      runs[runs.count - 1] = RunProperties()
      properties = .run
    case "w:tcPr": properties = .cell
    case "w:trPr": properties = .row
    case "w:sectPr": beginSection(.section)
    case "w:tblPr", "w:tblPrEx", "w:pPr", "w:rPr": properties = .other
    default: return false
    }
    return true
  }

  mutating func takeProperty(_ name: String, _ attributes: XMLAttributes) {
    let paragraph = paragraphs.count - 1
    switch properties {
    case .paragraph where name == "w:rPr": properties = .mark
    case .paragraph where name == "w:sectPr": beginSection(.sectionOfParagraph)
    case .paragraph where name == "w:ins": noteFormer(by: attributes["author"])
    case .paragraph: paragraphs[paragraph].properties.take(name, attributes)
    case .mark where ["w:del", "w:moveFrom", "w:ins", "w:moveTo"].contains(name):
      if name == "w:del" || name == "w:moveFrom" { paragraphs[paragraph].isMarkDeleted = true }
      noteFormer(by: attributes["author"])
    case .mark: paragraphs[paragraph].mark.take(name, attributes)
    case .run: runs[runs.count - 1]?.take(name, attributes)
    case .cell:
      if ["w:cellIns", "w:cellDel", "w:cellMerge"].contains(name) { noteFormer(by: attributes["author"]) }
      if !tables.isEmpty { tables[tables.count - 1].takeCell(name, attributes) }
    case .row:
      if !tables.isEmpty { tables[tables.count - 1].takeRow(name, attributes) }
    case .section, .sectionOfParagraph: section.start(name, attributes)
    case .other, .none: break
    }
  }

  mutating func endProperties(_ name: String) {
    switch (properties, name) {
    case (.mark, "w:rPr"): properties = .paragraph
    case (.paragraph, "w:pPr"):
      let paragraph = paragraphs.count - 1
      paragraphs[paragraph].styled = setting.styles.paragraph(paragraphs[paragraph].properties.style)
      properties = .none
    case (.run, "w:rPr"):
      runs[runs.count - 1] = runs[runs.count - 1].map { setting.styles.run($0, in: paragraphs.last?.properties.style) }
      properties = .none
    case (.section, "w:sectPr"):
      sections.append(section.section)
      properties = .none
    case (.sectionOfParagraph, "w:sectPr"):
      paragraphs[paragraphs.count - 1].section = section.section
      properties = .paragraph
    case (.cell, "w:tcPr"), (.row, "w:trPr"), (.other, "w:tblPr"), (.other, "w:tblPrEx"), (.other, "w:pPr"),
      (.other, "w:rPr"):
      properties = .none
    case (.section, _), (.sectionOfParagraph, _): section.end(name)
    default: break
    }
  }

  private mutating func beginSection(_ kind: Properties) {
    properties = kind
    section = SectionReader()
  }

  /// Former properties are a change nobody has accepted; one for a paragraph is enough.
  mutating func noteFormer(by author: String?) {
    if let last = paragraphs.indices.last {
      if paragraphs[last].formerBy == nil { paragraphs[last].formerBy = .some(author) }
    } else if !findings.hasRevision(at: place) {
      findings.stop(.revision, "", author: author, at: place)
    }
  }
}
