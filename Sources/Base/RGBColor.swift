import Glibc

/// A colour of a screen (sRGB), with contrast by the formula of WCAG 2.2.
package struct RGBColor: Sendable, Hashable {
  package let red: UInt8
  package let green: UInt8
  package let blue: UInt8

  package static let white = RGBColor(red: 255, green: 255, blue: 255)
  package static let black = RGBColor(red: 0, green: 0, blue: 0)

  /// Memberwise.
  package init(red: UInt8, green: UInt8, blue: UInt8) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  /// Reads `#b3261e` or `#b31`, with or without the sign, in either case.
  package init?(_ text: String) {
    let digits = (text.hasPrefix("#") ? text.dropFirst() : text[...]).compactMap(\.hexDigitValue)
    let length = text.utf8.count - (text.hasPrefix("#") ? 1 : 0)
    guard digits.count == length, length == 3 || length == 6 else { return nil }
    let parts =
      length == 3 ? digits.map { $0 * 17 } : stride(from: 0, to: 6, by: 2).map { digits[$0] * 16 + digits[$0 + 1] }
    self.init(red: UInt8(parts[0]), green: UInt8(parts[1]), blue: UInt8(parts[2]))
  }

  /// `#b3261e`.
  package var hex: String { "#" + [red, green, blue].map(OutputBuffer.hex).joined() }

  /// The colour with a share (0 to 1) of it replaced by another.
  package func mixed(with other: RGBColor, share: Double) -> RGBColor {
    func part(_ own: UInt8, _ others: UInt8) -> UInt8 {
      UInt8((Double(own) * (1 - share) + Double(others) * share).rounded())
    }
    return RGBColor(red: part(red, other.red), green: part(green, other.green), blue: part(blue, other.blue))
  }

  /// From 1 (the same brightness) to 21 (black and white).
  package func contrast(with other: RGBColor) -> Double {
    let (a, b) = (luminance, other.luminance)
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }

  /// From 0 to 1.
  private var luminance: Double {
    func linear(_ part: UInt8) -> Double {
      let value = Double(part) / 255
      return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }
}
