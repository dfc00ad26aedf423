import CCommonMark
import Foundation
import Testing

@testable import Markdown

@Suite("Any text")
struct RobustnessTests {
  /// Lines that mean something in Markdown, or look as if they did.
  private static let pieces = [
    "", "", "", "档案管理", "第三条 为了", "第三条之二", "一、总体要求", "（一）目标", "(一)项；", "## 第一章 总则", "# 标题", "#", "###### x #",
    "> ", "> 引", "- 项", "-", "1. 项", "12) 项", "   ", "    代码", "\t代码", "```", "~~~ x", "---", "===", "***", "| a | b |",
    "|---|---|",
    "| ^^ || c |", ":-:", "<div>", "<b>", "<!-- x -->", "[a]: /b 't'", "[a]", "[链](u)", "![](u)", "![图](a.png \"t\")",
    "*强调*", "**第四条** x",
    "`码`", "\\", "x  ", "x\\", "&amp; &lt; &#35;", "a < b > c \" d & e", "<https://a.cn>", "javascript:x",
    "[j](javascript:x)", "　　缩进",
    "2023年10月12日", "2023. 年", "安澜县人民政府", "各部门：", "（此件公开发布）", "!x", "a]b", "x_y_z", "\u{A0}x", "𠀀", "“引”", "+ x",
    "__x__", "+", "=",
    "a|b", "7", "7)", "7.x", "!", "(x)", "\"x\"", "'x'", "中文\tx", "\r", "x\r", "~", "@x", "%x", "{x}", "第10条 x", "^^",
  ]

  private func text(_ random: inout SeededGenerator, lines: ClosedRange<Int>) -> String {
    let lines = (0..<Int.random(in: lines, using: &random)).map { _ in
      let count = [0, 1, 1, 1, 1, 2, 3].randomElement(using: &random) ?? 1
      return (0..<count).map { _ in Self.pieces.randomElement(using: &random) ?? "" }.joined()
    }
    let end = Bool.random(using: &random) ? "\n" : ""
    return lines.joined(separator: Bool.random(using: &random) ? "\n" : "\n\n") + end
  }

  @Test("the plain path gives the same as libcmark, byte for byte")
  func plainPath() {
    for seed in 1...6000 {
      var random = SeededGenerator(UInt64(seed))
      let source = text(&random, lines: 1...6)
      for options in [MarkdownOptions.document, .commonMark] {
        let fast = rendered(source, options: options)
        let slow = rendered(source, options: options, usesPlainPath: false)
        #expect(fast == slow, "\(source.debugDescription)")
      }
    }
  }

  /// The corpus of laws, if it is beside this checkout.
  private static let corpus = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../../shared/corpus/laws/Content").standardizedFileURL

  @Test(
    "the plain path gives the same as libcmark on real laws",
    .enabled(if: FileManager.default.fileExists(atPath: corpus.path)))
  func plainPathOnLaws() throws {
    let names = FileManager.default.enumerator(atPath: Self.corpus.path)?.compactMap { $0 as? String } ?? []
    let laws = names.filter { $0.hasSuffix(".md") }.sorted().enumerated().filter { $0.offset % 40 == 0 }.map(\.element)
    #expect(laws.count > 50)
    for law in laws {
      let source = try String(contentsOf: Self.corpus.appendingPathComponent(law), encoding: .utf8)
      let body = source.components(separatedBy: "\n---\n").dropFirst().joined(separator: "\n---\n")
      #expect(rendered(body) == rendered(body, usesPlainPath: false), "\(law)")
    }
  }

  @Test("without additions the HTML is that of libcmark's own renderer")
  func likeLibcmark() {
    for seed in 1...6000 {
      var random = SeededGenerator(UInt64(seed) &+ 77_000)
      let source = text(&random, lines: 1...8)
      #expect(html(source, options: .commonMark) == referenceHTML(source), "\(source.debugDescription)")
    }
  }

  private func referenceHTML(_ source: String) -> String {
    guard let html = cmark_markdown_to_html(source, source.utf8.count, CMARK_OPT_DEFAULT) else { return "" }
    defer { free(html) }
    return String(cString: html)
  }

  @Test("the HTML is well formed, ids and slots are in order, places are in the file")
  func wellFormed() throws {
    for seed in 1...3000 {
      var random = SeededGenerator(UInt64(seed) &+ 990_000)
      let source = text(&random, lines: 1...12)
      let text = rendered(source)
      let tags = unclosedTags(text.filledHTML)
      #expect(tags == [], "\(source.debugDescription)")
      #expect(Set(text.outline.map(\.anchor)).count == text.outline.count, "\(source.debugDescription)")
      #expect(text.slots.map(\.htmlOffset) == text.slots.map(\.htmlOffset).sorted())
      let bytes = Array(source.utf8)
      for place in text.issues.map(\.place) + text.slots.map(\.place) {
        #expect(place.lowerBound >= 0 && place.upperBound <= bytes.count, "\(source.debugDescription)")
        #expect(!bytes[place].contains { $0 == 0x0A || $0 == 0x0D }, "\(source.debugDescription)")
      }
    }
  }

  /// Tags that are not closed in order; empty if the text is well-formed.
  private func unclosedTags(_ html: String) -> [Substring] {
    var open: [Substring] = []
    for part in html.split(separator: "<", omittingEmptySubsequences: false).dropFirst() {
      guard let end = part.firstIndex(of: ">") else { return ["<" + part] }
      let tag = part[..<end]
      if tag.hasSuffix("/") { continue }
      if tag.hasPrefix("/") {
        guard let last = open.popLast(), last == tag.dropFirst() else { return open + [tag] }
      } else {
        open.append(tag.prefix { $0 != " " })
      }
    }
    return open
  }

  @Test("places of random raw HTML and links are exact")
  func exactPlaces() {
    for seed in 1...3000 {
      var random = SeededGenerator(UInt64(seed) &+ 5_000_000)
      let source = text(&random, lines: 1...8)
      let bytes = Array(source.utf8)
      let rendered = rendered(source)
      for issue in rendered.issues {
        guard case .rawHTML(let tag) = issue.kind else { continue }
        #expect(bytes[issue.place].starts(with: tag.utf8), "\(source.debugDescription) \(issue)")
      }
      for slot in rendered.slots {
        let signs: [String] = slot.kind == .image ? ["!["] : ["[", "<http"]
        #expect(signs.contains { bytes[slot.place].starts(with: $0.utf8) }, "\(source.debugDescription) \(slot)")
      }
    }
  }

  @Test(
    "deep nesting neither crashes nor takes long",
    arguments: [
      ">", "> ", "[", "![", "- ", "*", "**a ", "<", "`", "(", "|", "1. ", "[a](", "\\", "_a", "![a](b) [", "<b>",
      "> [x](y) ",
    ])
  func depth(_ piece: String) {
    let start = ContinuousClock.now
    let text = rendered(String(repeating: piece, count: 10_000) + "a\n")
    #expect(!text.html.isEmpty)
    #expect(ContinuousClock.now - start < .seconds(60))
  }

  @Test("many issues in one deep paragraph are found in linear time")
  func manyIssues() {
    let start = ContinuousClock.now
    let source = String(repeating: "> ", count: 2_000) + String(repeating: "字<b>\n", count: 20_000)
    let text = rendered(source)
    #expect(text.issues.count == 20_000)
    #expect(text.places(in: source).last == "raw-html 20000:2+3")
    #expect(ContinuousClock.now - start < .seconds(60))
  }

  @Test("an empty text is an empty fragment")
  func empty() {
    for source in ["", "\n", "\n\n", "   \n"] {
      #expect(
        rendered(source)
          == MarkdownText(html: [], slots: [], outline: [], numberedParagraphs: [], plainText: [], issues: []))
    }
  }
}
