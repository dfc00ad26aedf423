import Manuscripts
import Testing

struct WordNotesTests {
  private static func reference(_ kind: String, _ id: Int, _ more: String = "") -> String {
    "<w:r><w:\(kind)noteReference w:id=\"\(id)\" \(more)/></w:r>"
  }

  private static func note(_ kind: String, _ id: Int, _ text: String, _ more: String = "") -> String {
    "<w:\(kind)note w:id=\"\(id)\" \(more)>\(Word.p(text))</w:\(kind)note>"
  }

  @Test func `notes are in the order of their marks, each kind counted by itself`() throws {
    let body =
      "<w:p>\(Word.r("甲"))\(Self.reference("foot", 5))\(Word.r("乙"))\(Self.reference("end", 1))\(Word.r("丙"))\(Self.reference("foot", 2))</w:p>"
    let manuscript = try Word.read(
      body,
      [
        "footnotes": Self.note("foot", 0, "—", "w:type=\"separator\"") + Self.note("foot", 2, " 二")
          + Self.note("foot", 5, " 五"),
        "endnotes": Self.note("end", 1, "尾"),
      ])
    #expect(manuscript.lines == ["甲^1乙^i丙^2"])
    #expect(manuscript.notes.map { note in note.blocks.compactMap(manuscript.line).joined() } == ["五", "尾", "二"])
  }

  @Test func `the format and start of marks are those of the section, else of the file; authors may choose their own`()
    throws
  {
    let section =
      "<w:sectPr><w:footnotePr><w:numFmt w:val=\"lowerLetter\"/><w:numRestart w:val=\"eachSect\"/></w:footnotePr></w:sectPr>"
    let own = "<w:r><w:footnoteReference w:id=\"4\" w:customMarkFollows=\"1\"/><w:t>＊</w:t></w:r>"
    let body =
      "<w:p>\(Self.reference("foot", 1))\(Self.reference("foot", 2))\(own)</w:p><w:p><w:pPr>\(section)</w:pPr>\(Self.reference("foot", 3))</w:p>"
      + "<w:p>\(Self.reference("foot", 5))</w:p>"
    let manuscript = try Word.read(
      body,
      [
        "settings":
          "<w:footnotePr><w:numFmt w:val=\"decimalEnclosedCircleChinese\"/><w:numStart w:val=\"3\"/></w:footnotePr>",
        "footnotes": Self.note("foot", 4, "＊ 星"),
      ])
    #expect(manuscript.notes.map(\.mark) == ["c", "d", "＊", "e", "⑥"])
    #expect(manuscript.notes[2].blocks.compactMap(manuscript.line) == ["星"])
  }

  @Test func `marks that start again on every page are doubted`() throws {
    let manuscript = try Word.read(
      "<w:p>\(Self.reference("foot", 1))</w:p>",
      [
        "settings": "<w:footnotePr><w:numRestart w:val=\"eachPage\"/></w:footnotePr>",
        "footnotes": Self.note("foot", 1, "注"),
      ])
    #expect(manuscript.doubts.map(\.kind) == [.numbering])
  }

  @Test func `a note without a mark is not shown, and said`() throws {
    let manuscript = try Word.read(Word.p("文"), ["footnotes": Self.note("foot", 1, "旧注")])
    #expect(manuscript.notes.isEmpty && manuscript.left == ["hiddenText 旧注 脚注或尾注"])
  }
}
