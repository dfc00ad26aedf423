package import Base

/// The sheets of a workbook, in their order.
package struct WorkbookSheets: XMLHandler {
  package struct Sheet {
    package let name: String
    package let isHidden: Bool
    /// Of the relation that leads to its part.
    package let id: String
  }

  package private(set) var sheets: [Sheet] = []
  /// Whether its days are counted from 1904 and not from 1900.
  package private(set) var countsFrom1904 = false

  /// Nothing read yet.
  package init() {}

  package mutating func start(_ name: String, _ attributes: XMLAttributes) {
    if name == "x:workbookPr" { countsFrom1904 = attributes.isOn("date1904") }
    guard name == "x:sheet", let title = attributes["name"] else { return }
    let state = attributes["state"] ?? "visible"
    sheets.append(Sheet(name: title, isHidden: state != "visible", id: attributes["id"] ?? ""))
  }

  package mutating func end(_ name: String) {}
  package mutating func text(_ text: Bytes) {}
}
