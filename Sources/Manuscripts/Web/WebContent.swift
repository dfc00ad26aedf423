/// Finds the part of a page that is its text.
///
/// Running text is counted, links are not: what has most of it is gone into as long as one element holds most of what
/// is left. Names that content systems give (TRS, 大汉, 开普) only decide between an element and one in it.
enum WebContent {
  static func find(in root: WebElement) -> WebElement {
    let body = root.first { $0.name == "body" } ?? root
    var path = [body]
    while let last = path.last, let next = last.elements.max(by: { $0.weight.text < $1.weight.text }),
      next.weight.text * 10 >= last.weight.text * (isNamed(next) ? 4 : 6), next.weight.text > 0,
      !texts.contains(next.name)
    {
      path.append(next)
    }
    // A part of a table is no place for text; its cell is.
    while let last = path.last, path.count > 1, tableParts.contains(last.name) { path.removeLast() }
    let found = path.last ?? body
    return named(in: found) ?? found
  }

  /// An element within that has such a name and nearly all of the text.
  private static func named(in found: WebElement) -> WebElement? {
    found.first { element in
      element !== found && element.weight.text * 10 >= found.weight.text * 8
        && !texts.contains(element.name) && !tableParts.contains(element.name) && isNamed(element)
    }
  }

  private static func isNamed(_ element: WebElement) -> Bool {
    let names = [element.attributes["id"] ?? "", element.attributes["class"] ?? ""].map { $0.lowercased() }
    return names.contains { name in hints.contains(where: name.contains) }
  }

  private static let hints = [
    "trs_editor", "trs_uedit", "ucap", "zoom", "article", "content", "con_text", "wzcon", "xxgk", "view", "zhengwen",
    "pages_content",
  ]
  /// Elements that are text and hold none apart.
  private static let texts: Set<String> = [
    "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl", "li", "dt", "dd", "blockquote", "pre", "a", "b",
    "strong", "em",
    "i", "u", "label", "th",
  ]
  private static let tableParts: Set<String> = ["table", "tbody", "thead", "tfoot", "tr"]
}
