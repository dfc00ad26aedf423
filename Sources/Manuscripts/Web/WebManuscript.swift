import Base
package import OfficeFiles

/// Pages of an old website.
package enum WebManuscript {
  /// Longer pages are refused.
  package static let mostBytes = 16 << 20

  /// Reads a saved page in the encoding that it states or has.
  ///
  /// - Parameters:
  ///   - selector: `#id`, `.class` or a tag: the part of the page that is its text; nil: it is looked for.
  ///   - file: The bytes of a file by its path from the page's folder; nil if there is none.
  /// - Throws: ``OfficeFault/noText`` if no part of the page is chosen by the selector, or has text.
  package static func read(
    _ bytes: [UInt8], select selector: String? = nil, file: @escaping (String) -> [UInt8]? = { _ in nil }
  ) throws(OfficeFault) -> Manuscript {
    guard bytes.count <= mostBytes else { throw .tooLarge }
    let decoded = DecodedText(bytes, stated: statedEncoding(bytes))
    guard let root = WebParser.read(decoded.text) else { throw .tooLarge }
    guard let content = content(of: root, selector) else { throw .noText }
    var reader = WebReader(of: root, file: file)
    reader.manuscript.statements = WebStatements.meta(root) + WebStatements.labelled(root, without: content)
    let body = root.first { $0.name == "body" } ?? root
    var navigation = WebNavigation(content)
    navigation.read(body)
    for text in navigation.texts { reader.manuscript.omissions.append(Omission(.navigation, text: text, at: nil)) }
    reader.readContent(content, style(of: content, in: root))
    if let doubt = Doubt(decoded) { reader.manuscript.doubts.append(doubt) }
    // These programs write every list as 1, 2, 3, whatever its numbers were: 第一条.
    let program = reader.manuscript.statements.first { $0.name.lowercased() == "generator" }?.value ?? ""
    if reader.hasLabels, program.contains("Office") {
      reader.manuscript.doubts.append(Doubt(.numbering, text: program, at: nil))
    }
    var manuscript = reader.manuscript
    manuscript.blocks = reader.blocks
    guard !manuscript.blocks.isEmpty else { throw .noText }
    return manuscript
  }

  /// Reads what a browser takes out of the clipboard: a page of which everything is text.
  ///
  /// - Throws: ``OfficeFault/noText`` if there is none in it.
  package static func read(pasted html: String) throws(OfficeFault) -> Manuscript {
    guard html.utf8.count <= mostBytes, let root = WebParser.read(html) else { throw .tooLarge }
    let body = root.first { $0.name == "body" } ?? root
    var reader = WebReader(of: root) { _ in nil }
    let style = WebStyle().inside(body)
    reader.readChildren(of: body, style)
    reader.endLine(style)
    var manuscript = reader.manuscript
    manuscript.blocks = reader.blocks
    guard !manuscript.blocks.isEmpty else { throw .noText }
    return manuscript
  }

  private static func content(of root: WebElement, _ selector: String?) -> WebElement? {
    guard let selector else { return WebContent.find(in: root) }
    return WebSelector(selector).flatMap { selector in root.first(where: selector.fits) }
  }

  /// How text looks at the beginning of an element.
  private static func style(of element: WebElement, in root: WebElement) -> WebStyle {
    func path(_ from: WebElement) -> [WebElement]? {
      if from === element { return [from] }
      for child in from.elements { if let rest = path(child) { return [from] + rest } }
      return nil
    }
    return (path(root) ?? []).reduce(WebStyle()) { $0.inside($1) }
  }

  /// `charset=gb2312` in the first bytes.
  private static func statedEncoding(_ bytes: [UInt8]) -> DecodedText.Encoding? {
    let head = String(decoding: bytes.prefix(4096).map { $0 < 0x80 ? $0 : 0x3F }, as: UTF8.self).lowercased()
    guard let place = head.firstRange(of: "charset=") else { return nil }
    let name = head[place.upperBound...].drop { "\"' ".contains($0) }.prefix {
      $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_"
    }
    if name.hasPrefix("gb") || name == "x-gbk" { return .gb18030 }
    return name.hasPrefix("utf-8") || name == "utf8" ? .utf8 : nil
  }
}

extension WebReader {
  /// Reads the content; a table of 索引号 and dates at its beginning is taken as statements.
  mutating func readContent(_ content: WebElement, _ style: WebStyle) {
    guard let table = leadingTable(content) else { return readAll(content, style) }
    let statements = WebStatements.labelled(table, without: nil)
    guard statements.count > 2 else { return readAll(content, style) }
    manuscript.statements += statements
    manuscript.omissions.append(Omission(.navigation, text: table.text, at: place))
    readAll(content.without(table), style)
  }

  private mutating func readAll(_ content: WebElement, _ style: WebStyle) {
    readChildren(of: content, style)
    endLine(style)
  }

  /// The first table, if nearly no text stands before it.
  private func leadingTable(_ content: WebElement) -> WebElement? {
    guard let table = content.first(where: { $0.name == "table" }), table !== content else { return nil }
    var before = WebNavigation(table)
    before.read(content)
    return (before.texts.first?.count ?? 0) <= 100 || before.isAfter ? table : nil
  }
}

extension WebElement {
  /// Without one of the elements in it.
  fileprivate func without(_ part: WebElement) -> WebElement {
    WebElement(
      name, attributes,
      children.compactMap { child in
        guard case .element(let element) = child else { return child }
        return element === part ? nil : .element(element.without(part))
      })
  }
}

/// The text of a page outside one of its elements: what stands before it, and what stands after it.
private struct WebNavigation {
  private let content: WebElement
  private var (before, after): (String, String) = ("", "")
  private(set) var isAfter = false

  init(_ content: WebElement) { self.content = content }

  var texts: [String] {
    [before, after].map { text in
      text.split(whereSeparator: \.isNewline).map(\.trimmed).filter { !$0.isEmpty }.joined(separator: "\n")
    }.filter { !$0.isEmpty }
  }

  mutating func read(_ element: WebElement) {
    if element === content {
      isAfter = true
      return
    }
    if WebElement.unseen.contains(element.name) { return }
    let isBlock = WebStyle.blocks.contains(element.name)
    if isBlock || element.name == "br" { add("\n") }
    for child in element.children {
      switch child {
      case .text(let piece): add(piece.replacing("\n", with: " ").replacing("\r", with: " "))
      case .element(let element): read(element)
      }
    }
    if isBlock { add("\n") }
  }

  private mutating func add(_ text: String) { if isAfter { after += text } else { before += text } }
}
