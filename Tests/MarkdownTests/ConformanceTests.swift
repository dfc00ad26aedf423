import Testing

@testable import Markdown

@Suite("CommonMark 0.30")
struct ConformanceTests {
  struct Example: Decodable, Sendable {
    let example: Int
    let section: String
    let markdown: String
    let html: String
  }

  struct SafeExample: Decodable {
    let example: Int
    let html: String
  }

  /// Examples whose HTML differs from the specification because raw HTML is dropped. Nothing else differs: no example
  /// has a target with a scheme that safe mode drops.
  static let rawHTML: Set<Int> = Set(148...191).union([
    21, 31, 201,  // a tag shows that escapes, entities and definitions are not read inside or around it
    308, 309,  // a comment between two lists
    344, 474, 475, 476, 490, 493, 523, 535,  // a tag binds tighter than code, emphasis and links
    612, 613, 614, 615, 616, 622, 624, 627, 628, 629, 630, 631,  // inline HTML itself
    642, 643,  // a line break inside a tag
  ])

  @Test("every example gives the HTML of the specification, raw HTML aside")
  func specification() throws {
    let examples = try fixture("commonmark-0.30.json", as: [Example].self)
    #expect(examples.count == 652)
    for example in examples where !Self.rawHTML.contains(example.example) {
      #expect(
        html(example.markdown, options: .commonMark) == example.html,
        "example \(example.example), \(example.section): \(example.markdown.debugDescription)")
    }
  }

  @Test("the examples with raw HTML give what cmark gives in safe mode, and report it")
  func safeMode() throws {
    let markdown = try fixture("commonmark-0.30.json", as: [Example].self)
    let expected = try fixture("commonmark-0.30-safe.json", as: [SafeExample].self)
    #expect(Set(expected.map(\.example)) == Self.rawHTML)
    for example in expected {
      let text = rendered(markdown[example.example - 1].markdown, options: .commonMark)
      #expect(text.filledHTML == example.html, "example \(example.example)")
      #expect(
        text.issues.contains { $0.id == "raw-html" || $0.id == "html-comment" }, "example \(example.example)")
    }
  }
}
