import Documents
import Markdown
import Resolution
import Base

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
  ///   - marks: HTML inserted between its blocks, in ascending order.
  func html(
    _ body: MarkdownText, from source: String, on address: PageAddress, marks: [ArticleMarks.Insertion] = []
  ) -> [UInt8] {
    let links =
      (links?.insertions(into: body.html) ?? [])
      + (showsPictures
        ? pictures(body, from: source, on: address) + players(in: body, from: source, on: address)
        : picturesElsewhere(in: body, from: source))
    guard !body.slots.isEmpty || !marks.isEmpty || !links.isEmpty else { return body.html }
    var buffer = OutputBuffer(capacity: body.html.count + body.slots.count * 64 + marks.count * 128)
    var done = 0
    var marks = (links.isEmpty ? marks : (marks + links).sorted { $0.offset < $1.offset })[...]
    func writeHTML(to end: Int) {
      while let mark = marks.first, mark.offset <= end {
        buffer.write(bytes: body.html[done..<mark.offset])
        buffer.write(bytes: mark.html)
        done = mark.offset
        if let dropped = mark.dropped {
          buffer.write(bytes: body.html[done..<dropped.lowerBound])
          done = dropped.upperBound
        }
        marks.removeFirst()
      }
      buffer.write(bytes: body.html[done..<end])
      done = end
    }
    for slot in body.slots {
      writeHTML(to: slot.htmlOffset)
      write(slot, from: source, on: address, into: &buffer)
    }
    writeHTML(to: body.html.count)
    return buffer.bytes
  }

  /// Links around the pictures of a text, to see them in their own size: words in a picture are illegible on a phone.
  private func pictures(_ body: MarkdownText, from source: String, on address: PageAddress) -> [ArticleMarks.Insertion]
  {
    var insertions: [ArticleMarks.Insertion] = []
    let tag = Array("<img".utf8)
    let linked = imagesInLinks(of: body)
    for slot in body.slots {
      guard slot.kind == .image, PlayedMedium(slot.destination) == nil,
        case .file(let path) = resolver.resolve(slot.destination, from: source),
        let close = body.html[slot.htmlOffset...].firstIndex(of: 0x3E), !linked.contains(slot.htmlOffset)
      else { continue }
      var opening = OutputBuffer()
      opening.write("<a class=\"picture\"")
      attribute("href", href(ofFile: path, on: address), into: &opening)
      opening.write(" title=\"看原图\">")
      insertions.append(ArticleMarks.Insertion(offset: slot.htmlOffset - tag.count, html: opening.bytes))
      insertions.append(ArticleMarks.Insertion(offset: close + 1, html: Self.linkEnd))
    }
    return insertions
  }

  static let linkEnd = Array("</a>".utf8)

  /// Where the images that stand in a link have their addresses.
  func imagesInLinks(of body: MarkdownText) -> Set<Int> {
    var found: Set<Int> = []
    var lastLink = 0
    for slot in body.slots {
      if slot.kind == .link { lastLink = slot.htmlOffset }
      guard slot.kind == .image, lastLink > 0,
        !Self.contains(Self.linkEnd, in: body.html[lastLink..<slot.htmlOffset])
      else { continue }
      found.insert(slot.htmlOffset)
    }
    return found
  }

  private static func contains(_ word: [UInt8], in html: ArraySlice<UInt8>) -> Bool {
    html.indices.contains { html[$0] == word[0] && html[$0...].starts(with: word) }
  }

  func href(ofFile path: String, on address: PageAddress) -> String {
    let file = PublishedFile(content: path, beside: folder ?? "").output
    return folder == nil ? file.encodedForURLPath : address.href(file)
  }

  private func write(
    _ slot: TargetSlot, from source: String, on address: PageAddress, into buffer: inout OutputBuffer
  ) {
    if slot.kind == .image, !showsPictures { return }
    let name = slot.kind == .image ? "src" : "href"
    switch resolver.resolve(slot.destination, from: source) {
    case .page(let url, let fragment): attribute(name, address.href(url, fragment: fragment), into: &buffer)
    case .file(let path): attribute(name, href(ofFile: path, on: address), into: &buffer)
    case .fragment(let fragment):
      attribute(name, "#" + (anchorPrefix + fragment).encodedForURLPath, into: &buffer)
    case .external(let url):
      attribute(name, Self.safeURL(url), into: &buffer)
      if slot.kind == .link, LinkAddress(url).host.map({ $0.nameAndPort != host }) ?? false {
        buffer.write(#" rel="external noopener" class="external""#)
      }
    // Plain text: an `a` without `href`. A target that is not public leaves no trace of its address.
    case .notPublic, .dead: break
    }
  }

  func attribute(_ name: String, _ value: String, into buffer: inout OutputBuffer) {
    buffer.write(" \(name)=\"")
    buffer.writeEscaped(value)
    buffer.write("\"")
  }

  /// The URL with invalid characters percent-encoded; existing escapes are kept.
  static func safeURL(_ url: String) -> String {
    var out: [UInt8] = []
    for byte in url.utf8 {
      if byte > 0x20, byte < 0x7F, ![0x22, 0x3C, 0x3E, 0x5C, 0x5E, 0x60, 0x7B, 0x7C, 0x7D].contains(byte) {
        out.append(byte)
      } else {
        out.append(contentsOf: ("%" + OutputBuffer.hex(byte).uppercased()).utf8)
      }
    }
    return String(decoding: out, as: UTF8.self)
  }
}
