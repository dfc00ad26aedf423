import Base
import Markdown

// What citations ask of a text.
extension Body {
  /// Whether a numbered place of the text has this anchor.
  package func has(anchor: String) -> Bool { text.has(anchor: anchor) }

  /// Whether it is that place alone: a notice and the text that it issues may both have a 第五条.
  package func hasOnly(anchor: String) -> Bool {
    let text = text
    return text.has(anchor: anchor) && !text.has(anchor: anchor + "_2")
  }

  /// The numbers of its articles.
  package var articleNumbers: [String] { text.outline.filter { $0.kind == .article }.map(\.text) }

  /// Whether these words stand in it.
  package func contains(_ words: String) -> Bool {
    String(decoding: text.plainText, as: UTF8.self).has(words)
  }
}

extension MarkdownText {
  fileprivate func has(anchor: String) -> Bool {
    outline.contains { $0.anchor == anchor } || numberedParagraphs.contains { $0.anchor == anchor }
  }
}
