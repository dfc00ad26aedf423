import Base
import Testing

@testable import Exchange
@testable import Search

struct CopyRowTests {
  @Test func `what COPY would take for its own is escaped`() {
    var row = CopyRow()
    row.add("a\tb\\N\r\n")
    row.add(nil)
    row.add("")
    row.add(.object(["k": "\"\\\0\t😀𠮷"]))
    #expect(
      String(decoding: row.line, as: UTF8.self)
        == #"a\tb\\N\r\n"# + "\t" + #"\N"# + "\t\t" + #"{"k":"\\"\\\\"# + "\u{FFFD}" + #"\\t😀𠮷"}"# + "\n")
  }
}

struct PhraseVectorTests {
  private static func passage(_ text: String, _ part: FoldedPassage.Part = .body, _ anchor: String? = nil)
    -> FoldedPassage
  {
    FoldedPassage(part: part, anchor: anchor, units: Array(text.utf16))
  }

  private static func texts(_ passages: [FoldedPassage]) -> [String] {
    PhraseVectors(passages).rows.map { String(decoding: $0.vector, as: UTF8.self) }
  }

  @Test func `pairs have their positions, the last character stands alone, and parts have weights`() {
    #expect(Self.texts([Self.passage("甲乙丙", .title)]) == ["'甲乙':1A '乙丙':2A '丙':3A"])
    #expect(Self.texts([Self.passage("甲")]) == ["'甲':1"])
    #expect(Self.texts([Self.passage("")]) == [])
  }

  @Test func `a passage goes on into the next, a title does not`() {
    #expect(
      Self.texts([Self.passage("甲", .title), Self.passage("乙", .body, "tiao-1"), Self.passage("丙", .body, "tiao-2")])
        == ["'甲':1A", "'乙丙':1 '丙':2", "'丙':1"])
  }

  @Test func `no row has more positions of a word than tsvector keeps`() {
    let rows = Self.texts([Self.passage(String(repeating: "零", count: 1000))])
    #expect(rows.count == 5 && rows.allSatisfy { $0.split(separator: " ").count <= 255 })
  }

  @Test func `every phrase of sixteen characters stands whole in a row`() {
    let text = (0..<700).map { String(UnicodeScalar(0x4E00 + $0 * 7) ?? "一") }.joined()
    let rows = PhraseVectors([
      Self.passage(String(text.prefix(300)), .body, "a"), Self.passage(String(text.dropFirst(300)), .body, "b"),
    ]).rows.map { String(decoding: $0.vector, as: UTF8.self) }
    let units = Array(text.utf16)
    for start in 0...(units.count - PhraseVectors.window) {
      let pairs = (start..<start + PhraseVectors.window - 1).map {
        "'" + String(decoding: units[$0...$0 + 1], as: UTF16.self) + "':"
      }
      #expect(rows.contains { row in pairs.allSatisfy(row.contains) }, "at \(start)")
    }
  }

  @Test func `characters outside the basic plane are two`() {
    let folded = FoldingTable.folded("𠮷😀")
    #expect(folded == [0xE042, 0xE7B7])
    #expect(
      Self.texts([FoldedPassage(part: .title, anchor: nil, units: folded)]) == ["'\u{E042}\u{E7B7}':1A '\u{E7B7}':2A"])
  }

  @Test func `the folding table knows each searchable character once, and no other`() {
    let rows = FoldingTable.rows
    #expect(Set(rows.map(\.character)).count == rows.count && rows.count > 40_000)
    let known = Dictionary(rows.map { ($0.character, $0.folded) }, uniquingKeysWith: { first, _ in first })
    #expect(known["Ａ"] == Array("a".utf16) && known["㎡"] == Array("m2".utf16) && known["，"] == nil)
  }
}

struct OpenSearchIndexTests {
  @Test func `every member of a document has a mapping, and every filter stands in the settings`() {
    let index = OpenSearchIndex.json
    for name in OpenSearchIndex.copied + ["publishedOn", "states"] {
      #expect(index["mappings"]?["properties"]?[name] != nil, "\(name)")
    }
    let analysis = index["settings"]?["analysis"]
    for name in ["gongkai_fold", "gongkai_marks"] { #expect(analysis?["char_filter"]?[name] != nil) }
    let mappings = analysis?["char_filter"]?["gongkai_fold"]?["mappings"]?.list(\.text) ?? []
    #expect(
      mappings.contains("㎡ => m2") && mappings.contains("Ａ => a")
        && mappings.contains { $0.utf8.elementsEqual("\u{2F800} => 丽".utf8) })
    for mapping in mappings {
      let sides = mapping.split(separator: " => ").map { $0.unicodeScalars }
      #expect(sides.count == 2 && sides[0].count == 1, "\(mapping)")
      // What is neither letter nor figure would be dropped by the next filter.
      #expect(
        sides.last?.allSatisfy { $0.properties.isAlphabetic || $0.properties.numericType != nil } ?? false, "\(mapping)"
      )
    }
  }
}
