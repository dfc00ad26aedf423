import Base

/// A number format of a workbook (ISO/IEC 29500-1, 18.8.30 and 18.8.31), as far as it decides what a person sees.
struct CellFormat: Hashable {
  /// Positive numbers, negative ones, zero, texts; or each under its condition.
  private let sections: [CellFormatSection]

  /// Shows a number as it is, with its unit apart.
  struct Shown: Hashable {
    var text: String
    /// The figures alone: `-1234.50`.
    var plain: String
    var isPercent = false
    /// Words in the format: 元, 万.
    var unit = ""
  }

  init(_ code: String) { sections = CellFormatSection.read(code) }

  /// What a number looks like.
  func shown(_ number: SheetNumber) -> Shown {
    let (section, hasSign) = section(for: number)
    guard let section else { return Shown(text: number.general, plain: number.general) }
    guard section.hasFigures else {
      let text = section.hasTextSign ? section.text(of: number.general) : section.words
      return Shown(text: text, plain: number.general)
    }
    return section.shown(hasSign ? number : number.magnitude, wasNegative: number.isNegative)
  }

  /// What a text looks like: `0` → `编号0` by `"编号"@`.
  func shown(_ text: String) -> String {
    guard let section = sections.count == 4 ? sections[3] : sections.first(where: \.hasTextSign) else { return text }
    return section.text(of: text)
  }

  /// The section if a number is shown as a day or a time.
  func dateSection(for number: SheetNumber) -> CellFormatSection? {
    guard let section = section(for: number).0, section.isDate else { return nil }
    return section
  }

  /// The section for a number, and whether the number keeps its sign.
  private func section(for number: SheetNumber) -> (CellFormatSection?, Bool) {
    if sections.contains(where: { $0.condition != nil }) {
      let found = sections.first { $0.condition.map { $0.holds(for: number.double) } ?? true }
      return (found, true)
    }
    switch sections.count {
    case 0: return (nil, true)
    case 1: return (sections[0], true)
    case 2: return number.isNegative ? (sections[1], false) : (sections[0], true)
    default:
      if number.isZero { return (sections[2], true) }
      return number.isNegative ? (sections[1], false) : (sections[0], true)
    }
  }

  /// Those without a code of their own, as a Chinese Excel has them.
  static let builtIn: [Int: String] = [
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 5: "¥#,##0;¥-#,##0", 6: "¥#,##0;¥-#,##0", 7: "¥#,##0.00;¥-#,##0.00",
    8: "¥#,##0.00;¥-#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00", 14: "yyyy/m/d", 15: "d-mmm-yy", 16: "d-mmm",
    17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss", 22: "yyyy/m/d h:mm",
    27: #"yyyy"年"m"月""#, 28: #"m"月"d"日""#, 29: #"m"月"d"日""#, 30: "m-d-yy", 31: #"yyyy"年"m"月"d"日""#,
    32: #"h"时"mm"分""#, 33: #"h"时"mm"分"ss"秒""#, 34: #"上午/下午h"时"mm"分""#, 35: #"上午/下午h"时"mm"分"ss"秒""#,
    36: #"yyyy"年"m"月""#, 37: "#,##0;-#,##0", 38: "#,##0;-#,##0", 39: "#,##0.00;-#,##0.00",
    40: "#,##0.00;-#,##0.00", 41: "#,##0;-#,##0;-", 42: "¥#,##0;-¥#,##0;¥-", 43: "#,##0.00;-#,##0.00;-",
    44: "¥#,##0.00;-¥#,##0.00;¥-", 45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss.0", 48: "##0.0E+0", 49: "@",
    50: #"yyyy"年"m"月""#, 51: #"m"月"d"日""#, 52: #"yyyy"年"m"月""#, 53: #"m"月"d"日""#, 54: #"m"月"d"日""#,
    55: #"上午/下午h"时"mm"分""#, 56: #"上午/下午h"时"mm"分"ss"秒""#, 57: #"yyyy"年"m"月""#, 58: #"m"月"d"日""#,
  ]
}
