import Base
import Documents
import Resolution

/// A table as CSV and JSON.
struct TableFiles {
  let corpus: Corpus
  let document: Document
  let table: DataTable

  /// For spreadsheets: with a byte order mark, merged cells repeated, formulas disarmed.
  func csv() -> [UInt8] {
    var csv = CSVWriter(capacity: table.source.bytes.count + 64)
    csv.add(table.columns.map { table.form.columns.isEmpty ? $0.label : table.form.heading(of: $0) })
    // A number is not a formula, even with a leading minus sign.
    for row in table.rows { csv.add(row.shown) { ExactNumber($0) != nil } }
    return csv.bytes
  }

  /// For the page's filter: the headings with their types, and the visible content of each row's cells.
  func rows(at address: PageAddress) -> [UInt8] {
    var out = OutputBuffer(capacity: table.source.bytes.count * 2)
    let writer = TableWriter(
      corpus: corpus, document: document, table: table, statuses: corpus.statuses(of: table), address: address,
      caption: "")
    out.write("{\"header\":\(table.headerPosition),\"rows\":[")
    for index in table.rows.indices {
      out.write(index == 0 ? "\n[" : ",\n[")
      let shown = table.rows[index].shown
      for (position, column) in table.columns.enumerated() {
        if position == table.statePosition {
          write(writer.statuses[index], into: &out)
          out.write(",")
        }
        write(shown[position], column, address, into: &out)
        if position < table.columns.count - 1 { out.write(",") }
      }
      if table.statePosition == table.columns.count {
        out.write(",")
        write(writer.statuses[index], into: &out)
      }
      out.write("]")
    }
    out.write("\n]}\n")
    return out.bytes
  }

  /// A string, or a list of `[text, address]` for links.
  private func write(_ text: String, _ column: TableColumn, _ address: PageAddress, into out: inout OutputBuffer) {
    guard column.type == .link || column.type == .reference else { return out.writeJSON(text) }
    out.write("[")
    for (index, link) in CellWriter(corpus: corpus, document: document, address: address).links(text).enumerated() {
      out.write(index == 0 ? "[" : ",[")
      out.writeJSON(link.text)
      out.write(",")
      out.writeJSON(link.href ?? "")
      out.write("]")
    }
    out.write("]")
  }

  /// State, tone, label, and upcoming states.
  private func write(_ status: Status, into out: inout OutputBuffer) {
    let state = status.state
    out.write("{\"state\":\"\(state.rawValue)\",\"tone\":\"\(state.tone.rawValue)\",\"label\":")
    out.writeJSON(state.label)
    out.write(",\"upcoming\":")
    out.writeJSON(status.upcomingWords)
    out.write("}")
  }
}
