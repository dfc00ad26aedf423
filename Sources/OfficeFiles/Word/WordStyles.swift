import Base

/// Finds the styles of a Word file whose text is hidden. Styles built on others are not followed.
struct WordStyles: XMLHandler {
  private(set) var hidden: Set<String> = []
  private var style: String?

  mutating func start(_ name: String, _ attributes: XMLAttributes) {
    switch name {
    case "w:style": style = attributes["styleId"]
    case "w:vanish":
      if let style, attributes["val"] == nil || attributes.isOn("val") { hidden.insert(style) }
    default: break
    }
  }

  mutating func end(_ name: String) { if name == "w:style" { style = nil } }

  mutating func text(_ text: Bytes) {}
}
