import Base

/// Looks for whatever a browser would run in a picture in SVG. It knows no more of XML than browsers need to find a tag, and
/// refuses what it cannot follow: another encoding, entities of its own.
struct SVGScan {
  private let text: [UInt8]
  private var index = 0

  /// What must not be in a published picture, in words; nil if nothing is.
  static func fault(in bytes: [UInt8]) -> String? {
    // By a control character or another encoding, a browser may read other tags than we do.
    let isPlain = bytes.allSatisfy { $0 >= 0x20 || [0x09, 0x0A, 0x0D].contains($0) }
    guard isPlain, String(validating: bytes, as: UTF8.self) != nil else { return "不是 UTF-8 编码的文字" }
    var scan = SVGScan(text: bytes)
    return scan.fault()
  }

  private init(text: [UInt8]) { self.text = text }

  private mutating func fault() -> String? {
    while let start = text[index...].firstIndex(of: 0x3C) {
      index = start
      let found = has("<!--") ? skip(to: "-->") : has("<![CDATA[") ? skip(to: "]]>") : markup()
      if let found { return found }
    }
    return nil
  }

  private func has(_ word: String) -> Bool { text[index...].starts(with: word.utf8) }

  /// Goes behind the end of what begins here; what has no end cannot be followed.
  private mutating func skip(to end: String) -> String? {
    guard let range = text[index...].firstRange(of: Array(end.utf8)) else { return "没有结束的“\(end)”" }
    index = range.upperBound
    return nil
  }

  private mutating func markup() -> String? {
    if has("<?") {
      let start = index
      if let fault = skip(to: "?>") { return fault }
      return Self.fault(ofInstruction: String(decoding: text[start..<index], as: UTF8.self).lowercased())
    }
    if has("<!") {
      let start = index
      if let fault = skip(to: ">") { return fault }
      return text[start..<index].contains(0x5B) ? "DOCTYPE 中的定义" : nil
    }
    if has("</") { return skip(to: ">") }
    return element()
  }

  private static func fault(ofInstruction text: String) -> String? {
    if text.hasPrefix("<?xml-") { return "样式表指令" }
    guard text.hasPrefix("<?xml"), let start = text.firstRange(of: "encoding") else { return nil }
    let named = text[start.upperBound...].drop { " =\t\r\n\"'".contains($0) }.prefix { !"\"'".contains($0) }
    return ["utf-8", "utf8", "us-ascii"].contains(named) ? nil : "\(named) 编码"
  }

  /// Reads a tag with its attributes.
  private mutating func element() -> String? {
    index += 1
    let name = Self.local(word { !Self.isBlank($0) && $0 != 0x3E && $0 != 0x2F })
    if Self.elements.contains(name) { return "<\(name)>" }
    while index < text.count, text[index] != 0x3E {
      if Self.isBlank(text[index]) || text[index] == 0x2F {
        index += 1
        continue
      }
      let attribute = Self.local(word { !Self.isBlank($0) && $0 != 0x3D && $0 != 0x3E && $0 != 0x2F })
      guard let value = value() else { return "读不懂的标签" }
      if attribute.hasPrefix("on") { return attribute }
      if Self.runs(value) { return "\(attribute) 中的脚本" }
    }
    return index < text.count ? nil : "没有结束的标签"
  }

  /// The value after `=`; empty where there is none, nil where its quotation mark is not closed.
  private mutating func value() -> String? {
    skipBlanks()
    guard index < text.count, text[index] == 0x3D else { return "" }
    index += 1
    skipBlanks()
    guard index < text.count, text[index] == 0x22 || text[index] == 0x27 else { return nil }
    let quote = text[index]
    index += 1
    let value = word { $0 != quote }
    guard index < text.count else { return nil }
    index += 1
    return value
  }

  private mutating func skipBlanks() {
    while index < text.count, Self.isBlank(text[index]) { index += 1 }
  }

  private mutating func word(while isPart: (UInt8) -> Bool) -> String {
    let start = index
    while index < text.count, isPart(text[index]) { index += 1 }
    return String(decoding: text[start..<index], as: UTF8.self)
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte <= 0x20 }

  /// The name without its prefix, in lower case.
  private static func local(_ name: String) -> String {
    String(name.split(separator: ":").last ?? "").lowercased()
  }

  /// Elements that run something, or bring a page into the picture.
  private static let elements: Set<String> = [
    "script", "foreignobject", "iframe", "frame", "embed", "object", "applet", "handler", "listener", "html", "body",
    "link", "meta", "base", "form", "video", "audio",
  ]

  /// Whether a value is, or animates something to, an address that runs. Blanks and character references hide nothing.
  private static func runs(_ value: String) -> Bool {
    let plain = plain(value)
    if ["javascript:", "vbscript:"].contains(where: plain.contains) { return true }
    guard let data = plain.firstRange(of: "data:") else { return false }
    let type = plain[data.upperBound...]
    return !["image/png", "image/jpeg", "image/jpg", "image/gif", "image/webp", "font/", "application/font"].contains {
      type.hasPrefix($0)
    }
  }

  private static func plain(_ value: String) -> String {
    var out = ""
    var rest = Substring(value)
    while let first = rest.first {
      if first == "&", let (character, length) = reference(rest) {
        if !character.isWhitespace { out.append(character) }
        rest = rest.dropFirst(length)
      } else {
        if !first.isWhitespace { out.append(first) }
        rest = rest.dropFirst()
      }
    }
    return out.lowercased()
  }

  /// The character that a reference stands for, and the length of the reference.
  private static func reference(_ text: Substring) -> (Character, Int)? {
    guard let end = text.prefix(12).firstIndex(of: ";") else { return nil }
    let name = text[..<end].dropFirst()
    let length = name.count + 2
    guard name.hasPrefix("#") else {
      let named: [String: Character] = ["colon": ":", "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'"]
      return named[String(name)].map { ($0, length) }
    }
    let digits = name.dropFirst()
    let value = digits.first == "x" ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    return value.flatMap(Unicode.Scalar.init).map { (Character($0), length) }
  }
}
