import Base

extension OfficePackage {
  /// The cells of a workbook, sheet by sheet, with their comments; links to other workbooks.
  mutating func readSheets() throws(OfficeFault) {
    let main = mainPart ?? "xl/workbook.xml"
    var workbook = WorkbookSheets()
    try read(main, root: "x:workbook", into: &workbook)
    let relations = try relations(of: main)
    var shared = SharedTexts()
    try readIfAny(relations.targets("sharedStrings").first ?? "xl/sharedStrings.xml", into: &shared)
    for sheet in workbook.sheets {
      guard let relation = relations[sheet.id] else { throw .damaged }
      // Charts and dialogues are sheets, too.
      guard relation.type == "worksheet" else { continue }
      var text = SheetText(sheet.name, isHidden: sheet.isHidden, shared: shared.texts)
      try read(relation.target, by: &text)
      if sheet.isHidden, text.hasText { content.note(.hiddenSheet, at: .sheet(sheet.name), name: sheet.name) }
      for comment in try comments(of: relation.target, sheet: sheet.name) {
        content.note(.comment, at: comment.place, name: comment.author)
        content.add(comment.text, at: .comment)
      }
    }
    for part in relations.targets("externalLink") {
      let outside = try self.relations(of: part).values.map(\.target).min()
      content.note(.externalLink, name: outside.map { $0.replacing("\\", with: "/").lastSegment })
    }
  }
}
