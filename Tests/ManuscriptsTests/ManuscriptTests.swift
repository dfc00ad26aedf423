import Manuscripts
import Testing

@Suite struct ManuscriptTests {
  @Test func textOfAParagraphIsLabelAndSpans() {
    var paragraph = ManuscriptParagraph([.text("甲"), .lineBreak, .link("乙", to: "a.html"), .note(0), .picture(0)])
    paragraph.label = "第一条　"
    #expect(paragraph.text == "第一条　甲\n乙")
  }
}
