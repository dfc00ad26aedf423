import Base
import Documents
import Markdown
import Resolution

// A recording among the pictures of a text is played where it stands. Markdown has no other word for it, and a browser shows
// nothing of `<img src="v.mp4">`.
extension BodyWriter {
  /// What makes players of the pictures that are recordings: `<img src="v.mp4" alt="说明" />` becomes
  /// `<video controls src="v.mp4" aria-label="说明"></video>`, with a link to load the file.
  func players(in body: MarkdownText, from source: String, on address: PageAddress) -> [ArticleMarks.Insertion] {
    let linked = imagesInLinks(of: body)
    return body.slots.flatMap { slot -> [ArticleMarks.Insertion] in
      guard slot.kind == .image, let medium = PlayedMedium(slot.destination),
        let target = target(of: slot, from: source, on: address),
        let close = body.html[slot.htmlOffset...].firstIndex(of: 0x3E)
      else { return [] }
      let tag = slot.htmlOffset - "<img".utf8.count..<slot.htmlOffset
      // After the space that begins the attribute, so that the target comes first.
      let name = slot.htmlOffset + 1..<slot.htmlOffset + 1 + "alt".utf8.count
      let end = close - " /".utf8.count..<close + 1
      var link = OutputBuffer()
      link.write("></\(medium.element)><a class=\"medium\"")
      attribute("href", target, into: &link)
      link.write(" download>下载\(medium.label)</a>")
      let player = "<\(medium.element) controls preload=\"metadata\""
      var (opening, closing) = (player, [ArticleMarks.Insertion]())
      // A player cannot be pressed inside a link, so the link is the words for it, and ends before.
      if linked.contains(slot.htmlOffset), let end = body.html[close...].firstRange(of: Self.linkEnd) {
        let words = body.html[(name.upperBound + 2)...].prefix { $0 != UInt8(ascii: "\"") }
        opening = String(decoding: words, as: UTF8.self) + "</a>" + player
        closing = [insertion("", insteadOf: end)]
      }
      return [
        insertion(opening, insteadOf: tag),
        insertion("aria-label", insteadOf: name),
        ArticleMarks.Insertion(offset: end.lowerBound, html: link.bytes, dropped: end),
      ] + closing
    }
  }

  private func insertion(_ html: String, insteadOf range: Range<Int>) -> ArticleMarks.Insertion {
    ArticleMarks.Insertion(offset: range.lowerBound, html: Array(html.utf8), dropped: range)
  }

  private func target(of slot: TargetSlot, from source: String, on address: PageAddress) -> String? {
    switch resolver.resolve(slot.destination, from: source) {
    case .file(let path): href(ofFile: path, on: address)
    case .external(let url): Self.safeURL(url)
    case .page, .fragment, .notPublic, .dead: nil
    }
  }
}

extension PlayedMedium {
  fileprivate var element: String { self == .video ? "video" : "audio" }
  fileprivate var label: String { self == .video ? "视频" : "音频" }
}
