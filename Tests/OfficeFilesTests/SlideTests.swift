import Base
import OfficeFiles
import TestSupport
import Testing

struct SlideTests {
  private static func slide(_ text: String, _ attributes: String = "") -> String {
    "<p:sld \(Office.names) \(attributes)><p:sp><a:p><a:r><a:t>\(text)</a:t></a:r></a:p><a:p><a:fld><a:t>3</a:t></a:fld></a:p>"
      + "</p:sp></p:sld>"
  }

  @Test func `slides have the numbers of their order, whatever their files are called`() throws {
    let bytes = Office.bytes(of: [
      (
        "ppt/presentation.xml",
        "<p:presentation \(Office.names)><p:sldIdLst><p:sldId r:id=\"b\" id=\"256\"/><p:sldId id=\"257\" r:id=\"a\"/></p:sldIdLst>"
          + "</p:presentation>"
      ),
      (
        "ppt/_rels/presentation.xml.rels",
        Office.relations([("a", "slide", "slides/slide1.xml"), ("b", "slide", "/ppt/slides/slide2.xml")])
      ), ("ppt/slides/slide1.xml", Self.slide("后", "show=\"0\"")), ("ppt/slides/slide2.xml", Self.slide("前")),
      (
        "ppt/slides/_rels/slide2.xml.rels",
        Office.relations([("n", "notesSlide", "../notesSlides/n.xml"), ("c", "comments", "../comments/c.xml")])
      ), ("ppt/notesSlides/n.xml", Self.slide("别念")),
      ("ppt/comments/c.xml", "<p:cmLst \(Office.names)><p:cm><p:text>改一下</p:text></p:cm></p:cmLst>"),
    ])
    let content = try OfficeReader().read(bytes, ending: "pptx")
    #expect(
      content.pieces.map { "\($0.place.text)：\($0.text)" } == [
        "第1张幻灯片：前", "第1张幻灯片的备注：别念", "批注：改一下", "第2张幻灯片：后",
      ])
    #expect(content.pieces.map(\.isShown) == [true, true, true, false])
    #expect(content.trace(.hiddenSlide)?.place == .slide(2) && content.trace(.speakerNotes)?.place == .slide(1))
    #expect(content.trace(.comment)?.count == 1)
  }
}
