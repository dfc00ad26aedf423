import Archives
import Base

/// Takes the text of a page of an OFD file (GB/T 33190): pieces on one height are a line.
struct OFDText: XMLHandler {
  private(set) var lines = ""
  private var text: [UInt8] = []
  private var (isText, height): (Bool, Substring?) = (false, nil)

  mutating func start(_ name: String, _ attributes: XMLAttributes) {
    switch name {
    case "ofd:TextObject":
      let numbers = attributes["Boundary"]?.split(separator: " ") ?? []
      let top = numbers.count == 4 ? numbers[1] : nil
      if !lines.isEmpty, top != height { lines += "\n" }
      height = top
    case "ofd:TextCode":
      isText = true
      text = []
    default: break
    }
  }

  mutating func end(_ name: String) {
    guard name == "ofd:TextCode" else { return }
    isText = false
    lines += text.withUnsafeBufferPointer(\.string)
  }

  mutating func text(_ text: Bytes) { if isText { self.text += text } }
}

extension OfficePackage {
  /// The text of an OFD file, page by page, and its author.
  mutating func readOFD() throws(OfficeFault) {
    var properties = OfficeProperties()
    try read("OFD.xml", into: &properties)
    for name in properties.people { content.note(.author, name: name) }
    for name in ofdPages {
      var text = OFDText()
      try read(name, into: &text)
      content.add(text.lines, at: .page(Self.ofdPage(name) ?? 1))
    }
  }

  /// The parts that hold the pages of an OFD file, in order.
  package var ofdPages: [String] {
    archive.entries.map(\.name).compactMap { name in Self.ofdPage(name).map { ($0, name) } }
      .sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.1)
  }

  /// The number of a page, from 1; nil for another part.
  private static func ofdPage(_ name: String) -> Int? {
    let parts = name.split(separator: "/")
    guard parts.last == "Content.xml", let page = parts.dropLast().last, page.hasPrefix("Page_") else { return nil }
    return Int(written: page.dropFirst(5)).map { $0 + 1 }
  }
}
