import Base
import Markdown

/// What readers of a page see of a text, paragraph by paragraph.
enum ShownText {
  /// The paragraphs, headings and cells of a body, as its page has them.
  static func paragraphs(of markdown: String) -> [String] {
    paragraphs(ofHTML: readMarkdown(Array(markdown.utf8)[...]).text.html)
  }

  private static func paragraphs(ofHTML html: [UInt8]) -> [String] {
    var (paragraphs, text, index) = ([String](), [UInt8](), 0)
    while index < html.count {
      switch html[index] {
      case 0x3C:
        let end = html[index...].firstIndex(of: 0x3E) ?? html.count - 1
        if ends.contains(where: html[index...end].starts) {
          paragraphs.append(String(decoding: text, as: UTF8.self))
          text.removeAll(keepingCapacity: true)
        }
        index = end + 1
      case 0x26:
        if let (name, byte) = references.first(where: { html[index...].starts(with: $0.name) }) {
          text.append(byte)
          index += name.count
        } else {
          text.append(html[index])
          index += 1
        }
      default:
        text.append(html[index])
        index += 1
      }
    }
    return paragraphs + [String(decoding: text, as: UTF8.self)]
  }

  /// Tags that end a paragraph.
  private static let ends = ["</p", "</h", "</t", "</li", "</pre", "</blockquote"].map { Array($0.utf8) }
  private static let references: [(name: [UInt8], byte: UInt8)] = [
    (Array("&lt;".utf8), 0x3C), (Array("&gt;".utf8), 0x3E), (Array("&amp;".utf8), 0x26), (Array("&quot;".utf8), 0x22),
  ]
}
