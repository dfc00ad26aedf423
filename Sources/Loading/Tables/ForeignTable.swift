/// A file that is called `.csv` but is something else.
enum ForeignTable: CaseIterable {
  case workbook, oldWorkbook, pdf, webPage

  /// What the bytes are; nil for what may be a CSV file.
  init?(_ bytes: [UInt8]) {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
    let text = start.drop { $0 <= 0x20 }
    guard let found = Self.allCases.first(where: { text.starts(with: $0.signature) }) else { return nil }
    // `<html`, `<!DOCTYPE`, `<?xml`, but not `<60分`.
    if found == .webPage, let next = text.dropFirst().first,
      !(next == 0x21 || next == 0x3F || next | 0x20 >= 0x61 && next | 0x20 <= 0x7A)
    {
      return nil
    }
    self = found
  }

  private var signature: [UInt8] {
    switch self {
    case .workbook: [0x50, 0x4B, 0x03, 0x04]
    case .oldWorkbook: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    case .pdf: Array("%PDF".utf8)
    case .webPage: Array("<".utf8)
    }
  }

  /// For messages.
  var name: String {
    switch self {
    case .workbook, .oldWorkbook: "Excel 工作簿"
    case .pdf: "PDF"
    case .webPage: "网页（HTML）"
    }
  }

  /// How to get a CSV file.
  var cure: String {
    switch self {
    case .workbook, .oldWorkbook, .webPage:
      "用 Excel 或 WPS 打开，另存为“CSV UTF-8（逗号分隔）”；只改扩展名没有用"
    case .pdf: "找到制表时的 Excel 文件，另存为“CSV UTF-8（逗号分隔）”"
    }
  }
}
