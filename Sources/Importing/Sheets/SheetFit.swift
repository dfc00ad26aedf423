import Base
package import Documents
package import Manuscripts
import OfficeFiles

/// How the columns of a sheet fit the table of a kind. A person is shown it before anything is written.
package struct SheetFit: Sendable, Hashable {
  /// Why a column of a sheet is taken for one of the table.
  package enum Basis: Sendable, Hashable {
    /// It is called so.
    case heading
    /// It is called nearly so: what it is called.
    case nearMiss(String)
    /// It is the only one between two that are known, and so is the table's with such values.
    case order(String)
  }

  package struct Match: Sendable, Hashable {
    package let column: TableColumn
    /// Among the columns of the sheet, from 0.
    package let position: Int
    package let basis: Basis
  }

  /// From left to right in the sheet.
  package private(set) var matches: [Match] = []
  /// Columns with serial numbers, which the table does not have.
  package private(set) var serials: [Int] = []
  /// Columns that are none of the table's: where they stand, and what they are called.
  package private(set) var strangers: [(position: Int, heading: String)] = []
  /// Required columns that the sheet does not have.
  package private(set) var missing: [TableColumn] = []
  let head: SheetHead
  let form: TableForm

  /// Whether every column has its place, so that a table can be written without a loss.
  package var isWhole: Bool { strangers.isEmpty && missing.isEmpty }

  /// Nil if no column of the sheet is called as one of the table's, or the table may have any columns.
  package init?(_ sheet: ManuscriptSheet, _ form: TableForm) {
    guard let head = SheetHead(sheet, form) else { return nil }
    (self.head, self.form) = (head, form)
    var free = Array(form.columns.indices)
    var found: [Int: (Int, Basis)] = [:]
    matchHeadings(&free, &found)
    matchNearMisses(&free, &found)
    matchOrder(sheet, &free, &found)
    for position in head.paths.indices {
      if let (index, basis) = found[position] {
        matches.append(Match(column: form.columns[index], position: position, basis: basis))
      } else if Self.isSerial(sheet, position, below: head) {
        serials.append(position)
      } else {
        strangers.append((position, head.paths[position].joined(separator: "/")))
      }
    }
    missing = free.map { form.columns[$0] }.filter(\.isRequired)
  }

  private func matchHeadings(_ free: inout [Int], _ found: inout [Int: (Int, Basis)]) {
    for (position, path) in head.paths.enumerated() {
      let names = SheetHead.names(path)
      // Its whole path first: two groups may have columns of one name.
      for name in names {
        guard
          let index = free.first(where: { form.heading(of: form.columns[$0]) == name || form.columns[$0].key == name })
            ?? free.first(where: { form.columns[$0].label == name && names.count > 1 && name == names[1] })
        else { continue }
        found[position] = (index, .heading)
        free.removeAll { $0 == index }
        break
      }
    }
  }

  private func matchNearMisses(_ free: inout [Int], _ found: inout [Int: (Int, Basis)]) {
    for (position, path) in head.paths.enumerated() where found[position] == nil {
      guard let heading = path.last else { continue }
      let headings = free.map { SheetHead.withoutUnit(form.heading(of: form.columns[$0])) }
      let plain = SheetHead.withoutUnit(heading)
      let place =
        headings.firstIndex(of: plain)
        ?? NearMiss.suggestions(for: plain, among: headings, limit: 1).first.flatMap(headings.firstIndex)
      guard let place else { continue }
      found[position] = (free[place], .nearMiss(heading))
      free.remove(at: place)
    }
  }

  private func matchOrder(_ sheet: ManuscriptSheet, _ free: inout [Int], _ found: inout [Int: (Int, Basis)]) {
    let known = found.keys.sorted()
    for (left, right) in zip([-1] + known, known + [head.paths.count]) where right - left == 2 {
      let before = found[left]?.0 ?? -1
      let after = found[right]?.0 ?? form.columns.count
      let between = free.filter { $0 > before && $0 < after && takes(form.columns[$0], left + 1, of: sheet) }
      guard between.count == 1, let heading = head.paths[left + 1].last else { continue }
      found[left + 1] = (between[0], .order(heading))
      free.removeAll { $0 == between[0] }
    }
  }

  /// Whether the values of a column of the sheet are what one of the table's asks for.
  private func takes(_ column: TableColumn, _ position: Int, of sheet: ManuscriptSheet) -> Bool {
    let cells = sheet.rows[head.rows.upperBound...].map { $0.cells[position] }.filter { !$0.text.isEmpty }
    let areNumbers =
      !cells.isEmpty
      && cells.allSatisfy { cell in
        if case .number = cell.value { true } else { ExactNumber(cell.text.filter { $0 != "," }) != nil }
      }
    return areNumbers == (column.type == .number)
  }

  /// Whether a column counts its rows from 1.
  private static func isSerial(_ sheet: ManuscriptSheet, _ position: Int, below head: SheetHead) -> Bool {
    let texts = sheet.rows[head.rows.upperBound...].map { $0.cells[position].text }.filter { !$0.isEmpty }
    let numbers = texts.map { Int(written: $0) }
    let count = numbers.prefix { $0 != nil }.count
    // Totals and notes may stand below.
    return count > 0 && numbers.prefix(count).elementsEqual((1...count).map { $0 }) && count * 2 >= texts.count
  }

  package static func == (a: SheetFit, b: SheetFit) -> Bool {
    a.matches == b.matches && a.serials == b.serials && a.missing == b.missing
      && a.strangers.map(\.heading) == b.strangers.map(\.heading)
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(matches) }
}

extension SheetFit {
  /// The mapping in words, a line for each column of the sheet that is not called as the table calls it.
  package func questions(in sheet: ManuscriptSheet) -> [ImportQuestion] {
    var questions: [ImportQuestion] = []
    func place(_ position: Int) -> [OfficePlace] { [.column(sheet: sheet.name, sheet.columns[position])] }
    for match in matches {
      let heading = form.heading(of: match.column)
      switch match.basis {
      case .heading: continue
      case .nearMiss(let name):
        questions.append(
          ImportQuestion("“\(name)”一列作“\(heading)”", cures: ["不是的，改正 CSV 的表头"], at: place(match.position)))
      case .order(let name):
        questions.append(
          ImportQuestion("“\(name)”一列按位置作“\(heading)”", cures: ["不是的，改正 CSV 的表头"], at: place(match.position)))
      }
    }
    for (position, heading) in strangers {
      questions.append(
        ImportQuestion(
          heading.isEmpty ? "没有表头的一列没有收入表格" : "“\(heading)”不是这张表的列，没有收入表格", rule: "table-heading",
          cures: ["可以写的有：" + form.columns.map(form.heading).joined(separator: "、")], at: place(position)))
    }
    for column in missing {
      questions.append(
        ImportQuestion(
          "表头缺少“\(form.heading(of: column))”一列", rule: "table-heading", cures: ["在 CSV 中补上这一列"],
          at: [.sheet(sheet.name)]))
    }
    return questions
  }
}
