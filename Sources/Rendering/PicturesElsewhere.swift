import Base
import Documents
import Markdown
import Resolution

// A text of another site, whose pictures and recordings are there.
extension BodyWriter {
  /// Links in place of what a page would have to load from another site: `<img src="a.png" alt="流程图" />` becomes
  /// `<a href="https://…/a.png">图片：流程图</a>`; inside a link, only the words.
  func picturesElsewhere(in body: MarkdownText, from source: String) -> [ArticleMarks.Insertion] {
    let linked = imagesInLinks(of: body)
    return body.slots.flatMap { slot -> [ArticleMarks.Insertion] in
      guard slot.kind == .image, let close = body.html[slot.htmlOffset...].firstIndex(of: 0x3E) else { return [] }
      let tag = slot.htmlOffset - "<img".utf8.count..<slot.htmlOffset
      // The target would stand before the space that begins the next attribute.
      let rest = slot.htmlOffset + 1..<close + 1
      let words = body.html[(rest.lowerBound + "alt=\"".utf8.count)...].prefix { $0 != UInt8(ascii: "\"") }
      var link = OutputBuffer()
      let address: String? =
        if case .external(let url) = resolver.resolve(slot.destination, from: source) { Self.safeURL(url) } else { nil }
      if let address, !linked.contains(slot.htmlOffset) {
        link.write("<a class=\"external\" rel=\"external noopener\"")
        attribute("href", address, into: &link)
        link.write(">")
      }
      link.write(Self.word(for: slot.destination))
      link.write(bytes: words.isEmpty ? [] : Array("：".utf8) + words)
      if address != nil, !linked.contains(slot.htmlOffset) { link.write("</a>") }
      return [
        ArticleMarks.Insertion(offset: tag.lowerBound, html: link.bytes, dropped: tag),
        ArticleMarks.Insertion(offset: rest.lowerBound, html: [], dropped: rest),
      ]
    }
  }

  private static func word(for destination: String) -> String {
    switch PlayedMedium(destination) {
    case .video?: "视频"
    case .audio?: "音频"
    case nil: "图片"
    }
  }
}
