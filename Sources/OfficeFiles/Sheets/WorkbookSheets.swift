import Base

/// The sheets of a workbook, in their order.
struct WorkbookSheets: XMLHandler {
  struct Sheet {
    let name: String
    let isHidden: Bool
    /// Of the relation that leads to its part.
    let id: String
  }

  private(set) var sheets: [Sheet] = []

  mutating func start(_ name: String, _ attributes: XMLAttributes) {
    guard name == "x:sheet", let title = attributes["name"] else { return }
    let state = attributes["state"] ?? "visible"
    sheets.append(Sheet(name: title, isHidden: state != "visible", id: attributes["id"] ?? ""))
  }

  mutating func end(_ name: String) {}
  mutating func text(_ text: Bytes) {}
}
