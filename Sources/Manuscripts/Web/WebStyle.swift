import Base
import OfficeFiles

/// How text looks at a place of a page: what the elements around it say, the innermost last.
struct WebStyle: Hashable {
  var look = Look()
  var isStruck = false
  var raised: Raised?
  var link: String?
  /// Whether blanks and line feeds are kept.
  var isKept = false
  var headingLevel: Int?

  enum Raised { case up, down }

  /// The style inside an element.
  func inside(_ element: WebElement) -> WebStyle {
    var style = self
    style.take(name: element.name)
    if let align = element.attributes["align"] { style.align(align) }
    if element.name == "font" {
      if let face = element.attributes["face"] { style.look.font = Self.firstFont(face) }
      if let colour = element.attributes["color"] { style.look.isRed = Self.isRed(colour) }
    }
    if element.name == "a" { style.link = Self.target(element.attributes["href"]) }
    style.take(element.declarations)
    return style
  }

  private mutating func take(name: String) {
    switch name {
    case "center": look.alignment = .center
    case "b", "strong", "th": look.isBold = true
    case "h1", "h2", "h3", "h4", "h5", "h6":
      look.isBold = true
      headingLevel = name.utf8.last.map { Int($0) - 0x30 }
    case "s", "strike", "del": isStruck = true
    case "sup": raised = .up
    case "sub": raised = .down
    case "pre", "xmp", "listing", "plaintext": isKept = true
    default: break
    }
  }

  private mutating func take(_ declarations: [String: String]) {
    for (name, value) in declarations.sorted(by: { $0.key < $1.key }) {
      switch name {
      case "text-align": align(value)
      case "font-family", "mso-symbol-font-family": look.font = Self.firstFont(value)
      case "font-size": look.size = Self.points(value) ?? look.size
      case "font-weight": look.isBold = value.hasPrefix("bold") || Int(written: value).map { $0 >= 600 } ?? false
      case "color": look.isRed = Self.isRed(value)
      case "text-indent": look.indent = Self.characters(value, size: look.size)
      case "text-decoration", "text-decoration-line": if value.contains("line-through") { isStruck = true }
      case "vertical-align":
        if value == "super" { raised = .up } else if value == "sub" { raised = .down }
      case "white-space": isKept = value.hasPrefix("pre")
      default: break
      }
    }
  }

  private mutating func align(_ value: String) {
    switch value.lowercased() {
    case "center", "middle": look.alignment = .center
    case "right", "end": look.alignment = .end
    case "left", "justify", "start": look.alignment = .start
    default: break
    }
  }

  /// The declarations of an attribute `style`, names and values in lower case.
  static func declarations(_ text: String?) -> [String: String] {
    guard let text else { return [:] }
    var found: [String: String] = [:]
    for part in text.prefix(4096).split(separator: ";") {
      let halves = part.split(separator: ":", maxSplits: 1)
      guard halves.count == 2 else { continue }
      found[halves[0].trimmed.lowercased()] = halves[1].replacing("!important", with: "").trimmed.lowercased()
    }
    return found
  }

  private static func firstFont(_ text: String) -> String? {
    text.split(separator: ",").first.map { String($0.trimmed.filter { $0 != "\"" && $0 != "'" }) }
  }

  private static func isRed(_ colour: String) -> Bool {
    let plain = colour.lowercased().filter { !$0.isWhitespace }
    return ["red", "#f00", "#ff0000", "rgb(255,0,0)"].contains(plain)
  }

  private static func points(_ value: String) -> Double? {
    let number = Double(value.prefix { $0.isNumber || $0 == "." })
    if value.hasSuffix("pt") { return number }
    return value.hasSuffix("px") ? number.map { $0 * 0.75 } : nil
  }

  private static func characters(_ value: String, size: Double?) -> Double? {
    guard let number = Double(value.prefix { $0.isNumber || $0 == "." }) else { return nil }
    if value.hasSuffix("em") { return number }
    return points(value).map { (($0 / (size ?? 12)) * 2).rounded() / 2 }
  }

  /// Where a link leads; nil for one that leads nowhere.
  private static func target(_ address: String?) -> String? {
    guard let address = address?.trimmed, !address.isEmpty, !address.hasPrefix("#") else { return nil }
    let scheme = address.prefix { $0 != ":" && $0 != "/" }.lowercased()
    if ["javascript", "vbscript", "data", "about"].contains(scheme), address.contains(":") { return nil }
    return address.hasPrefix("./") ? String(address.dropFirst(2)) : address
  }

  /// Elements that stand on lines of their own.
  static let blocks: Set<String> = [
    "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "dir", "div", "dl", "dt",
    "fieldset",
    "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "legend",
    "li",
    "listing", "main", "menu", "nav", "ol", "p", "plaintext", "pre", "section", "summary", "table", "tbody", "td",
    "tfoot",
    "th", "thead", "tr", "ul", "xmp", "caption",
  ]
}
