import Base
import Papers

/// A fragment under construction: HTML and plain text side by side, block by block. libcmark's tree and the plain path
/// both call these functions, so that they produce the same bytes. What a block is in an official document, and what
/// anchor it gets, is decided when all blocks are known: see ``Fragment/dressed()``.
struct Fragment {
  let options: MarkdownOptions

  var html: [UInt8] = []
  var text: [UInt8] = []
  var slots: [TargetSlot] = []
  var issues: [MarkdownIssue] = []
  /// The finished top-level blocks.
  private(set) var blocks: [Block] = []
  /// The tables, by their places in the body.
  var tables: [Range<Int>] = []

  /// Whether a list or quotation contains a heading of level 1.
  var hasNestedTitle = false
  /// Bytes of indentation to skip in the next text.
  var skipped = 0
  private var isOpen = false

  init(options: MarkdownOptions, sourceCount: Int) {
    self.options = options
    html.reserveCapacity(sourceCount + sourceCount / 4 + 64)
    text.reserveCapacity(sourceCount + 16)
  }

  /// Begins a top-level block that comes from these bytes of the body.
  mutating func openBlock(_ form: PaperBlock.Form, source: Range<Int>) {
    beginLine()
    separateText()
    blocks.append(
      Block(form: form, html: html.count..<html.count, text: text.count..<text.count, source: source))
  }

  /// Removes the open paragraph if nothing was written into it.
  mutating func discardEmptyBlock() -> Bool {
    guard let last = blocks.last, html.count == last.html.lowerBound + "<p>".utf8.count else { return false }
    html.removeLast(html.count - last.html.lowerBound)
    blocks.removeLast()
    return true
  }

  /// Ends the open top-level block.
  mutating func closeBlock() {
    let last = blocks.count - 1
    blocks[last].html = blocks[last].html.lowerBound..<html.count
    let end = text.last == 0x0A && text.count > blocks[last].text.lowerBound ? text.count - 1 : text.count
    blocks[last].text = blocks[last].text.lowerBound..<end
  }

  /// Notes that the emphasis with which the open block may begin ends here.
  mutating func endEmphasis() {
    guard let last = blocks.last, last.lead == 0, last.form == .paragraph else { return }
    let start = html[last.html.lowerBound...].prefix(12)
    guard start.starts(with: Array("<p><strong>".utf8)) || start.starts(with: Array("<p><em>".utf8)) else { return }
    blocks[blocks.count - 1].lead = text.count - last.text.lowerBound
  }
}
