import Base
import OfficeFiles

/// The fonts for which styles name a role only: `minorEastAsia` is 宋体 in most files.
struct ThemeFonts: XMLHandler {
  private var fonts: [String: String] = [:]
  private var set: String?

  mutating func start(_ name: String, _ attributes: XMLAttributes) {
    switch name {
    case "a:majorFont": set = "major"
    case "a:minorFont": set = "minor"
    case "a:latin": take(attributes, "Ascii", "HAnsi")
    case "a:ea": take(attributes, "EastAsia")
    case "a:font": if attributes["script"] == "Hans" { take(attributes, "EastAsia") }
    default: break
    }
  }

  mutating func end(_ name: String) { if name == "a:majorFont" || name == "a:minorFont" { set = nil } }

  mutating func text(_ text: Bytes) {}

  private mutating func take(_ attributes: XMLAttributes, _ roles: String...) {
    guard let set, let font = attributes["typeface"], !font.isEmpty else { return }
    for role in roles where fonts[set + role] == nil { fonts[set + role] = font }
  }

  /// The name of a font that a style names, or whose role it names.
  func name(_ font: String?) -> String? {
    guard let font, font.hasPrefix("+") else { return font }
    return fonts[String(font.dropFirst())]
  }
}
