import Base
import Documents
import Testing

/// A document is a value, however its copies share what they hold.
@Suite struct DocumentTests {
  private func document() -> Document {
    var document = Document(
      id: DocumentID("zhengce/1"), column: "zhengce", kind: "normative", slug: "1",
      frontMatter: SourceText(path: "Content/zhengce/1.md", bytes: []))
    document.title = "甲"
    document.fields["place"] = .text("县城")
    return document
  }

  @Test func aCopyIsChangedAlone() {
    let document = document()
    var copy = document
    copy.title = "乙"
    copy.fields["place"] = .text("乡下")
    copy.issuers.append("安澜县人民政府")
    #expect(document.title == "甲")
    #expect(document.text(in: "place") == "县城")
    #expect(document.issuers.isEmpty)
    #expect(copy.title == "乙")
    #expect(copy.text(in: "place") == "乡下")
    #expect(copy.issuers == ["安澜县人民政府"])
    #expect(copy.id == document.id)
  }

  @Test func theOriginalIsChangedAlone() {
    var document = document()
    let copies = [document, document]
    document.isDraft = true
    #expect(document.isDraft)
    #expect(copies.allSatisfy { !$0.isDraft })
  }
}
