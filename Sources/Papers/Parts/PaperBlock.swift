package import Base

/// One block of a text, whatever file it comes from: what the recogniser reads.
package struct PaperBlock {
  /// What the file itself says about the block.
  package enum Form: Sendable, Hashable {
    /// 自然段.
    case paragraph
    /// A heading of this level, 1 to 6.
    case heading(Int)
    /// A table.
    case table
    /// A list.
    case list
    /// Words of another text.
    case quotation
    /// Preformatted text, a rule, anything else.
    case other
  }

  package let form: Form
  /// The text as a reader sees it, UTF-8, without the blanks that indent it. The lines of a list and the cells of a
  /// table are separated by line feeds.
  package let text: Bytes
  /// Bytes of ``text`` that the file sets apart at its beginning, by bold type for instance; 0 if none.
  package let lead: Int

  /// Memberwise.
  package init(form: Form, text: Bytes, lead: Int = 0) {
    (self.form, self.text, self.lead) = (form, text, lead)
  }
}

/// A place in the blocks that were read.
package struct PaperPlace: Sendable, Hashable {
  /// Index of the block.
  package let block: Int
  /// Bytes of the block's text.
  package let range: Range<Int>

  /// Memberwise.
  package init(block: Int, range: Range<Int>) { (self.block, self.range) = (block, range) }
}
