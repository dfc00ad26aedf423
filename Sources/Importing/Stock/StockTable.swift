import Base
import Loading

/// 清单: the records of another system as rows of texts under headings.
package struct StockTable: Sendable, Hashable {
  package struct Row: Sendable, Hashable {
    /// As people count: the line of a sheet, from 1; of a CSV file or a list of JSON, the record.
    package let number: Int
    /// As many as there are headings.
    package let cells: [String]
  }

  package let headings: [String]
  package let rows: [Row]

  /// Why a list cannot be read.
  package struct Fault: Error, Hashable {
    package let message: String
  }

  /// Reads rows as a sheet has them: titles above the head are passed over, and so are empty rows.
  package init(_ rows: [[String]]) throws(Fault) {
    let cells = rows.map { $0.map(\.trimmed) }
    let widest = cells.map { row in row.count { !$0.isEmpty } }.max() ?? 0
    // A head has as many texts as the rows below it, a title one.
    guard widest > 0, let head = cells.firstIndex(where: { row in row.count { !$0.isEmpty } * 2 > widest }) else {
      throw Fault(message: "清单是空的")
    }
    headings = cells[head]
    let named = headings.filter { !$0.isEmpty }
    if let twice = named.first(where: { word in named.count { $0 == word } > 1 }) {
      throw Fault(message: "清单有两列都叫“\(twice)”，改一个名称")
    }
    let count = headings.count
    self.rows = cells.indices.dropFirst(head + 1).compactMap { index in
      guard cells[index].contains(where: { !$0.isEmpty }) else { return nil }
      return Row(number: index + 1, cells: (0..<count).map { $0 < cells[index].count ? cells[index][$0] : "" })
    }
  }

  /// Reads a CSV file in UTF-8.
  package init(csv bytes: [UInt8]) throws(Fault) {
    guard String(validating: bytes, as: UTF8.self) != nil else {
      throw Fault(message: "清单不是 UTF-8 编码，用 Excel 另存为“CSV UTF-8”")
    }
    var records = CSVRecords(bytes, from: bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0)
    var rows: [[String]] = []
    while let cells = records.next() {
      guard cells.allSatisfy({ $0.fault == nil }) else {
        throw Fault(message: "清单第 \(rows.count + 1) 条有没有配对的引号")
      }
      rows.append(cells.map(\.text))
    }
    try self.init(rows)
  }

  /// Reads `documents.jsonl` of another Gongkai: one object a line.
  package init(jsonl bytes: [UInt8]) throws(Fault) {
    var records: [[(name: String, text: String)]] = []
    for line in bytes.split(separator: 0x0A) where line.contains(where: { $0 > 0x20 }) {
      guard let value = JSONValue(json: Array(line)), case .object(let members) = value else {
        throw Fault(message: "清单第 \(records.count + 1) 行不是 JSON 对象")
      }
      records.append(members.compactMap { member in Self.text(member.value).map { (member.name, $0) } })
    }
    var headings: [String] = []
    for (name, _) in records.joined() where !headings.contains(name) { headings.append(name) }
    try self.init(
      [headings] + records.map { record in headings.map { word in record.first { $0.name == word }?.text ?? "" } })
  }

  /// A text or a list of texts; attachments as lines of title and address; nil for what has no place in a front matter.
  private static func text(_ value: JSONValue) -> String? {
    switch value {
    case .string(let text): return text
    case .integer(let number): return String(number)
    case .boolean, .null, .object: return nil
    case .array(let values):
      let texts = values.compactMap(\.text)
      if texts.count == values.count { return texts.joined(separator: "；") }
      let links = values.compactMap { value in
        value["url"]?.text.map { [value["title"]?.text, $0].compactMap(\.self).joined(separator: " ") }
      }
      return links.isEmpty ? nil : links.joined(separator: "\n")
    }
  }
}
