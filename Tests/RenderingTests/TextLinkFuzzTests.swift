import Base
import Documents
import Papers
import Resolution
import Testing

@testable import Rendering

/// Pieces of HTML, numbers and signs in any order, whole and cut.
@Suite("whatever a text holds, its links add tags and change nothing")
struct TextLinkFuzzTests {
  private struct Generator: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      var mixed = state
      mixed ^= mixed >> 33
      mixed = mixed &* 0xFF51_AFD7_ED55_8CCD
      return mixed ^ mixed >> 33
    }
  }

  private static let pieces = [
    "<a href=\"x\">", "</a>", "<a", "<code>", "</code>", "<code", "<pre>", "</pre", "<svg", "</svg>", "<p>", "</p>",
    "<td>", "<", ">",
    "<wbr>", "<strong>", "</strong>", "<abbr>", "&amp;", "&lt;", "电话", "电话：", "传真", "账号", "0000-6010001",
    "（0991）2345678", "（", "）",
    "13800000000", "138-0000-0000", "+86 ", "12345", "热线", "转", "8001", "、", "，", "6010002", "澜政办发〔2022〕10号", "〔2022〕",
    "号", "第",
    "http://", "https://www.gov.cn/a", "www.", ":", "a@b.cn", "@", "zhujian2@x.gov.cn", ".", "-", "/", "—", " ", "\n",
    "2026年", "\u{3000}",
    "<p class=\"attachment-note\">附件：", "1．甲", "<p id=\"fujian-1\">附件1</p>", "é", "𠮷", "\u{0}",
  ]

  @Test(arguments: 0..<40)
  func anyText(_ seed: UInt64) {
    var generator = Generator(state: seed)
    for _ in 0..<150 {
      let html = (0..<Int.random(in: 0...14, using: &generator)).map { _ in
        Self.pieces.randomElement(using: &generator) ?? ""
      }.joined()
      let bytes = cut(Array(html.utf8), using: &generator)
      let links = bytes.withUnsafeBufferPointer { buffer in
        var scanner = TextLinkScanner(buffer, host: "own.example")
        scanner.scan()
        return scanner.links
      }
      var end = 0
      for link in links {
        #expect(link.range.lowerBound >= end && link.range.upperBound <= bytes.count && !link.range.isEmpty, "\(html)")
        #expect(!bytes[link.range].contains(0x3C) || !bytes[link.range].starts(with: "<".utf8), "\(html)")
        end = link.range.upperBound
      }
      for insertion in links.flatMap(\.insertions) {
        #expect(insertion.html.first == 0x3C && insertion.html.last == 0x3E, "\(html)")
      }
    }
  }

  private static let citations = [
    "《", "》", "〈", "〉", "《甲办法》", "（", "）", "（甲政发〔2020〕5号）", "甲政发〔2020〕5号", "，以下简称《办法》", "第", "三", "第三条", "第（二）项", "第一款",
    "第二章", "、",
    "至", "和", "本", "本办法", "本办法第五条", "“", "”", "的", "&lt;", "&amp;", "&", "<p>", "</p>", "<p class=\"title-1\">", "<h2>",
    "</h2>", "<strong>",
    "</strong>", "<a href=\"x\">", "</a>", "<code>", "</code>", "<a", "<", ">", "[2020]", "［2020］", "号", "\n", " ", "é",
    "𠮷", "甲",
  ]

  @Test("what is cited becomes a link around text alone, and nothing else changes", arguments: 0..<40)
  func anyCitation(_ seed: UInt64) {
    var generator = Generator(state: seed)
    for _ in 0..<150 {
      let html = (0..<Int.random(in: 0...18, using: &generator)).map { _ in
        Self.citations.randomElement(using: &generator) ?? ""
      }.joined()
      let bytes = cut(Array(html.utf8), using: &generator)
      let links = Self.cited(in: bytes)
      let more = Self.cited(in: bytes + Array("<p>甲</p><p>《乙办法》</p>".utf8))
      #expect(more.prefix(links.count) == links[...], "what comes later changes nothing: \(html)")
      var end = 0
      for link in links {
        #expect(link.range.lowerBound >= end && link.range.upperBound <= bytes.count && !link.range.isEmpty, "\(html)")
        #expect(!bytes[link.range].contains(0x3C), "\(html)")
        end = link.range.upperBound
      }
      var out = OutputBuffer()
      out.write(bytes, with: links.flatMap(\.insertions))
      var text = out.bytes
      for word in ["<a href=\"../x/\">", "<a href=\"../x/#y\">"] { text = text.without(word) }
      #expect(text.count == bytes.count + 4 * links.count && text.without("</a>") == bytes.without("</a>"), "\(html)")
    }
  }

  private static func cited(in html: [UInt8]) -> [TextLink] {
    html.withUnsafeBufferPointer { html in
      var scanner = CitationScanner(html)
      scanner.scan { mention in [(mention.range, "../x/")] + mention.clauses.map { ($0.range, "../x/#y") } }
      return scanner.links
    }
  }

  /// Sometimes without its last bytes.
  private func cut(_ bytes: [UInt8], using generator: inout Generator) -> [UInt8] {
    Bool.random(using: &generator) ? bytes : Array(bytes.prefix(Int.random(in: 0...bytes.count, using: &generator)))
  }
}

extension [UInt8] {
  fileprivate func without(_ word: String) -> [UInt8] {
    let word = Array(word.utf8)
    var (out, offset): ([UInt8], Int) = ([], 0)
    while offset < count {
      if self[offset...].starts(with: word) {
        offset += word.count
      } else {
        out.append(self[offset])
        offset += 1
      }
    }
    return out
  }
}
