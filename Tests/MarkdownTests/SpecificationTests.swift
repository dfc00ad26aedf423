import Foundation
import Testing

@testable import Markdown

@Suite("docs/markdown.md")
struct SpecificationTests {
  struct Example: Sendable {
    let source: String
    let html: String
    let findings: [String]
  }

  /// The examples of the specification: source, page and findings, divided by lines with a full stop.
  private static func examples() throws -> [Example] {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../docs/markdown.md").standardizedFileURL
    let text = try String(contentsOf: file, encoding: .utf8)
    var examples: [Example] = []
    var fence: String?
    var parts: [[String]] = [[]]
    for line in text.components(separatedBy: "\n") {
      if fence == nil, line.hasSuffix("example"), line.hasPrefix("```") {
        (fence, parts) = (String(line.dropLast("example".count)), [[]])
      } else if let end = fence, line == end {
        examples.append(
          Example(
            source: parts[0].joined(separator: "\n"), html: parts[1].map { $0 + "\n" }.joined(),
            findings: parts.count > 2 ? parts[2] : []))
        fence = nil
      } else if fence != nil {
        if line == "." { parts.append([]) } else { parts[parts.count - 1].append(line) }
      }
    }
    return examples
  }

  @Test("every example gives its page and its findings")
  func examples() throws {
    let examples = try Self.examples()
    #expect(examples.count == 15)
    for example in examples {
      let text = rendered(example.source)
      #expect(text.filledHTML == example.html, "\(example.source)")
      #expect(text.places(in: example.source) == example.findings, "\(example.source)")
    }
  }
}
