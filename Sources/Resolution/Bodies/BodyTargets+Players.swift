import Base
import Documents
import Markdown

// A recording among the pictures of a text is played where it stands. Markdown has no other word for it, and a browser shows
// nothing of `<img src="v.mp4">`.
extension BodyTargets {
  /// The end of a link.
  package static let linkEnd = Array("</a>".utf8)

  /// What makes players of the pictures that are recordings: `<img src="v.mp4" alt="说明" />` becomes
  /// `<video controls src="v.mp4" aria-label="说明"></video>`, with a link to load the file.
  package var players: [BodyInsertion] {
    let recordings = all.compactMap { filled -> (TargetSlot, PlayedMedium, String)? in
      guard filled.slot.kind == .image, let address = filled.address else { return nil }
      return PlayedMedium(filled.slot.destination).map { (filled.slot, $0, address) }
    }
    guard !recordings.isEmpty else { return [] }
    let linked = imagesInLinks
    return recordings.flatMap { slot, medium, address -> [BodyInsertion] in
      guard let close = body.html[slot.htmlOffset...].firstIndex(of: 0x3E) else { return [] }
      let tag = slot.htmlOffset - "<img".utf8.count..<slot.htmlOffset
      // After the space that begins the attribute, so that the target comes first.
      let name = slot.htmlOffset + 1..<slot.htmlOffset + 1 + "alt".utf8.count
      let end = close - " /".utf8.count..<close + 1
      var link = OutputBuffer()
      link.write("></\(medium.element)><a class=\"medium\"")
      link.writeAttribute("href", address)
      link.write(" download>下载\(medium.label)</a>")
      let player = "<\(medium.element) controls preload=\"metadata\""
      var (opening, closing) = (player, [BodyInsertion]())
      // A player cannot be pressed inside a link, so the link is the words for it, and ends before.
      if linked.contains(slot.htmlOffset), let end = body.html[close...].firstRange(of: Self.linkEnd) {
        let words = body.html[(name.upperBound + 2)...].prefix { $0 != UInt8(ascii: "\"") }
        opening = String(decoding: words, as: UTF8.self) + "</a>" + player
        closing = [Self.insertion("", insteadOf: end)]
      }
      return [
        Self.insertion(opening, insteadOf: tag), Self.insertion("aria-label", insteadOf: name),
        BodyInsertion(offset: end.lowerBound, html: link.bytes, dropped: end),
      ] + closing
    }
  }

  /// Where the images that stand in a link have their addresses.
  package var imagesInLinks: Set<Int> {
    var found: Set<Int> = []
    var lastLink = 0
    for slot in body.slots {
      if slot.kind == .link { lastLink = slot.htmlOffset }
      guard slot.kind == .image, lastLink > 0,
        body.html[lastLink..<slot.htmlOffset].firstRange(of: Self.linkEnd) == nil
      else { continue }
      found.insert(slot.htmlOffset)
    }
    return found
  }

  private static func insertion(_ html: String, insteadOf range: Range<Int>) -> BodyInsertion {
    BodyInsertion(offset: range.lowerBound, html: Array(html.utf8), dropped: range)
  }
}

extension PlayedMedium {
  fileprivate var element: String { self == .video ? "video" : "audio" }
  fileprivate var label: String { self == .video ? "视频" : "音频" }
}
