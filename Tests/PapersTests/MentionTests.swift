import Base
import Testing

@testable import Papers

/// What a line names: documents with the provisions of them, and provisions of its own.
@Suite("Mentions")
struct MentionTests {
  /// `name|clause clause`, each with its anchors: `《甲办法》|第三条(tiao-3)`.
  private static func mentions(_ text: String) -> [String] {
    var text = text
    return text.withUTF8 { bytes in
      let line = TextLine(bytes)
      return Mention.all(in: line).map { mention in
        let clauses = mention.clauses.map { "\($0.name)(\($0.anchors.joined(separator: " ")))" }
        return ([line.text(mention.range)] + clauses).joined(separator: "|")
      }
    }
  }

  @Test(
    "documents and their provisions",
    arguments: [
      ("根据《甲条例》制定", ["《甲条例》"]),
      ("依照《甲条例》（甲政发〔2020〕5号）第二条第一款第（三）项执行", ["《甲条例》（甲政发〔2020〕5号）|第二条第一款第（三）项(tiao-2)"]),
      ("《甲条例》（甲政发〔2020〕5号，以下简称《条例》）第二条", ["《甲条例》|第二条(tiao-2)"]),
      ("《甲条例》第三条、第五条和第七条第二款", ["《甲条例》|第三条(tiao-3)|第五条(tiao-5)|第七条第二款(tiao-7)"]),
      ("《甲条例》第三条第一款、第二款、第五条", ["《甲条例》|第三条第一款(tiao-3)|第五条(tiao-5)"]),
      ("《甲条例》第三条至第六条的规定", ["《甲条例》|第三条(tiao-3)|第六条(tiao-6)"]),
      ("《甲条例》的第十二条之一", ["《甲条例》|第十二条之一(tiao-12-1)"]),
      ("《甲条例》第二章第三节", ["《甲条例》|第二章第三节(jie-3 zhang-2)"]),
      ("《甲条例》第12条", ["《甲条例》|第12条(tiao-12)"]),
      ("《甲条例》第三条，第五条", ["《甲条例》|第三条(tiao-3)"]),
      ("见甲政发〔2020〕5号第二条", ["甲政发〔2020〕5号|第二条(tiao-2)"]),
      ("《关于印发〈甲办法〉的通知》", ["《关于印发〈甲办法〉的通知》"]),
      ("《甲条例》第三条例外", ["《甲条例》"]), ("《甲条例》第三条款", ["《甲条例》"]), ("《甲条例》第三次", ["《甲条例》"]),
    ])
  func documents(_ text: String, _ expected: [String]) { #expect(Self.mentions(text) == expected) }

  @Test(
    "provisions of the text itself",
    arguments: [
      ("违反本办法第五条第一款规定", ["本办法|第五条第一款(tiao-5)"]),
      ("依照本法第五条、第八条处罚", ["本法|第五条(tiao-5)|第八条(tiao-8)"]), ("本实施细则第三章", ["本实施细则|第三章(zhang-3)"]),
      ("本市第三条线路", []), ("本章第三条", []), ("本办法规定的第三条", []), ("前款、本条第二款", []), ("基本第一条", []),
    ])
  func own(_ text: String, _ expected: [String]) { #expect(Self.mentions(text) == expected) }

  @Test func `short names, words before a title, editions`() throws {
    func first(_ text: String) -> Mention? {
      var text = text
      return text.withUTF8 { Mention.all(in: TextLine($0)).first }
    }
    #expect(first("《甲条例》（以下简称《条例》）")?.shortName == "条例")
    #expect(first("《甲条例》（甲政发〔2020〕5号，下称“《条例》”）")?.shortName == "条例")
    #expect(first("《甲条例》（以下简称条例）")?.shortName == nil)
    #expect(first("《甲》（以下统称《条例》）")?.shortName == nil)
    #expect(first("各单位，根据县人民政府《甲条例》")?.lead == "根据县人民政府")
    #expect(first("《甲法》（2012年修正）")?.isEdition == true)
    #expect(first("“《甲法》第三条”")?.isQuoted == true)
  }

  @Test func `headings and titles name their own subject`() {
    let read = paper("# 根据《甲条例》\n根据《乙条例》制定。\n\n一、《丙条例》\n", known: KnownFacts()).mentions
    #expect(read.map(\.value.name) == [.title("乙条例", nil)])
  }
}
