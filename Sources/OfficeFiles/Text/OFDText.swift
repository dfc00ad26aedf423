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
    let pages = archive.entries.map(\.name).compactMap { name -> (Int, String)? in
      let parts = name.split(separator: "/")
      guard parts.last == "Content.xml", let page = parts.dropLast().last, page.hasPrefix("Page_"),
        let number = Int(written: page.dropFirst(5))
      else { return nil }
      return (number, name)
    }
    for (number, name) in pages.sorted(by: { ($0.0, $0.1) < ($1.0, $1.1) }) {
      var text = OFDText()
      try read(name, into: &text)
      content.add(text.lines, at: .page(number + 1))
    }
  }
}
