/// A simple selector: `#zoom`, `.article`, `div`, `td.content`.
struct WebSelector {
  private var name: String?
  private var id: String?
  private var classes: [String] = []

  /// Nil for what is no such selector.
  init?(_ text: String) {
    var rest = Substring(text)
    let tag = rest.prefix { $0 != "#" && $0 != "." }
    if !tag.isEmpty { name = tag.lowercased() }
    rest = rest.dropFirst(tag.count)
    while let mark = rest.popFirst() {
      let word = String(rest.prefix { $0 != "#" && $0 != "." })
      guard !word.isEmpty else { return nil }
      rest = rest.dropFirst(word.count)
      if mark == "#" { id = word } else { classes.append(word) }
    }
    guard !text.isEmpty, !text.contains(where: { " >+~[]:*,".contains($0) }) else { return nil }
  }

  func fits(_ element: WebElement) -> Bool {
    (name ?? element.name) == element.name && (id == nil || element.attributes["id"] == id)
      && classes.allSatisfy { word in element.classes.contains { $0 == word } }
  }
}
