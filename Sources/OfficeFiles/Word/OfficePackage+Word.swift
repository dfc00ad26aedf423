import Archives
import Base

extension OfficePackage {
  /// The text of a Word file: the body with tables and text boxes, then notes, headers and footers, comments.
  mutating func readWord() throws(OfficeFault) {
    let main = mainPart ?? "word/document.xml"
    let folder = main.parentPath.isEmpty ? "" : main.parentPath + "/"
    let hidden = try hiddenStyles(folder + "styles.xml")
    var places: [String: OfficePlace] = [:]
    for (name, part) in wordParts(main, folder) {
      var text = WordText(part, hiddenStyles: hidden, commentPlaces: places)
      try read(name, root: name == main ? "w:document" : nil, by: &text)
      places = text.commentPlaces
    }
  }

  /// Every part that has text, the body first, so that comments know where they are.
  private func wordParts(_ main: String, _ folder: String) -> [(String, WordText.Part)] {
    let kinds: [(String, WordText.Part)] = [
      ("footnotes", .notes), ("endnotes", .notes), ("header", .margin), ("footer", .margin), ("comments", .comments),
    ]
    let others = kinds.flatMap { word, part in
      parts(folder + word).map { ($0, part) }
    }
    return [(main, .body)] + others
  }

  private mutating func hiddenStyles(_ name: String) throws(OfficeFault) -> Set<String> {
    guard archive.entry(name) != nil else { return [] }
    let bytes = try bytes(name)
    // Few files have any, and the list of styles is often longer than the text.
    guard bytes.withUnsafeBufferPointer({ $0.contains(word: "vanish") }) else { return [] }
    var styles = WordStyles()
    try parse(bytes, into: &styles)
    return styles.hidden
  }
}
