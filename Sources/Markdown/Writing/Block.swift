import Papers

/// A top-level block of a fragment: where it stands in the HTML, in the plain text and in the source.
struct Block: Sendable {
  let form: PaperBlock.Form
  /// From `<` to the line feed after the element.
  var html: Range<Int>
  /// Without the line feeds around it.
  var text: Range<Int>
  /// Bytes of the body.
  let source: Range<Int>
  /// Bytes at the beginning of the text inside emphasis; 0 if it does not begin with any.
  var lead = 0
}
