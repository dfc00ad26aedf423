import Base
import Manuscripts

/// 清单: the records of another system as rows of texts under headings.
package struct StockTable: Sendable, Hashable {
  package struct Row: Sendable, Hashable {
    /// As people count: the row of a sheet, the record of a list of JSON; from 1.
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

  /// Reads a list: CSV in any encoding, a workbook, or `documents.jsonl` of another Gongkai.
  ///
  /// - Parameter name: Of the file.
  package init(_ bytes: [UInt8], name: String) throws(Fault) {
    if name.fileExtension == "jsonl" {
      try self.init(jsonl: bytes)
      return
    }
    let workbook: Workbook
    do { workbook = try Workbook(bytes, name: name.fileStem) } catch {
      throw Fault(message: "清单读不出来：要 .xlsx、.csv 或者 .jsonl，没有密码")
    }
    guard let sheet = workbook.sheets.max(by: { $0.rows.count < $1.rows.count }) else {
      throw Fault(message: "清单是空的")
    }
    var rows: [(number: Int, cells: [String])] = []
    for row in sheet.rows {
      let above = rows.last?.cells
      rows.append(
        (
          row.number,
          row.cells.enumerated().map { place, cell in
            // What is merged downwards holds for every row.
            if cell.cover == .above { return above?[place] ?? "" }
            if case .date(let day) = cell.value { return day }
            return cell.text.trimmed
          }
        ))
    }
    try self.init(rows)
  }

  /// Reads rows as a sheet has them: titles above the head are passed over, and so are empty rows.
  private init(_ rows: [(number: Int, cells: [String])]) throws(Fault) {
    let counts = rows.map { row in row.cells.count { !$0.isEmpty } }
    // A head has as many texts as the rows below it, a title one.
    guard let widest = counts.max(), widest > 0, let head = counts.firstIndex(where: { $0 * 2 > widest }) else {
      throw Fault(message: "清单是空的")
    }
    headings = rows[head].cells
    let named = headings.filter { !$0.isEmpty }
    if let twice = named.first(where: { word in named.count { $0 == word } > 1 }) {
      throw Fault(message: "清单有两列都叫“\(twice)”，改一个名称")
    }
    let count = headings.count
    self.rows = rows.dropFirst(head + 1).compactMap { number, cells in
      guard cells.contains(where: { !$0.isEmpty }) else { return nil }
      return Row(number: number, cells: (0..<count).map { $0 < cells.count ? cells[$0] : "" })
    }
  }

  /// Reads `documents.jsonl` of another Gongkai: one object a line.
  private init(jsonl bytes: [UInt8]) throws(Fault) {
    var records: [[(name: String, text: String)]] = []
    for line in bytes.split(separator: 0x0A) where line.contains(where: { $0 > 0x20 }) {
      guard let value = JSONValue(json: Array(line)), case .object(let members) = value else {
        throw Fault(message: "清单第 \(records.count + 1) 行不是 JSON 对象")
      }
      records.append(members.compactMap { member in Self.text(member.value).map { (member.name, $0) } })
    }
    var headings: [String] = []
    for (name, _) in records.joined() where !headings.contains(name) { headings.append(name) }
    let rows = records.map { record in headings.map { word in record.first { $0.name == word }?.text ?? "" } }
    try self.init(([headings] + rows).enumerated().map { ($0.offset, $0.element) })
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
