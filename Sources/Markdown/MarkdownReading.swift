import Base
package import Papers

/// A rendered text, and what the recogniser read in it. Short-lived: it is compared with the front matter, then only the
/// text is kept.
package struct MarkdownReading: Sendable {
  package internal(set) var text: MarkdownText
  package let paper: Paper
  /// The plain text of all blocks, those too that the rendered text leaves out.
  let plain: [UInt8]
  let blocks: [Block]
  /// The places of the blocks that the rendered text leaves out.
  let omitted: [Range<Int>]

  /// Whether a link begins in the block.
  package func hasLink(in block: Int) -> Bool {
    text.slots.contains { $0.kind == .link && blocks[block].source.contains($0.place.lowerBound) }
  }

  /// The plain text of a block, UTF-8.
  package func text(of block: Int) -> ArraySlice<UInt8> { plain[blocks[block].text] }

  /// The plain text of the whole body, block after block, UTF-8.
  package var plainText: [UInt8] { plain }

  /// The bytes of the body that bytes of ``plainText`` come from.
  package func source(ofText range: Range<Int>, in source: ArraySlice<UInt8>) -> Range<Int> {
    let index = max(0, blocks.partitionIndex { $0.text.lowerBound > range.lowerBound } - 1)
    guard blocks.indices.contains(index), blocks[index].text.contains(range.lowerBound) else { return 0..<1 }
    let start = blocks[index].text.lowerBound
    let end = min(range.upperBound, blocks[index].text.upperBound)
    return self.source(of: PaperPlace(block: index, range: range.lowerBound - start..<end - start), in: source)
  }

  /// The bytes of the body that a place in a block comes from, found by walking along both: markup in between is passed
  /// over, but not looked into.
  ///
  /// - Parameter source: The body that was rendered.
  package func source(of place: PaperPlace, in source: ArraySlice<UInt8>) -> Range<Int> {
    let block = blocks[place.block]
    let text = plain[block.text]
    let end = block.source.upperBound
    var offset = block.source.lowerBound
    func byte(_ offset: Int) -> UInt8 { source[source.startIndex + offset] }
    func pass(_ wanted: UInt8) -> Bool {
      // Between the cells of a row there is no line feed in the source.
      if wanted == 0x0A { return true }
      var next = offset
      while next < end, byte(next) != wanted { next += 1 }
      guard next < end else { return false }
      offset = next + 1
      return true
    }
    for wanted in text.prefix(place.range.lowerBound) where !pass(wanted) { return block.source }
    guard let first = text.dropFirst(place.range.lowerBound).first, pass(first) else { return block.source }
    let start = offset - 1
    for wanted in text.dropFirst(place.range.lowerBound + 1).prefix(place.range.count - 1) where !pass(wanted) {
      return block.source
    }
    return start..<max(offset, start + 1)
  }
}
