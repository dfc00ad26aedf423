import Base
import Foundation
import Testing

@testable import Markdown

/// Renders a text given as a string.
func rendered(
  _ source: String, options: MarkdownOptions = .document, usesPlainPath: Bool = true
) -> MarkdownText {
  Array(source.utf8).withUnsafeBufferPointer { render($0, options: options, usesPlainPath: usesPlainPath).text }
}

/// The HTML of a text, with targets filled in.
func html(_ source: String, options: MarkdownOptions = .document) -> String {
  rendered(source, options: options).filledHTML
}

extension MarkdownText {
  /// The fragment with every slot filled as cmark fills it.
  var filledHTML: String {
    var filled: [UInt8] = []
    var offset = 0
    for slot in slots {
      filled += html[offset..<slot.htmlOffset]
      let name = slot.kind == .link ? "href" : "src"
      filled += Array(" \(name)=\"\(escapedTarget(slot.destination))\"".utf8)
      offset = slot.htmlOffset
    }
    return String(decoding: filled + html[offset...], as: UTF8.self)
  }

  /// The whole plain text.
  var plain: String { String(decoding: plainText, as: UTF8.self) }

  /// Each issue in `source`, as `id line:column+length`.
  func places(in source: String) -> [String] {
    zip(issues, shown(issues.map(\.place), in: source)).map { "\($0.id) \($1)" }
  }
}

/// Converts byte ranges of a text to what an editor shows: `line:column+length`.
func shown(_ places: [Range<Int>], in source: String) -> [String] {
  var lines = LineIndex(SourceText(path: "", bytes: Array(source.utf8)))
  return places.map { place in
    let location = lines.location(of: place)
    return "\(location.start.line):\(location.start.column)+\(location.length)"
  }
}

/// Escapes the bytes of a target as cmark does.
private func escapedTarget(_ target: String) -> String {
  let safe = Set("-_.+!*(),%#@?=;:/$~".utf8)
  return target.utf8.map { byte in
    switch byte {
    case 0x26: "&amp;"
    case 0x27: "&#x27;"
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: String(UnicodeScalar(byte))
    default: safe.contains(byte) ? String(UnicodeScalar(byte)) : String(format: "%%%02X", byte)
    }
  }.joined()
}

/// Decodes a fixture.
func fixture<Value: Decodable>(_ name: String, as type: Value.Type) throws -> Value {
  let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  let file = folder.appendingPathComponent("Fixtures").appendingPathComponent(name)
  return try JSONDecoder().decode(type, from: Data(contentsOf: file))
}

/// A generator that gives the same numbers every time.
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  init(_ seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state &* 0x2545_F491_4F6C_DD1D
  }
}
