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

  /// Where each block stands in ``plainText``.
  package var blockTexts: [(range: Range<Int>, form: PaperBlock.Form)] { blocks.map { ($0.text, $0.form) } }

  /// The bytes of the body that each table comes from.
  package var tableSources: [Range<Int>] { blocks.filter { $0.form == .table }.map(\.source) }

  /// The bytes of the body that places in ``plainText`` come from.
  ///
  /// - Parameter ranges: In order; then each block is walked through once.
  package func sources(ofText ranges: [Range<Int>], in source: ArraySlice<UInt8>) -> [Range<Int>] {
    var walk: (block: Int, walk: SourceWalk)?
    return ranges.map { range in
      let index = max(0, blocks.partitionIndex { $0.text.lowerBound > range.lowerBound } - 1)
      guard blocks.indices.contains(index), blocks[index].text.contains(range.lowerBound) else { return 0..<1 }
      let block = blocks[index]
      var current =
        if let walk, walk.block == index { walk.walk } else { SourceWalk(plain[block.text], source, block.source) }
      let start = range.lowerBound - block.text.lowerBound
      let found = current.source(of: start..<min(range.upperBound, block.text.upperBound) - block.text.lowerBound)
      walk = (index, current)
      return found
    }
  }

  /// The bytes of the body that a place in a block comes from, found by walking along both: markup in between is passed
  /// over, but not looked into.
  ///
  /// - Parameter source: The body that was rendered.
  package func source(of place: PaperPlace, in source: ArraySlice<UInt8>) -> Range<Int> {
    let block = blocks[place.block]
    var walk = SourceWalk(plain[block.text], source, block.source)
    return walk.source(of: place.range)
  }
}

/// Walks along the text of a block and its source.
private struct SourceWalk {
  private let text: ArraySlice<UInt8>
  private let source: ArraySlice<UInt8>
  private let block: Range<Int>
  /// Bytes of the text that were passed, and the byte of the source after the last of them.
  private var (passed, offset): (Int, Int)

  init(_ text: ArraySlice<UInt8>, _ source: ArraySlice<UInt8>, _ block: Range<Int>) {
    (self.text, self.source, self.block) = (text, source, block)
    (passed, offset) = (0, block.lowerBound)
  }

  /// The source of bytes of the text; that of the whole block if the two do not agree.
  mutating func source(of range: Range<Int>) -> Range<Int> {
    if range.lowerBound < passed { (passed, offset) = (0, block.lowerBound) }
    while passed < range.lowerBound { if !pass() { return block } }
    guard passed < text.count, pass() else { return block }
    let start = offset - 1
    // The rest is looked at by a copy: the next place may lie in it.
    var rest = self
    while rest.passed < range.upperBound { if !rest.pass() { return block } }
    return start..<max(rest.offset, start + 1)
  }

  private mutating func pass() -> Bool {
    guard passed < text.count else { return false }
    let wanted = text[text.startIndex + passed]
    // Between the cells of a row there is no line feed in the source.
    if wanted != 0x0A {
      var next = offset
      while next < block.upperBound, source[source.startIndex + next] != wanted { next += 1 }
      guard next < block.upperBound else { return false }
      offset = next + 1
    }
    passed += 1
    return true
  }
}
