import Base

extension OfficePackage {
  /// The cells of a workbook, sheet by sheet, with their comments; links to other workbooks.
  mutating func readSheets() throws(OfficeFault) {
    let main = mainPart ?? "xl/workbook.xml"
    var workbook = WorkbookSheets()
    try read(main, into: &workbook)
    let relations = try relations(of: main)
    var shared = SharedTexts()
    let table = relations.values.first { $0.type == "sharedStrings" }?.target ?? "xl/sharedStrings.xml"
    try readIfAny(table, into: &shared)
    for sheet in workbook.sheets {
      // Charts and dialogues are sheets, too.
      guard let relation = relations[sheet.id], relation.type == "worksheet" else { continue }
      var text = SheetText(sheet.name, shared: shared.texts, of: content)
      try read(relation.target, into: &text)
      content = text.content
      if sheet.isHidden, text.hasText { content.note(.hiddenSheet, at: .sheet(sheet.name), name: sheet.name) }
      try readComments(of: relation.target, sheet.name)
    }
    for relation in relations.values where relation.type == "externalLink" {
      let outside = try self.relations(of: relation.target).values.map(\.target).min()
      content.note(.externalLink, name: outside.map { $0.replacing("\\", with: "/").lastSegment })
    }
  }

  private mutating func readComments(of part: String, _ sheet: String) throws(OfficeFault) {
    let relations = try relations(of: part).values
    // Newer ones have their text in the older form, too, for older programs.
    let newer = relations.filter { $0.type == "threadedComment" }
    for relation in newer.isEmpty ? relations.filter({ $0.type == "comments" }) : newer {
      var comments = SheetComments(sheet, of: content)
      try readIfAny(relation.target, into: &comments)
      content = comments.content
    }
  }
}
