import Base
package import Papers

/// Renders a Markdown body as an HTML fragment: CommonMark 0.30 by libcmark in safe mode, with pipe tables, merged
/// cells, anchors for official texts and whatever else the options ask for; see docs/markdown.md.
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
  if options.officialLines {
    fragment.renderLines(of: source, usesPlainPath: usesPlainPath)
  } else {
    fragment.renderTree(of: source)
  }
  if options.tables { fragment.reportLooseTables(in: source) }
  var reading = fragment.dressed(known: known)
  if options.officialLines {
    reading.prove(against: source)
    reading.joinPastedTables(in: source)
  }
  return reading
}

extension Fragment {
  /// Renders a text that libcmark reads: a body, or a part of it as the transcriber wrote it.
  mutating func renderTree(of text: Bytes, transcribedBy transcription: Transcription? = nil) {
    let layout = TableLayout(of: text, isWanted: options.tables)
    layout.withText(or: text) { parsed in
      let tree = CommonMarkTree(parsed)
      if transcription?.hasSentinels == true { tree.removeSentinels() }
      if parsed.contains(0x26) { tree.mendReferences() }
      let map = SourceMap(parsed: parsed, original: text, origins: layout.origins, transcription: transcription)
      var renderer = TreeRenderer(root: tree.root, map: map, layout: layout, fragment: self)
      renderer.render()
      self = renderer.fragment
    }
  }
}
