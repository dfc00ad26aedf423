package import Base

/// Reads a YAML file of `word: text` lines that people edit, and that is no part of Content.
package enum PairReader {
  /// A line of it.
  package struct Pair: Sendable, Hashable {
    package let word: String
    /// Empty for nothing.
    package let text: String
    package let location: Diagnostic.Location
  }

  /// The pairs in the order of the file, and what is wrong with it.
  package static func read(_ bytes: [UInt8], path: String) -> (pairs: [Pair], findings: [Diagnostic]) {
    let source = SourceText(path: path, bytes: bytes)
    var file = FileReader(source: source)
    var pairs: [Pair] = []
    if let root = file.readYAML(source.markLength..<bytes.count), let entries = file.entries(of: root, what: "对照表") {
      for entry in entries {
        let text = file.text(entry.value, "“\(entry.key)”") ?? ""
        pairs.append(Pair(word: entry.key, text: text, location: source.location(of: entry.place)))
      }
    }
    return (pairs, file.findings)
  }
}
