import Base
import OfficeFiles

/// What a run says of its characters, or a style of its runs; nil where it says nothing.
struct RunProperties: Sendable, Hashable {
  enum Position: Sendable { case line, raised, lowered }

  var style: String?
  var isBold: Bool?
  var isHidden: Bool?
  var isStruck: Bool?
  var isUnderlined: Bool?
  var position: Position?
  /// How far it is moved up, or down if below 0, in half points.
  var shift: Int?
  /// In points.
  var size: Double?
  /// Of Chinese characters; `+` and a name of ``ThemeFonts`` if the theme decides.
  var font: String?
  /// Of letters and figures.
  var latinFont: String?
  var isRed: Bool?

  /// Takes in an element of `w:rPr`.
  mutating func take(_ name: String, _ attributes: XMLAttributes) {
    switch name {
    case "w:rStyle": style = attributes["val"]
    case "w:b": isBold = attributes.isSwitchedOn
    case "w:vanish": isHidden = attributes.isSwitchedOn
    case "w:strike", "w:dstrike": isStruck = attributes.isSwitchedOn || isStruck == true
    case "w:u": isUnderlined = attributes["val"] != "none"
    case "w:vertAlign":
      position =
        switch attributes["val"] {
        case "superscript": .raised
        case "subscript": .lowered
        default: .line
        }
    case "w:position": shift = attributes.number
    case "w:sz": size = attributes["val"].flatMap { Int(written: $0) }.map { Double($0) / 2 }
    case "w:rFonts":
      font = attributes["eastAsiaTheme"].map { "+" + $0 } ?? attributes["eastAsia"] ?? font
      latinFont = attributes["asciiTheme"].map { "+" + $0 } ?? attributes["ascii"] ?? latinFont
    case "w:color": isRed = attributes["val"].map(Self.isRed)
    default: break
    }
  }

  /// These, and those of `base` where these say nothing.
  func over(_ base: RunProperties) -> RunProperties {
    var all = self
    all.isBold = isBold ?? base.isBold
    all.isHidden = isHidden ?? base.isHidden
    all.isStruck = isStruck ?? base.isStruck
    all.isUnderlined = isUnderlined ?? base.isUnderlined
    all.position = position ?? base.position
    all.shift = shift ?? base.shift
    all.size = size ?? base.size
    all.font = font ?? base.font
    all.latinFont = latinFont ?? base.latinFont
    all.isRed = isRed ?? base.isRed
    return all
  }

  /// A character style over a paragraph style: what both switch on is off (ISO/IEC 29500-1, 17.7.3).
  func toggled(over base: RunProperties) -> RunProperties {
    var all = over(base)
    all.isBold = Self.toggled(isBold, base.isBold)
    all.isHidden = Self.toggled(isHidden, base.isHidden)
    all.isStruck = Self.toggled(isStruck, base.isStruck)
    return all
  }

  private static func toggled(_ own: Bool?, _ base: Bool?) -> Bool? {
    own == nil && base == nil ? nil : (own == true) != (base == true)
  }

  private static func isRed(_ color: String) -> Bool {
    guard color.utf8.count == 6, let value = Int(color, radix: 16) else { return false }
    return value >> 16 >= 0xC0 && value >> 8 & 0xFF <= 0x40 && value & 0xFF <= 0x40
  }
}

extension XMLAttributes {
  /// Whether a property that is on or off is on: `<w:b/>`, `<w:b w:val="1"/>`.
  var isSwitchedOn: Bool { self["val"] == nil || isOn("val") }

  /// A whole number in `val`.
  var number: Int? { self["val"].flatMap { Int(written: $0) } }
}
