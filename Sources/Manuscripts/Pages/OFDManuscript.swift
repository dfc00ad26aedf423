import Base
package import OfficeFiles

/// OFD files (GB/T 33190) that have text, to be compared with the original.
package enum OFDManuscript {
  /// Reads the text of all pages.
  ///
  /// - Throws: ``OfficeFault/noText`` for scanned pages.
  package static func read(_ bytes: [UInt8]) throws(OfficeFault) -> Manuscript {
    guard bytes.count <= OfficeReader.mostBytes else { throw .tooLarge }
    var package = try OfficePackage(bytes)
    guard package.sort == .ofd else { throw .otherForm }
    var pages: [PageText] = []
    for name in package.ofdPages {
      var handler = OFDWords()
      try package.read(name, into: &handler)
      pages.append(handler.page)
    }
    guard let manuscript = PageParagraphs.read(pages) else { throw .noText }
    return manuscript
  }
}

/// Takes the texts of a page with their places, in millimetres.
private struct OFDWords: XMLHandler {
  /// A4 unless the page says otherwise.
  var page = PageText(width: 210, height: 297)
  private var box: [Double] = []
  private var matrix: [Double] = []
  private var size = 0.0
  private var code: (x: Double, y: Double, steps: Double) = (0, 0, 0)
  private var text: [UInt8]?
  private var isBox = false

  mutating func start(_ name: String, _ attributes: XMLAttributes) {
    switch name {
    case "ofd:PhysicalBox":
      text = []
      isBox = true
    case "ofd:TextObject":
      box = Self.numbers(attributes["Boundary"])
      matrix = Self.numbers(attributes["CTM"])
      size = attributes["Size"].flatMap(Double.init) ?? 0
    case "ofd:TextCode":
      text = []
      let own = (attributes["X"].flatMap(Double.init), attributes["Y"].flatMap(Double.init))
      code = (own.0 ?? code.x, own.1 ?? code.y, Self.sum(attributes["DeltaX"]))
    default: break
    }
  }

  mutating func end(_ name: String) {
    guard name == "ofd:TextCode" || name == "ofd:PhysicalBox", let text else { return }
    self.text = nil
    let word = text.withUnsafeBufferPointer(\.string).trimmed
    if isBox {
      isBox = false
      let numbers = Self.numbers(word)
      if numbers.count == 4, numbers[3] > 0 { (page.width, page.height) = (numbers[2], numbers[3]) }
      return
    }
    guard !word.isEmpty, box.count == 4 else { return }
    let (across, down) = matrix.count == 6 ? (abs(matrix[0]), abs(matrix[3])) : (1, 1)
    let em = max(size * max(down, 0.001), 0.1)
    let own = word.unicodeScalars.reduce(0) { $0 + (PageWord.isWide($1) ? em : em / 2) }
    let left = box[0] + code.x * across + (matrix.count == 6 ? matrix[4] : 0)
    let base = box[1] + code.y * down + (matrix.count == 6 ? matrix[5] : 0)
    let width = code.steps > 0 ? code.steps * across + em : own
    guard (left + width + base).isFinite else { return }
    page.words.append(PageWord(text: word, left: left, right: left + width, middle: base - 0.4 * em, em: em))
  }

  mutating func text(_ text: Bytes) { self.text? += text }

  private static func numbers(_ text: String?) -> [Double] {
    text?.split(separator: " ").prefix(8).compactMap { Double($0) }.filter(\.isFinite) ?? []
  }

  /// The steps between characters: `5.6 5.6`, or `g 3 5.6` for three of them.
  private static func sum(_ text: String?) -> Double {
    let parts = text?.split(separator: " ") ?? []
    var (sum, index) = (0.0, 0)
    while index < parts.count {
      if parts[index] == "g", index + 2 < parts.count {
        sum += (Double(parts[index + 1]) ?? 0) * (Double(parts[index + 2]) ?? 0)
        index += 3
      } else {
        sum += Double(parts[index]) ?? 0
        index += 1
      }
    }
    return sum.isFinite ? sum : 0
  }
}
