extension MarkdownText {
  /// All but the issues as bytes, for a file that only this run of the program reads.
  package var packed: [UInt8] {
    var out = Packing(capacity: html.count + plainText.count + 48 * outline.count + 256)
    out.write(html)
    out.write(plainText)
    out.write(slots) { out, slot in
      out.write(slot.kind == .image ? 1 : 0)
      out.write(slot.destination)
      for number in [slot.htmlOffset, slot.place.lowerBound, slot.place.upperBound] { out.write(number) }
    }
    for entries in [outline, numberedParagraphs] { out.write(entries) { out, entry in entry.write(to: &out) } }
    return out.bytes
  }

  /// What was ``packed``.
  package init(packed: [UInt8]) {
    self = packed.withUnsafeBytes { source in
      var packing = Unpacking(source)
      let (html, plainText) = (packing.bytes(), packing.bytes())
      let slots = packing.list { packing in
        let kind: TargetSlot.Kind = packing.number() == 1 ? .image : .link
        let destination = packing.text()
        let offset = packing.number()
        let start = packing.number()
        return TargetSlot(
          kind: kind, destination: destination, htmlOffset: offset, place: start..<packing.number())
      }
      let outline = packing.list { OutlineEntry(&$0) }
      return MarkdownText(
        html: html, slots: slots, outline: outline, numberedParagraphs: packing.list { OutlineEntry(&$0) },
        plainText: plainText, issues: [])
    }
  }
}

extension OutlineEntry {
  private static let kinds: [Kind] = [.heading, .title, .article, .paragraph]

  fileprivate func write(to out: inout Packing) {
    out.write(Self.kinds.firstIndex(of: kind) ?? 0)
    for number in [level, htmlOffset, textOffset, sectionOffset] { out.write(number) }
    for word in [text, anchor] { out.write(word) }
  }

  fileprivate init(_ packing: inout Unpacking) {
    let kind = Self.kinds[packing.number()]
    let numbers = (packing.number(), packing.number(), packing.number(), packing.number())
    let text = packing.text()
    self.init(
      kind: kind, level: numbers.0, text: text, anchor: packing.text(), html: numbers.1, plain: numbers.2,
      section: numbers.3)
  }
}

/// Numbers of four bytes, and lists that begin with their length.
private struct Packing {
  private(set) var bytes: [UInt8] = []

  init(capacity: Int) { bytes.reserveCapacity(capacity) }

  mutating func write(_ number: Int) {
    withUnsafeBytes(of: UInt32(number)) { bytes.append(contentsOf: $0) }
  }

  mutating func write(_ list: [UInt8]) {
    write(list.count)
    bytes.append(contentsOf: list)
  }

  mutating func write(_ text: String) {
    write(text.utf8.count)
    bytes.append(contentsOf: text.utf8)
  }

  mutating func write<Element>(_ list: [Element], _ element: (inout Packing, Element) -> Void) {
    write(list.count)
    for one in list { element(&self, one) }
  }
}

/// Reads what ``Packing`` wrote, in the same order.
private struct Unpacking {
  private let source: UnsafeRawBufferPointer
  private var place = 0

  init(_ source: UnsafeRawBufferPointer) { self.source = source }

  mutating func number() -> Int {
    defer { place += 4 }
    return Int(source.loadUnaligned(fromByteOffset: place, as: UInt32.self))
  }

  private mutating func piece() -> UnsafeRawBufferPointer {
    let count = number()
    defer { place += count }
    return UnsafeRawBufferPointer(rebasing: source[place..<place + count])
  }

  mutating func bytes() -> [UInt8] { Array(piece()) }

  mutating func text() -> String { String(decoding: piece(), as: UTF8.self) }

  mutating func list<Element>(_ element: (inout Unpacking) -> Element) -> [Element] {
    let count = number()
    var list: [Element] = []
    list.reserveCapacity(count)
    for _ in 0..<count { list.append(element(&self)) }
    return list
  }
}
