import Base

/// Takes the cells of a sheet, and the rows and columns that are hidden although something stands in them.
struct SheetText: OfficePartReader {
  var content = OfficeContent()
  /// Whether any cell has a value.
  private(set) var hasText = false
  private let name: String
  private let isHidden: Bool
  private let shared: [String]

  private var hiddenColumns: [ClosedRange<Int>] = []
  /// The rows and columns that were reported.
  private var (lastHiddenRow, knownColumns): (Int, Set<Int>) = (0, [])
  private var (row, column, rowIsHidden) = (0, 0, false)
  private var type: String?
  private var value: [UInt8] = []
  private var (isValue, phonetic) = (false, 0)

  init(_ name: String, isHidden: Bool, shared: [String]) {
    (self.name, self.isHidden, self.shared) = (name, isHidden, shared)
  }

  mutating func start(_ name: String, _ attributes: XMLAttributes) {
    switch name {
    case "x:col":
      let isHidden = attributes.isOn("hidden") || attributes["width"] == "0"
      if isHidden, let first = attributes["min"].flatMap({ Int(written: $0) }),
        let last = attributes["max"].flatMap({ Int(written: $0) }), first <= last
      {
        hiddenColumns.append(first...last)
      }
    case "x:row":
      row = attributes["r"].flatMap { Int(written: $0) } ?? row + 1
      column = 0
      rowIsHidden = attributes.isOn("hidden") || attributes["ht"] == "0"
    case "x:c":
      column += 1
      if let address = attributes["r"].flatMap(OfficePlace.address) { (row, column) = address }
      type = attributes["t"]
      value = []
    case "x:v": isValue = true
    case "x:rPh": phonetic += 1
    case "x:t": isValue = phonetic == 0
    default: break
    }
  }

  mutating func end(_ name: String) {
    switch name {
    case "x:v", "x:t": isValue = false
    case "x:rPh": phonetic -= 1
    case "x:c": endCell()
    default: break
    }
  }

  mutating func text(_ text: Bytes) { if isValue { value += text } }

  private mutating func endCell() {
    guard !value.isEmpty else { return }
    var text = value.withUnsafeBufferPointer(\.string)
    if type == "s" {
      guard let index = Int(written: text), shared.indices.contains(index) else { return }
      text = shared[index]
    }
    guard text.contains(where: { !$0.isWhitespace }) else { return }
    hasText = true
    let columnIsHidden = hiddenColumns.contains { $0.contains(column) }
    content.add(
      text, at: .cell(sheet: name, row: row, column: column), isShown: !isHidden && !rowIsHidden && !columnIsHidden)
    if rowIsHidden, row != lastHiddenRow {
      lastHiddenRow = row
      content.note(.hiddenRows, at: .row(sheet: name, row))
    }
    if columnIsHidden, knownColumns.insert(column).inserted {
      content.note(.hiddenColumns, at: .column(sheet: name, column))
    }
  }
}
