import Base
import Documents
import Markdown
import Resolution

// A text of another site, whose pictures and recordings are there.
extension BodyWriter {
  /// Links in place of what a page would have to load from another site: `<img src="a.png" alt="流程图" />` becomes
  /// `<a href="https://…/a.png">图片：流程图</a>`; inside a link, only the words.
  func picturesElsewhere(_ targets: BodyTargets) -> [BodyInsertion] {
    let (html, linked) = (targets.body.html, targets.imagesInLinks)
    return targets.all.flatMap { filled -> [BodyInsertion] in
      let slot = filled.slot
      guard slot.kind == .image, let close = html[slot.htmlOffset...].firstIndex(of: 0x3E) else { return [] }
      let tag = slot.htmlOffset - "<img".utf8.count..<slot.htmlOffset
      // The target would stand before the space that begins the next attribute.
      let rest = slot.htmlOffset + 1..<close + 1
      let words = html[(rest.lowerBound + "alt=\"".utf8.count)...].prefix { $0 != UInt8(ascii: "\"") }
      let address = linked.contains(slot.htmlOffset) ? nil : filled.address
      var link = OutputBuffer()
      if let address {
        link.write("<a class=\"external\" rel=\"external noopener\"")
        link.writeAttribute("href", address)
        link.write(">")
      }
      link.write(Self.word(for: slot.destination))
      link.write(bytes: words.isEmpty ? [] : Array("：".utf8) + words)
      if address != nil { link.write(bytes: BodyTargets.linkEnd) }
      return [
        BodyInsertion(offset: tag.lowerBound, html: link.bytes, dropped: tag),
        BodyInsertion(offset: rest.lowerBound, html: [], dropped: rest),
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
