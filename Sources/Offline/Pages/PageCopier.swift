import Base

/// Rewrites a page for a copy without a server: its links end in files, its modules are scripts, and it says of what day it is.
///
/// One pass over the tags of the finished page, and not a second way to render, because templates write addresses too, those of
/// the site as well; what is no tag of the list below is passed on byte by byte.
struct PageCopier {
  private let style: CopyStyle
  private let page: String
  private let bytes: [UInt8]
  private var out: OutputBuffer
  /// Up to where the page has been written.
  private var done = 0
  /// How many elements of the name of the text's are open inside it.
  private var (textName, textDepth, textStart) = ("", 0, 0)
  private var texts: [Range<Int>] = []
  /// The end tag of the link that was replaced.
  private var isInReplaced = false
  private var (hasRuntime, hasNote) = (false, false)

  /// - Parameter page: Its path below the copy's root.
  init(_ bytes: [UInt8], at page: String, in style: CopyStyle) {
    (self.bytes, self.page, self.style) = (bytes, page, style)
    out = OutputBuffer(capacity: bytes.count + 2048)
  }

  /// The page, and of it the elements that the search reads: the document's text, and the tables beside it.
  mutating func copied() -> (page: [UInt8], texts: [UInt8]) {
    for tag in MarkupReader(bytes) {
      if tag.isEnd { close(tag) } else { open(tag) }
    }
    write(to: bytes.count)
    return (out.bytes, texts.flatMap { out.bytes[$0] })
  }

  private mutating func open(_ tag: MarkupTag) {
    noteText(tag)
    switch tag.name {
    case "html": rewrite(tag, style.marks(on: page, class: tag["class"].map { text($0.value) }))
    case "title":
      // Before any module: deferred scripts run in the order of the page.
      if !hasRuntime { insert(style.runtime(on: page), at: tag.range.lowerBound) }
      hasRuntime = true
    case "meta":
      // What a page is to those who share its address on the net.
      if let property = tag["property"], text(property.value).hasPrefix("og:") { replace(tag.range, with: "") }
    case "link": link(tag)
    case "script": script(tag)
    case "a": anchor(tag)
    case "header", "main":
      note(at: tag.range.lowerBound)
      rewrite(tag, resources(of: tag))
    default: rewrite(tag, resources(of: tag))
    }
  }

  private mutating func close(_ tag: MarkupTag) {
    if tag.name == "head" { insert(style.sheets(on: page), at: tag.range.lowerBound) }
    if tag.name == "body" { note(at: tag.range.lowerBound) }
    if tag.name == "a", isInReplaced {
      isInReplaced = false
      replace(tag.range, with: "</button>")
    }
    guard textDepth > 0, tag.name == textName else { return }
    textDepth -= 1
    if textDepth == 0 {
      write(to: tag.range.upperBound)
      texts.append(textStart..<out.bytes.count)
    }
  }

  /// Once, before whatever the page begins with: the first key goes on leading to the text.
  private mutating func note(at place: Int) {
    if !hasNote { insert(style.note(on: page), at: place) }
    hasNote = true
  }

  private mutating func noteText(_ tag: MarkupTag) {
    if textDepth > 0, tag.name == textName { textDepth += 1 }
    guard textDepth == 0, tag["data-body"] != nil || tag["data-text"] != nil else { return }
    write(to: tag.range.lowerBound)
    (textName, textDepth, textStart) = (tag.name, 1, out.bytes.count)
  }

  private mutating func link(_ tag: MarkupTag) {
    switch tag["rel"].map({ text($0.value) }) {
    case "modulepreload": replace(tag.range, with: "")
    case "canonical": break
    default: rewrite(tag, resources(of: tag))
    }
  }

  private mutating func script(_ tag: MarkupTag) {
    guard let type = tag["type"], text(type.value) == "module" else { return rewrite(tag, resources(of: tag)) }
    rewrite(tag, ["type": nil, "defer": ""].merging(resources(of: tag)) { $1 })
  }

  /// On a public machine, nothing but pages of the copy can be opened: the rest is for the visitor's own phone.
  private mutating func anchor(_ tag: MarkupTag) {
    guard let href = tag["href"], style.kiosk != nil else { return rewrite(tag, resources(of: tag)) }
    switch style.links.target(of: text(href.value), on: page) {
    case .file(let path, _) where path.hasSuffix(".html"): rewrite(tag, resources(of: tag))
    case .file(let path, let rest): offer(style.baseURL + path.encodedForURLPath + rest, in: tag)
    case .outside(let address): offer(address, in: tag)
    case .itself: if LinkAddress(text(href.value)) != .local { rewrite(tag, ["href": nil]) }
    }
  }

  private mutating func offer(_ address: String, in tag: MarkupTag) {
    isInReplaced = true
    replace(
      tag.range,
      with: "<button type=\"button\" class=\"outside\" data-outside=\"\(address.escapedForMarkup)\">")
  }

  private static let addresses: Set<String> = ["href", "src", "action", "poster"]

  /// The attributes that lead to files of the copy, with what they say in it.
  private func resources(of tag: MarkupTag) -> [String: String?] {
    var values: [String: String?] = [:]
    for attribute in tag.attributes
    where Self.addresses.contains(attribute.name) || attribute.name == "data" && tag.name == "object" {
      switch style.links.target(of: text(attribute.value), on: page) {
      case .itself: continue
      case .file(let path, let rest): values[attribute.name] = CopyLinks.relative(path, on: page) + rest
      case .outside(let address): values[attribute.name] = address
      }
    }
    return values
  }

  /// Writes a tag with other values of attributes; nil takes one away, those that it does not have come last.
  private mutating func rewrite(_ tag: MarkupTag, _ values: [String: String?]) {
    if values.isEmpty { return }
    var left = values
    for attribute in tag.attributes {
      guard let value = left.removeValue(forKey: attribute.name) else { continue }
      if let value {
        replace(attribute.range, with: "\(attribute.name)=\"\(value.escapedForMarkup)\"")
      } else {
        // With the blank before it.
        let start = attribute.range.lowerBound
        replace((bytes[start - 1] == 0x20 ? start - 1 : start)..<attribute.range.upperBound, with: "")
      }
    }
    let isClosed = bytes[tag.range.upperBound - 2] == UInt8(ascii: "/")
    write(to: tag.range.upperBound - (isClosed ? 2 : 1))
    for (name, value) in left.sorted(by: { $0.key < $1.key }) {
      if let value { out.write(value.isEmpty ? " \(name)" : " \(name)=\"\(value.escapedForMarkup)\"") }
    }
  }

  private mutating func replace(_ range: Range<Int>, with text: String) {
    write(to: range.lowerBound)
    out.write(text)
    done = range.upperBound
  }

  private mutating func insert(_ text: String, at place: Int) { replace(place..<place, with: text) }

  private mutating func write(to end: Int) {
    if end > done { out.write(bytes: bytes[done..<end]) }
    done = Swift.max(done, end)
  }

  /// The value of an attribute.
  private func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self).unescapedMarkup
  }
}
