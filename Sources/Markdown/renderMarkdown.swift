package import Base
package import Papers

/// Renders a Markdown body as an HTML fragment: CommonMark 0.30 by libcmark in safe mode, with pipe tables, merged
/// cells, anchors for official texts and whatever else the options ask for.
///
/// - Parameters:
///   - source: Valid UTF-8 without NUL. Line ends may be LF or CRLF.
///   - options: Additions to CommonMark.
/// - Returns: The fragment with its slots, outline, plain text and issues. Never fails.
/// - Complexity: Linear in the length of the source; a source with tables is parsed three to nine times.
package func renderMarkdown(
  _ source: UnsafeBufferPointer<UInt8>, options: MarkdownOptions = .document
) -> MarkdownText {
  render(source, options: options, usesPlainPath: true).text
}

/// Renders a slice of a file's bytes, and tells what the recogniser read.
///
/// - Parameter known: Facts of the front matter; parts of a pasted head that only repeat them are left out.
package func readMarkdown(
  _ source: ArraySlice<UInt8>, options: MarkdownOptions = .document, known: KnownFacts = KnownFacts()
) -> MarkdownReading {
  source.withUnsafeBufferPointer { render($0, options: options, known: known, usesPlainPath: true) }
}

/// Renders with or without the plain path; tests compare the two.
func render(
  _ source: Bytes, options: MarkdownOptions, known: KnownFacts = KnownFacts(), usesPlainPath: Bool
) -> MarkdownReading {
  var fragment = Fragment(options: options, sourceCount: source.count)
  let plain = usesPlainPath ? fragment.renderPlainPrefix(of: source) : 0
  if plain < source.count { renderTree(of: source.part(plain..<source.count), at: plain, into: &fragment) }
  if options.tables { fragment.reportLooseTables(in: source) }
  return fragment.dressed(known: known)
}

private func renderTree(of source: Bytes, at start: Int, into fragment: inout Fragment) {
  let layout = TableLayout(of: source, isWanted: fragment.options.tables)
  layout.withText(or: source) { text in
    let tree = CommonMarkTree(text)
    let map = SourceMap(parsed: text, original: source, start: start, origins: layout.origins)
    var renderer = TreeRenderer(root: tree.root, map: map, layout: layout, fragment: fragment)
    renderer.render()
    fragment = renderer.fragment
  }
}
