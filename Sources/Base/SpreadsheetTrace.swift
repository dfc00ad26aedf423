/// What a spreadsheet wrote in a cell in place of its content.
package enum SpreadsheetTrace: Sendable {
  /// A formula failed: `#REF!`, `#N/A`.
  case failure
  /// The column was too narrow to show the number: `######`.
  case narrow
  /// A number of more than 11 digits lost its last ones: `1.23E+17`.
  case shortened

  /// Nil for content.
  package init?(_ text: String) {
    guard text.utf8.contains(where: { $0 == UInt8(ascii: "#") || $0 == UInt8(ascii: "+") }) else { return nil }
    if text.utf8.count > 1, text.allSatisfy({ $0 == "#" }) {
      self = .narrow
    } else if Self.failures.contains(where: text.uppercased().contains) {
      self = .failure
    } else if Self.isShortened(text) {
      self = .shortened
    } else {
      return nil
    }
  }

  private static let failures = [
    "#REF!", "#N/A", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!", "#SPILL!", "#CALC!", "#FIELD!", "#BLOCKED!",
    "#CONNECT!", "#UNKNOWN!", "#BUSY!", "#GETTING_DATA",
  ]

  /// Excel shows numbers of 12 digits and more like this; smaller powers (`2.4E+04`) are how laboratories write.
  private static func isShortened(_ text: String) -> Bool {
    let parts = text.uppercased().split(separator: "E+", omittingEmptySubsequences: false)
    guard parts.count == 2, let exponent = Int(written: parts[1]), exponent >= 11 else { return false }
    return parts[0].contains { $0.isNumber }
      && parts[0].allSatisfy { $0 == "." || $0 == "-" || $0.isASCII && $0.isNumber }
  }

  /// What is wrong with a cell.
  package func message(_ text: String) -> String {
    switch self {
    case .failure: "“\(text)”是 Excel 公式出错的记号，不是内容"
    case .narrow: "“\(text)”是 Excel 的列宽不够时的显示，原来的数没有存下来"
    case .shortened: "“\(text)”是 Excel 改写过的长数字，后面的数位已经丢失"
    }
  }

  /// How to get the content back.
  package var cure: String {
    switch self {
    case .failure: "在 Excel 中改正公式，或者直接填上内容，再另存为“CSV UTF-8（逗号分隔）”"
    case .narrow: "在 Excel 中把这一列加宽，再另存为“CSV UTF-8（逗号分隔）”"
    case .shortened: "在 Excel 中把这一列设为“文本”格式，照原件重新填写，再另存为“CSV UTF-8（逗号分隔）”"
    }
  }
}
