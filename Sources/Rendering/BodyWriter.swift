import Base
import Documents
import Markdown
import Resolution

/// Fills a rendered body's slots with links relative to the page that shows it.
struct BodyWriter: Sendable {
  let resolver: LinkResolver
  /// The site's own host: links to it are not marked external.
  let host: String
  /// Folder of the document's files below the root, when the text is shown on another page than its own.
  var folder: String?
  /// Prefix of the text's anchors, when the page shows several texts.
  var anchorPrefix = ""
  /// Makes links of what the text only writes out.
  var links: TextLinks?
  /// Whether pictures stand in the text. Those of other sites are links, because no page of ours loads anything from elsewhere.
  var showsPictures = true

  /// The body's HTML on the page at `address`.
  ///
  /// - Parameters:
  ///   - source: The file it was written in, relative to Content/.
  ///   - marks: HTML inserted between its blocks.
  func html(
    _ body: MarkdownText, from source: String, on address: PageAddress, marks: [BodyInsertion] = []
  ) -> [UInt8] {
    let targets = BodyTargets(body, from: source, resolver) { href($0, on: address) }
    let own = showsPictures ? pictures(targets) + targets.players : picturesElsewhere(targets)
    return targets.html(marks + (links?.insertions(into: body.html) ?? []) + own) { filled in
      if filled.slot.kind == .image { return showsPictures ? "" : nil }
      guard case .external(let url) = filled.target,
        LinkAddress(url).host.map({ $0.nameAndPort != host }) ?? false
      else { return "" }
      return #" rel="external noopener" class="external""#
    }
  }

  /// Links around the pictures of a text, to see them in their own size: words in a picture are illegible on a phone.
  private func pictures(_ targets: BodyTargets) -> [BodyInsertion] {
    var insertions: [BodyInsertion] = []
    let tag = Array("<img".utf8)
    let linked = targets.imagesInLinks
    for filled in targets.all {
      let slot = filled.slot
      guard slot.kind == .image, PlayedMedium(slot.destination) == nil, case .file = filled.target,
        let address = filled.address, let close = targets.body.html[slot.htmlOffset...].firstIndex(of: 0x3E),
        !linked.contains(slot.htmlOffset)
      else { continue }
      var opening = OutputBuffer()
      opening.write("<a class=\"picture\"")
      opening.writeAttribute("href", address)
      opening.write(" title=\"看原图\">")
      insertions.append(BodyInsertion(offset: slot.htmlOffset - tag.count, html: opening.bytes))
      insertions.append(BodyInsertion(offset: close + 1, html: BodyTargets.linkEnd))
    }
    return insertions
  }

  private func href(_ target: LinkTarget, on address: PageAddress) -> String? {
    switch target {
    case .page(let url, let fragment): address.href(url, fragment: fragment)
    case .file(let path): href(ofFile: path, on: address)
    case .fragment(let fragment): "#" + (anchorPrefix + fragment).encodedForURLPath
    case .external, .notPublic, .dead: nil
    }
  }

  private func href(ofFile path: String, on address: PageAddress) -> String {
    let file = PublishedFile(content: path, beside: folder ?? "").output
    return folder == nil ? file.encodedForURLPath : address.href(file)
  }
}
