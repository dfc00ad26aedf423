import Base
import OfficeFiles

// Pictures: those in the page itself and those that lie beside it.
extension WebReader {
  mutating func addPicture(_ element: WebElement, _ style: WebStyle) {
    guard let source = element.attributes["src"]?.trimmed, !source.isEmpty else { return }
    // Editors put the icon of its program before a file that is linked.
    if source.contains("fileTypeImages/") { return }
    let description = element.attributes["alt"]?.trimmed ?? ""
    guard let (name, bytes) = Self.embedded(source, manuscript.pictures.count + 1) ?? beside(source) else {
      return manuscript.doubts.append(Doubt(.picture, text: String(source.prefix(200)), at: place))
    }
    line.add(.picture(manuscript.pictures.count), style)
    manuscript.pictures.append(ManuscriptPicture(name: name, bytes: bytes, description: description))
  }

  private func beside(_ source: String) -> (String, [UInt8])? {
    guard let path = WebAddress(source).path else { return nil }
    return file(path).map { (path.lastSegment, $0) }
  }

  /// A picture in an address: `data:image/png;base64,…`.
  private static func embedded(_ source: String, _ number: Int) -> (String, [UInt8])? {
    guard source.hasPrefix("data:image/"), let comma = source.firstIndex(of: ",") else { return nil }
    let kind = source.dropFirst(11).prefix { $0 != ";" && $0 != "," }
    guard source[..<comma].hasSuffix(";base64"), let bytes = base64(source[comma...].dropFirst().utf8) else {
      return nil
    }
    let ending = kind == "jpeg" ? "jpg" : String(kind.prefix { $0.isLetter })
    return ("image\(number).\(ending)", bytes)
  }

  private static func base64(_ text: Substring.UTF8View) -> [UInt8]? {
    var (bytes, bits, count): ([UInt8], UInt32, Int) = ([], 0, 0)
    for sign in text where sign != 0x3D && sign > 0x20 {
      let value: UInt8
      switch sign {
      case 0x41...0x5A: value = sign - 0x41
      case 0x61...0x7A: value = sign - 0x61 + 26
      case 0x30...0x39: value = sign - 0x30 + 52
      case 0x2B, 0x2D: value = 62
      case 0x2F, 0x5F: value = 63
      default: return nil
      }
      (bits, count) = (bits << 6 & 0xFFFFFF | UInt32(value), count + 6)
      if count >= 8 {
        count -= 8
        bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
      }
    }
    return bytes.isEmpty ? nil : bytes
  }
}

/// An address in a page, as far as it may mean a file beside it.
package struct WebAddress: Sendable, Hashable {
  /// The path from the page's folder; nil for an address of another site, and for one that leads out of the folder.
  package let path: String?

  /// Reads an address as it is written in a link.
  package init(_ address: String) {
    let plain = address.prefix { $0 != "?" && $0 != "#" }
    guard !plain.isEmpty, !plain.contains(":"), !plain.hasPrefix("/"), let text = plain.unescapingPercents else {
      path = nil
      return
    }
    let parts = text.replacing("\\", with: "/").split(separator: "/").filter { $0 != "." }
    path = parts.contains("..") || parts.isEmpty || text.contains("\0") ? nil : parts.joined(separator: "/")
  }
}
