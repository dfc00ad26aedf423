import Archives
import Base
@testable import OfficeFiles
import TestSupport
import Testing

struct CleaningTests {
  @Test func `names go from the properties, every other part stays byte for byte`() throws {
    let bytes = Office.word(
      Office.paragraph("正文"),
      [
        "docProps/core.xml": Office.properties(creator: "张三 &amp; 李四", changedBy: "王五"),
        "docProps/app.xml":
          "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\"><Manager>赵六</Manager>"
          + "<Company>某公司</Company><Pages>3</Pages></Properties>",
      ])
    let clean = try #require(OfficeCleaning.cleaned(bytes))
    let content = try OfficeReader().read(clean, ending: "docx")
    #expect(content.traces.isEmpty && content.pieces.map(\.text) == ["正文"])
    var (old, new) = (try ZIPReader(bytes), try ZIPReader(clean))
    #expect(old.entries.map(\.name) == new.entries.map(\.name))
    #expect(try old.read("word/document.xml") == new.read("word/document.xml"))
    #expect(
      try String(decoding: new.read("docProps/app.xml"), as: UTF8.self).contains(
        "<Manager></Manager><Company></Company><Pages>3</Pages>"))
    #expect(try String(decoding: new.read("docProps/core.xml"), as: UTF8.self).contains("<dc:title>题目</dc:title>"))
    #expect(OfficeCleaning.cleaned(clean) == nil)
  }

  @Test(arguments: [
    "<!-- <dc:creator> -->", "<dc:creator><![CDATA[张三</]]></dc:creator>", "<dc:creator/>", "<x y=\"a>b\"/>",
  ])
  func `what is written to mislead is either cleaned or left as it is`(_ trick: String) throws {
    let core = Office.properties(creator: "张三").replacing("<dc:title>题目</dc:title>", with: trick)
    let bytes = Office.word(Office.paragraph("正文"), ["docProps/core.xml": core])
    guard let clean = OfficeCleaning.cleaned(bytes) else { return }
    #expect(try OfficeReader().read(clean, ending: "docx").trace(.author) == nil)
  }

  @Test func `a file with a signature is left as it is`() {
    let core = Office.properties(creator: "张三")
    let bytes = Office.word(Office.paragraph("正文"), ["docProps/core.xml": core, "_xmlsignatures/sig1.xml": "<x/>"])
    #expect(OfficeCleaning.cleaned(bytes) == nil)
  }

  @Test(arguments: [(Pictures.jpeg, PictureSegments.Sort.jpeg), (Pictures.png, .png)])
  func `a picture loses name and position, keeps its turn and its own bytes`(
    _ bytes: [UInt8], _ sort: PictureSegments.Sort
  ) throws {
    let clean = try #require(OfficeCleaning.cleaned(bytes))
    let found = PictureProperties(clean, sort)
    #expect(found.people.isEmpty && !found.hasPosition && found.orientation == 6)
    let dropped: Set = ["E1", "eXIf"]
    func parts(_ bytes: [UInt8]) -> [[UInt8]] {
      PictureSegments.all(of: bytes, sort).filter { !dropped.contains($0.name) }.map { Array(bytes[$0.whole]) }
    }
    #expect(parts(clean) == parts(bytes))
    #expect(clean.suffix(12) == bytes.suffix(12))
    #expect(OfficeCleaning.cleaned(clean) == nil)
  }

  @Test func `what stands behind the end of a JPEG goes, too`() throws {
    let clean = try #require(OfficeCleaning.cleaned(Pictures.jpeg + Pictures.jpeg))
    #expect(clean == OfficeCleaning.cleaned(Pictures.jpeg))
    #expect(OfficeCleaning.cleaned(Array(Pictures.jpeg.dropLast(2))) == nil)
  }
}
