import Base
import OfficeFiles

/// Takes the cells of a sheet as they are stored, what is merged, and what is hidden.
struct SheetGrid: XMLHandler {
  struct Cell {
    let row: Int
    let column: Int
    let type: String
    let style: Int
    let text: String
    /// Whether a formula stands in it.
    let formula: String?
  }

  private(set) var cells: [Cell] = []
  private(set) var merges: [(rows: ClosedRange<Int>, columns: ClosedRange<Int>)] = []
  private(set) var hiddenRows: Set<Int> = []
  private(set) var hiddenColumns: [ClosedRange<Int>] = []

  private var (row, column) = (0, 0)
  private var (type, style): (String, Int) = ("n", 0)
  private var (value, formula): ([UInt8], [UInt8]?) = ([], nil)
  private var (isValue, isFormula, phonetic) = (false, false, 0)

  mutating func start(_ name: String, _ attributes: XMLAttributes) {
    switch name {
    case "x:col":
      if attributes.isOn("hidden") || attributes["width"] == "0", let first = Self.number(attributes["min"]),
        let last = Self.number(attributes["max"]), first <= last
      {
        hiddenColumns.append(first...last)
      }
    case "x:row":
      row = Self.number(attributes["r"]) ?? row + 1
      column = 0
      if attributes.isOn("hidden") || attributes["ht"] == "0" { hiddenRows.insert(row) }
    case "x:c":
      column += 1
      if let address = attributes["r"].flatMap(OfficePlace.address) { (row, column) = address }
      type = attributes["t"] ?? "n"
      style = Self.number(attributes["s"]) ?? 0
      (value, formula) = ([], nil)
    case "x:f":
      isFormula = true
      formula = []
    case "x:v": isValue = true
    case "x:rPh": phonetic += 1
    case "x:t": isValue = phonetic == 0
    case "x:mergeCell": addMerge(attributes["ref"] ?? "")
    default: break
    }
  }

  mutating func end(_ name: String) {
    switch name {
    case "x:v", "x:t": isValue = false
    case "x:f": isFormula = false
    case "x:rPh": phonetic -= 1
    case "x:c" where !value.isEmpty || formula != nil:
      cells.append(
        Cell(
          row: row, column: column, type: type, style: style, text: value.withUnsafeBufferPointer(\.string),
          formula: formula.map { $0.withUnsafeBufferPointer(\.string) }))
    default: break
    }
  }

  mutating func text(_ text: Bytes) {
    if isValue { value += text } else if isFormula { formula? += text }
  }

  private mutating func addMerge(_ text: String) {
    let ends = text.split(separator: ":").map { OfficePlace.address(String($0)) }
    guard ends.count == 2, let first = ends[0], let last = ends[1], first.row <= last.row, first.column <= last.column
    else { return }
    merges.append((first.row...last.row, first.column...last.column))
  }

  private static func number(_ text: String?) -> Int? { text.flatMap { Int(written: $0) } }

  func isHidden(column: Int) -> Bool { hiddenColumns.contains { $0.contains(column) } }
}

/// Takes the number formats of a workbook: a cell names one by the place of its style.
struct SheetStyles: XMLHandler {
  private var codes: [Int: String] = [:]
  private var styles: [Int] = []
  private var isCells = false

  mutating func start(_ name: String, _ attributes: XMLAttributes) {
    switch name {
    case "x:numFmt":
      if let id = attributes["numFmtId"].flatMap({ Int(written: $0) }) { codes[id] = attributes["formatCode"] }
    case "x:cellXfs": isCells = true
    case "x:xf" where isCells: styles.append(attributes["numFmtId"].flatMap { Int(written: $0) } ?? 0)
    default: break
    }
  }

  mutating func end(_ name: String) { if name == "x:cellXfs" { isCells = false } }
  mutating func text(_ text: Bytes) {}

  /// One for each style; nil where it is 常规.
  var formats: [CellFormat?] {
    var known: [Int: CellFormat] = [:]
    return styles.map { id in
      if let format = known[id] { return format }
      guard let code = codes[id] ?? CellFormat.builtIn[id], !["General", "GENERAL"].contains(code) else { return nil }
      let format = CellFormat(code)
      known[id] = format
      return format
    }
  }
}
