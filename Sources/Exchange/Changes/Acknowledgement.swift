package import Base

/// `acknowledgement.csv`: what came of each line of a package of changes, filled in by whoever received it.
package struct Acknowledgement: Sendable {
  package static let fileName = "acknowledgement.csv"
  static let headings = ["变动", "路径", "校验值", "结果", "原因"]
  /// What stands under 结果.
  package static let taken = "已接收"
  package static let returned = "退回"

  /// A line that was sent: what it is, and the SHA-256 of its bytes without the line feed.
  package struct Line: Sendable, Hashable {
    package let change: String
    package let id: String
    let checksum: String
  }

  package private(set) var received: [Line] = []
  package private(set) var refused: [(line: Line, reason: String)] = []
  /// Lines without an answer, in the order in which they were sent.
  package private(set) var open: [Line] = []
  /// What is wrong with the file.
  package private(set) var findings: [Diagnostic] = []

  /// The file that a receiver fills in.
  static func template(_ lines: [(item: Changes.Item, checksum: String)]) -> [UInt8] {
    CSVWriter.bytes([headings] + lines.map { [$0.item.change.label, $0.item.id, $0.checksum, "", ""] })
  }

  /// The lines of a template; nil if it is none.
  package static func lines(of template: [UInt8]) -> [Line]? {
    var records = CSVRecords(template, from: SourceText(path: fileName, bytes: template).markLength)
    guard records.next()?.map(\.text) == headings else { return nil }
    var lines: [Line] = []
    while let cells = records.next() {
      guard cells.count >= 3 else { return nil }
      lines.append(Line(change: cells[0].text, id: cells[1].text, checksum: cells[2].text))
    }
    return lines
  }

  /// Reads a file that came back, in whatever encoding the receiver's program saved it.
  ///
  /// - Parameters:
  ///   - path: For findings.
  ///   - sent: What was sent.
  package init(_ bytes: [UInt8], path: String, of sent: [Line]) {
    let text = Array(DecodedText(bytes).text.utf8)
    let source = SourceText(path: path, bytes: text)
    var waiting = Dictionary(sent.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var records = CSVRecords(text, from: source.markLength)
    while let cells = records.next() {
      if cells.map(\.text) == Self.headings || cells.allSatisfy({ $0.text.trimmed.isEmpty }) { continue }
      read(cells, &waiting, in: source)
    }
    open = sent.filter { waiting[$0.id] != nil }
  }

  private mutating func read(_ cells: [CSVRecords.Cell], _ waiting: inout [String: Line], in source: SourceText) {
    let texts = cells.map(\.text) + Array(repeating: "", count: max(0, Self.headings.count - cells.count))
    func add(_ cell: Int, _ message: String, _ cure: String) {
      let place = cells[min(cell, cells.count - 1)].place
      findings.append(Diagnostic("acknowledgement", at: source.location(of: place), message, cures: [cure]))
    }
    guard let line = waiting[texts[1]] else {
      return add(1, "“\(texts[1])”不在这个变动包里，或者写了两次", "照原来的表填写；若是另一包的回执，换成这一包的")
    }
    guard texts[2] == line.checksum else {
      return add(2, "“\(line.id)”的校验值不是发出的那一份", "请对方核对收到的文件，重新导入")
    }
    switch (texts[3], texts[4]) {
    case (Self.taken, _): received.append(line)
    case (Self.returned, ""): return add(4, "“\(line.id)”退回没有写原因", "请对方在“原因”一格写明")
    case (Self.returned, let reason): refused.append((line, reason))
    case ("", _): return
    default: return add(3, "结果“\(texts[3])”不对", "写“\(Self.taken)”或者“\(Self.returned)”")
    }
    waiting[line.id] = nil
  }
}

extension LineChange {
  /// For people.
  package var label: String {
    switch self {
    case .added: "新增"
    case .changed: "修改"
    case .withdrawn: "撤下"
    case .removed: "删除"
    }
  }
}
