import Base

/// An element of a web page with what is in it.
final class WebElement: Sendable {
  /// In lower case.
  let name: String
  /// By names in lower case.
  let attributes: [String: String]
  let children: [WebNode]
  /// Of its attribute `style`, in lower case.
  let declarations: [String: String]
  /// What its running text weighs, and its links: a character of a sentence four times as much as one of a label.
  let weight: (text: Int, link: Int)

  init(_ name: String, _ attributes: [String: String], _ children: [WebNode]) {
    (self.name, self.attributes, self.children) = (name, attributes, children)
    declarations = WebStyle.declarations(attributes["style"])
    isHidden = attributes["hidden"] != nil || Self.isHidden(declarations)
    weight = Self.weight(of: children, isLink: name == "a", isSeen: !Self.unseen.contains(name) && !isHidden)
  }

  private static func weight(of children: [WebNode], isLink: Bool, isSeen: Bool) -> (Int, Int) {
    guard isSeen else { return (0, 0) }
    var (text, link) = (0, 0)
    for child in children {
      switch child {
      case .text(let piece):
        let count = piece.unicodeScalars.count { !$0.properties.isWhitespace }
        text += piece.contains(where: { "，。；、".contains($0) }) ? 4 * count : count
      case .element(let element): (text, link) = (text + element.weight.text, link + element.weight.link)
      }
    }
    return isLink ? (0, text + link) : (text, link)
  }

  /// Elements whose text no reader sees as text.
  static let unseen: Set<String> = [
    "script", "style", "head", "noscript", "template", "title", "select", "option", "textarea", "iframe", "noframes",
    "svg", "datalist",
  ]

  /// Whether browsers do not show it, or Word does not.
  let isHidden: Bool

  private static func isHidden(_ style: [String: String]) -> Bool {
    style["display"] == "none" || style["visibility"] == "hidden" || style["mso-hide"] == "all"
  }

  /// The words of its class.
  var classes: [Substring] { attributes["class"]?.split(whereSeparator: \.isWhitespace) ?? [] }

  /// The elements in it.
  var elements: [WebElement] {
    children.compactMap { if case .element(let element) = $0 { element } else { nil } }
  }

  /// The first element, itself included, for which something holds; in the order of the page.
  func first(where holds: (WebElement) -> Bool) -> WebElement? {
    if holds(self) { return self }
    for element in elements { if let found = element.first(where: holds) { return found } }
    return nil
  }

  /// Its text with a line feed between blocks.
  var text: String {
    var text = ""
    addText(to: &text)
    return text.split(whereSeparator: \.isNewline).map(\.trimmed).filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private func addText(to text: inout String) {
    if Self.unseen.contains(name) { return }
    let isBlock = WebStyle.blocks.contains(name)
    if isBlock || name == "br" { text += "\n" }
    for child in children {
      switch child {
      case .text(let piece): text += piece.replacing("\n", with: " ").replacing("\r", with: " ")
      case .element(let element): element.addText(to: &text)
      }
    }
    if isBlock { text += "\n" } else if name == "td" || name == "th" { text += "\t" }
  }
}

enum WebNode: Sendable {
  case text(String)
  case element(WebElement)
}
