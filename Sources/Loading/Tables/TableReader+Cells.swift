import Base
import Documents
import Guard

// Single cells.
extension TableReader {
  /// Checks a cell against its column; returns the text to store.
  mutating func read(_ text: String, _ index: Int, _ column: TableColumn, at place: Range<Int>) -> String {
    guard !text.isEmpty else {
      if column.isRequired, form.lines.isEmpty {
        let merged = rows.isEmpty || column.isUnique ? [] : ["与上一行合并的格写“^^”"]
        file.add("table-empty", at: place, "\(column.label)没有填写", cures: ["填写内容"] + merged)
      }
      return ""
    }
    if reportTrace(text, column, at: place) { return "" }
    if column.isMasked { checkMask(text, column, at: place) }
    if form.columns.contains(where: \.isMasked) { checkPersonalNumbers(text, column, at: place) }
    switch column.type {
    case .date: return deadline(text, index, column) ?? date(text, column, at: place)
    case .number: return number(text, column, at: place)
    case .boolean:
      return file.boolean(value(text, place), column.label).map { $0 ? "是" : "否" } ?? ""
    case .period: return file.period(value(text, place), column.label)?.label ?? ""
    case .choice: checkChoices(text, column, at: place)
    case .organization: checkOrganizations(text, column, at: place)
    case .link:
      checkTargets(text, column, at: place) { reader, target in reader.checkAddress(target, column, at: place) }
    case .reference:
      checkTargets(text, column, at: place) { reader, target in
        if target.contains("://") {
          reader.checkAddress(target, column, at: place)
        } else {
          _ = reader.file.target(target, at: place, column.label, issuer: nil)
        }
      }
    case .text, .person, .markdown, .file, .table: break
    }
    return text
  }

  private func value(_ text: String, _ place: Range<Int>) -> YAMLValue { YAMLValue(place: place, content: .text(text)) }

  private mutating func date(_ text: String, _ column: TableColumn, at place: Range<Int>) -> String {
    if text.utf8.count == 10, case .success(let day) = CalendarDate.parse(text), (1950...2099).contains(day.year) {
      return day.iso
    }
    if let day = DateText.ofSpreadsheet(text) {
      file.add("date-form", at: place, "\(column.label)“\(text)”是 Excel 的日期序号，不是日期", cures: ["改为：\(day.iso)"])
      return ""
    }
    if acceptsWords(column), case .failure(.form) = CalendarDate.parse(text), DateText.repaired(text) == nil {
      file.add(
        "date-form", at: place, "\(column.label)“\(text)”说不清是哪一天",
        cures: ["写作 2026-11-30，或者照文件写 2026年11月底前、全年、持续推进"])
      return ""
    }
    return file.date(value(text, place), column.label)?.iso ?? ""
  }

  private mutating func number(_ text: String, _ column: TableColumn, at place: Range<Int>) -> String {
    if ExactNumber(text) == nil {
      file.add(
        "wrong-type", at: place, NumberText.message(text, column.label),
        cures: NumberText.cures(text, isRequired: column.isRequired))
    }
    return text
  }

  /// Whether its dates may be in the words of task tables.
  private func acceptsWords(_ column: TableColumn) -> Bool {
    form.lifecycle == .task && column.key == CommonField.closesOn.rawValue
  }

  /// The day that the words of a deadline mean, empty for a task that goes on; nil for other cells.
  private mutating func deadline(_ text: String, _ index: Int, _ column: TableColumn) -> String? {
    guard acceptsWords(column), case .failure(.form) = CalendarDate.parse(text),
      let deadline = DeadlineWords(text, year: year)
    else { return nil }
    words[index] = text
    guard case .day(let day) = deadline else { return "" }
    return day.iso
  }

  /// Whether the cell holds what a spreadsheet wrote in place of its content; reports it.
  private mutating func reportTrace(_ text: String, _ column: TableColumn, at place: Range<Int>) -> Bool {
    guard let trace = SpreadsheetTrace(text) else { return false }
    // A code without its last digits is another code; a free text may be about such signs.
    let isCode = ["代码", "编号", "号码", "账号", "卡号", "证号"].contains(where: column.label.contains)
    let isError = column.type != .text || trace == .shortened && isCode
    file.add("excel-value", isError ? .error : .warning, at: place, trace.message(text), cures: [trace.cure])
    return isError
  }

  private mutating func checkChoices(_ text: String, _ column: TableColumn, at place: Range<Int>) {
    for word in column.isMany ? DataTable.values(text) : [text] where !column.choices.contains(word) {
      file.reportChoice(word, at: place, column.label, words: column.choices)
    }
  }

  private mutating func checkOrganizations(_ text: String, _ column: TableColumn, at place: Range<Int>) {
    for name in column.isMany ? DataTable.values(text) : [text] where !unknownOrganizations.contains(name) {
      guard !organizations.isEmpty, organizations.name(name) == nil else { continue }
      unknownOrganizations.insert(name)
      file.add(
        "unknown-issuer", .warning, at: place, "机关“\(name)”不在 site.yml 中",
        cures: NearMiss.cure(for: name, among: organizations.words) + [
          "不是写错的，在 site.yml 的 organizations 中加上一行：- \(name)"
        ])
    }
  }

  private mutating func checkTargets(
    _ text: String, _ column: TableColumn, at place: Range<Int>, _ check: (inout TableReader, String) -> Void
  ) {
    let targets = CellTarget.read(text)
    if targets.count > 1, !column.isMany {
      file.add("wrong-type", at: place, "\(column.label)只能有一个值", cures: ["只写一个"])
    }
    for target in targets { check(&self, target.destination) }
  }

  private mutating func checkAddress(_ address: String, _ column: TableColumn, at place: Range<Int>) {
    _ = file.webAddress(value(address, place), column.label)
  }

  /// 个人信息保护法 art. 25: full names must be masked in tables of who receives what.
  private mutating func checkMask(_ text: String, _ column: TableColumn, at place: Range<Int>) {
    if MaskedName.isMasked(text) { return }
    file.add(
      "unmasked-name", at: place, "\(column.label)“\(text.prefix(1))……”没有隐去，公开的表格不写全名",
      cures: ["写作 张*、李*明，或者 张某某、张××、张○○"])
  }

  /// Reports numbers of identity cards, phones and bank cards in a table about people.
  private mutating func checkPersonalNumbers(_ text: String, _ column: TableColumn, at place: Range<Int>) {
    let digits = text.utf8.split { !(0x30...0x39).contains($0) }
    let isPersonal = digits.contains { run in
      (15...19).contains(run.count) || (run.count == 11 && run.first == 0x31 && run.dropFirst().first ?? 0 >= 0x33)
    }
    guard isPersonal else { return }
    personalCells.insert(place.lowerBound)
    file.add(
      "personal-number", at: place, "\(column.label)中有身份证号、手机号或银行卡号，公开的表格不写", cures: ["删去，或者用“*”隐去中间的数字"])
  }
}
