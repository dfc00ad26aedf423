import Base
import Documents
import Loading
import SiteBuild

/// The CSV files that fields of a document name, as rows of cells, and back.
extension DeskAPI {
  /// A table with its columns and what is wrong with its cells.
  ///
  /// - Parameters:
  ///   - path: Of the document.
  ///   - key: Of the field.
  ///   - name: As the field has it.
  func table(_ path: String, _ key: String, _ name: String, _ day: CalendarDate?) async -> Answer {
    guard let file = Self.file(name, beside: path) else { return .refused(404, "“\(name)”不是文件旁边的 CSV 表格") }
    let form = await tableForm(path, key)
    let findings = await desk.site.findings(on: day).filter { $0.location.path == file }
    return answering { () throws(DeskFiles.Refusal) in
      let state = try desk.files.read(file)
      guard let text = TableText(SourceText(path: file, bytes: state.bytes)) else {
        return .refused(422, "“\(name)”不能当作表格打开：编码不是 UTF-8，或者引号不成对；先照下面的问题改好")
      }
      let columns = text.headings.map { heading -> JSONValue in
        let column = form.columns.first { form.heading(of: $0) == heading || $0.key == heading }
        return .object([
          "heading": .string(heading), "type": .string(column?.type.rawValue ?? "text"),
          "isRequired": .boolean(column?.isRequired ?? false), "choices": .strings(column?.choices ?? []),
        ])
      }
      return .ok(
        .object([
          "file": .string(file), "stamp": .string(state.stamp), "columns": .array(columns),
          "rows": .array(text.rows.map { .strings($0.cells) }),
          "findings": .array(findings.map { Self.finding($0, in: text) }),
        ]))
    }
  }

  /// Writes the rows of a table; those that were not touched stay byte for byte.
  func writeTable(_ value: JSONValue) -> Answer {
    guard let file = value["file"]?.text, file.fileExtension == "csv", let stamp = value["stamp"]?.text,
      case .array(let rows)? = value["rows"]
    else { return .refused(400, "缺少 file、stamp 或者 rows") }
    let new = rows.compactMap { row -> TableText.NewRow? in
      guard case .array(let cells)? = row["cells"] else { return nil }
      return TableText.NewRow(origin: row["origin"]?.number, cells: cells.compactMap(\.text))
    }
    guard new.count == rows.count else { return .refused(400, "行的写法不对") }
    return answering { () throws(DeskFiles.Refusal) in
      let state = try desk.files.read(file)
      guard state.stamp == stamp else { throw .changed(state) }
      guard let text = TableText(SourceText(path: file, bytes: state.bytes)) else {
        return .refused(422, "表格的引号不成对，不能在这里保存")
      }
      let written = try desk.files.replace(file, with: text.replacing(new), stamp: stamp, by: user)
      return .ok(.object(["stamp": .string(written.stamp)]))
    }
  }

  /// A new table for a field: its columns, and the rows that its kind asks for. The field does not name it yet.
  func addTable(_ value: JSONValue) async -> Answer {
    guard let path = value["path"]?.text, let key = value["key"]?.text else { return .refused(400, "缺少 path 或者 key") }
    let form = await tableForm(path, key)
    guard !form.columns.isEmpty else { return .refused(422, "这一项没有规定列；把 CSV 文件放在旁边，再写它的名称") }
    let own = path.lastSegment == "index.md" ? key : path.lastSegment.fileStem + "-" + key
    let rows =
      [form.columns.map(form.heading)]
      + form.lines.map { line in form.columns.map { $0.isHeader ? line.label : "" } }
    return answering { () throws(DeskFiles.Refusal) in
      var (name, number) = (own + ".csv", 1)
      while true {
        do throws(DeskFiles.Refusal) {
          let file = path.parentPath + "/" + name
          _ = try desk.files.replace(file, with: CSVWriter.bytes(rows), stamp: nil, by: user, deed: .added)
          return .ok(.object(["name": .string(name)]))
        } catch {
          guard case .changed = error else { throw error }
          number += 1
          name = "\(own)-\(number).csv"
        }
      }
    }
  }

  /// The path of the file that a field names.
  private static func file(_ name: String, beside path: String) -> String? {
    guard name.fileExtension == "csv" else { return nil }
    return name.resolvedPath(in: String(path.parentPath.dropFirst("Content/".count))).map { "Content/" + $0 }
  }

  private func tableForm(_ path: String, _ key: String) async -> TableForm {
    await form(of: path).0.fields.first { $0.key == key }?.table ?? TableForm()
  }

  /// A finding with the row and the column of its cell, from 0; the headings have no row.
  private static func finding(_ finding: Diagnostic, in text: TableText) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("severity", .string(finding.severity.rawValue)), .init("message", .string(finding.message)),
      .init("cures", .strings(finding.cures)),
    ]
    if let (row, column) = text.cell(at: finding.location.start) {
      members += [.init("row", .integer(row)), .init("column", .integer(column))]
    }
    return .object(members)
  }
}
