package import Base

/// A table that says of people by their full names what nobody may know of them (个人信息保护法 art. 28): illness, disability,
/// poverty; and of children where they go to school.
package struct PeopleTable {
  /// What is wrong with the table as a whole.
  package struct Sighting: Sendable, Equatable {
    package let rule: String
    package let severity: Severity
    /// The first cell with a full name, by its position.
    package let row, column: Int
    package let message: String
    package let cures: [String]
  }

  /// Reads a table; nil if it says nothing of that kind, or nobody by full name.
  ///
  /// - Parameters:
  ///   - headings: Of its columns.
  ///   - rows: The cells, one for each heading or fewer.
  package static func sighting(headings: [String], rows: [[String]]) -> Sighting? {
    guard let (name, sensitive) = subject(headings) else { return nil }
    let full = rows.indices.filter { name < rows[$0].count && isFullName(rows[$0][name]) }
    guard let first = full.first else { return nil }
    let count = full.count == 1 ? "" : "，共 \(full.count) 行"
    let cure = "写作 张*、李*明，或者 张某某、张××；不需要的列删去"
    guard let sensitive else {
      return Sighting(
        rule: "personal-minor", severity: .warning, row: first, column: name,
        message: "学生、儿童的全名和学校在同一张表里\(count)", cures: [cure])
    }
    let hasNumber = headings.contains { heading in
      let heading = heading.filter { !$0.isWhitespace }
      return heading.contains("身份证") || heading.contains("证件号")
    }
    return Sighting(
      rule: "personal-health", severity: hasNumber ? .error : .warning, row: first, column: name,
      message: "全名和“\(sensitive)”在同一张表里，属于敏感个人信息\(count)", cures: [cure])
  }

  /// Whether its columns have names beside what nobody may know.
  package static func isSensitive(_ headings: [String]) -> Bool { subject(headings) != nil }

  /// The column of names, and the heading of what nobody may know; nil where it is the school of a child.
  private static func subject(_ headings: [String]) -> (name: Int, sensitive: String?)? {
    let headings = headings.map { $0.filter { !$0.isWhitespace } }
    guard let name = headings.firstIndex(where: isName) else { return nil }
    if let sensitive = headings.first(where: { heading in sensitiveWords.contains(where: heading.contains) }) {
      return (name, sensitive)
    }
    let isSchool = headings.contains { $0.contains("学校") }
    let isClass = headings.contains { $0.contains("班级") || $0.contains("年级") }
    // Whoever has a school and a class is a pupil.
    let isChild = childNames.contains(where: headings[name].contains) || isSchool && isClass
    return isChild && (isSchool || isClass) ? (name, nil) : nil
  }

  private static func isName(_ heading: String) -> Bool {
    nameHeadings.contains(where: heading.hasSuffix) || heading.hasSuffix("姓名")
  }

  private static let nameHeadings = ["户主", "申请人", "受助人", "领取人", "保障对象", "救助对象", "残疾人", "患者", "学生", "儿童", "被监护人"]
  private static let childNames = ["学生", "儿童", "幼儿", "未成年"]
  private static let sensitiveWords = [
    "残疾等级", "残疾类别", "残疾类型", "残疾情况", "病种", "疾病", "病情", "诊断", "患病", "低保", "特困", "孤儿", "困境", "致贫原因", "致困原因", "救助原因",
    "救助类别",
    "困难类型", "艾滋", "精神障碍", "智力",
  ]

  /// Two to four Han, not masked.
  private static func isFullName(_ cell: String) -> Bool {
    let name = cell.filter { !$0.isWhitespace }
    return 2...4 ~= name.count && name.unicodeScalars.allSatisfy { 0x4E00...0x9FFF ~= $0.value || $0 == "·" }
      && !MaskedName.isMasked(name) && !["合计", "总计", "小计", "姓名", "备注"].contains(name)
  }
}
