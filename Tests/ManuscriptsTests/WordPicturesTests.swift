import Manuscripts
import OfficeFiles
import Testing

struct WordPicturesTests {
  private static let png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1]

  private static func drawing(
    _ id: String, _ description: String = "", name: String = "图片 1", position: String = "inline"
  ) -> String {
    let wrap = ["behind": "<wp:wrapNone/>", "square": "<wp:wrapSquare/>"][position] ?? ""
    let frame = position == "inline" ? "inline" : "anchor"
    return
      "<w:r><w:drawing><wp:\(frame)>\(wrap)<wp:docPr name=\"\(name)\" descr=\"\(description)\"/><a:graphic><a:graphicData>"
      + "<pic:pic><pic:nvPicPr><pic:cNvPr name=\"x\"/></pic:nvPicPr><pic:blipFill><a:blip \(id)/></pic:blipFill></pic:pic>"
      + "</a:graphicData></a:graphic></wp:\(frame)></w:drawing></w:r>"
  }

  private static func read(_ body: String) throws(OfficeFault) -> Manuscript {
    try WordManuscript.read(
      Word.bytes(
        body,
        [
          "rels":
            "a image media/image1.png\nb image media/image2.emf\nc image https://a.gov.cn/x.png !\nd chart charts/chart1.xml\ne image media/gone.png"
        ],
        pictures: ["media/image1.png": png, "media/image2.emf": [1, 0, 0, 0], "charts/chart1.xml": chart]))
  }

  private static let chart = Array("<c:c xmlns:c=\"c\"><c:v>预算</c:v><c:v>12</c:v><c:v>预算</c:v></c:c>".utf8)

  @Test func `pictures stand in their text, with what they are said to show, and are kept once`() throws {
    let one = Self.drawing("r:embed=\"a\"", "示意图")
    let manuscript = try Self.read("<w:p>\(Word.r("甲"))\(one)</w:p><w:p>\(one)</w:p>")
    #expect(manuscript.lines == ["甲!image1.png", "!image1.png"])
    #expect(manuscript.pictures == [ManuscriptPicture(name: "image1.png", bytes: Self.png, description: "示意图")])
    #expect(manuscript.doubts.isEmpty)
  }

  @Test func `pictures elsewhere, of forms that no browser shows, or that are missing are doubted`() throws {
    let manuscript = try Self.read(
      "<w:p>\(Self.drawing("r:link=\"c\""))\(Self.drawing("r:embed=\"b\""))\(Self.drawing("r:embed=\"e\""))\(Self.drawing("r:embed=\"?\""))</w:p>"
    )
    #expect(manuscript.lines.isEmpty && manuscript.pictures.isEmpty)
    #expect(
      manuscript.doubtful == [
        "picture https://a.gov.cn/x.png", "picture image2.emf", "picture word/media/gone.png", "picture 图片 1",
      ])
  }

  @Test func `a picture over a signature or a date, or called a seal, is one; another stays and is doubted`() throws {
    let over = Self.drawing("r:embed=\"a\"", position: "behind")
    let manuscript = try Self.read(
      "<w:p><w:pPr><w:jc w:val=\"right\"/></w:pPr>\(Word.r("安澜县人民政府"))\(over)</w:p><w:p>\(over)\(Word.r("2023年8月1日"))</w:p>"
        + "<w:p>\(Self.drawing("r:embed=\"a\"", name: "公章"))</w:p><w:p>\(Word.r("甲"))\(over)</w:p>"
        + "<w:p>\(Word.r("乙"))\(Self.drawing("r:embed=\"a\"", position: "square"))</w:p>")
    #expect(manuscript.lines == ["安澜县人民政府", "2023年8月1日", "甲!image1.png", "乙!image1.png"])
    #expect(manuscript.left == ["seal image1.png 第1段", "seal image1.png 第2段", "seal 公章 第3段"])
    #expect(manuscript.doubtful == ["picture image1.png"])
  }

  @Test func `pictures of old files are read, those of objects are not, and objects are doubted`() throws {
    let old =
      "<w:r><w:pict><v:shape style=\"width:1pt\"><v:imagedata r:id=\"a\" o:title=\"图\"/></v:shape></w:pict></w:r>"
    let object =
      "<w:r><w:object><v:shape><v:imagedata r:id=\"b\"/></v:shape><o:OLEObject ProgID=\"Equation.3\"/></w:object></w:r>"
    let chart =
      "<w:r><w:drawing><wp:inline><wp:docPr name=\"图表 1\"/><a:graphic><a:graphicData><c:chart xmlns:c=\"c\" r:id=\"d\"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    let manuscript = try Self.read("<w:p>\(old)\(object)</w:p><w:p>\(chart)</w:p>")
    #expect(manuscript.lines == ["!image1.png"] && manuscript.pictures[0].description == "图")
    #expect(manuscript.doubtful == ["object Equation.3", "object 图表 预算 12"])
  }
}
