package import Base
package import Documents

/// Reads `_index-numbers.csv`.
package enum IndexLedgerReader {
  /// Reads the bytes of the ledger; what is no line of it is a finding and left out.
  package static func read(_ bytes: [UInt8]) -> (ledger: IndexLedger, findings: [Diagnostic]) {
    let source = SourceText(path: IndexLedger.path, bytes: bytes)
    var lines = LineIndex(source)
    var records = CSVRecords(bytes, from: source.markLength)
    var ledger = IndexLedger()
    var findings: [Diagnostic] = []
    func add(_ message: String, _ place: Range<Int>, related: [Diagnostic.Related] = []) {
      findings.append(
        Diagnostic(
          "index-ledger", at: lines.location(of: place), message,
          cures: ["台账只由程序追加，不要手工改动；改过的，从备份或者版本库恢复"], related: related))
    }
    while let cells = records.next() {
      let place = cells[0].place.lowerBound..<cells[cells.count - 1].place.upperBound
      if cells.map(\.text) == IndexLedger.heading.dropLast().split(separator: ",").map(String.init) { continue }
      guard cells.count == 3, cells.allSatisfy({ $0.fault == nil }), !cells[0].text.isEmpty, !cells[1].text.isEmpty,
        let day = try? CalendarDate.parse(cells[2].text).get()
      else {
        add("索引号台账的这一行不是“索引号,文档,日期”", place)
        continue
      }
      let entry = IndexLedger.Entry(
        number: cells[0].text, document: DocumentID(cells[1].text), day: day, location: lines.location(of: place))
      if let earlier = ledger.entry(of: entry.number) {
        add("索引号 \(entry.number) 在台账里写了两次", place, related: [Diagnostic.Related(earlier.location, "第一处")])
      } else if let earlier = ledger[entry.document] {
        add("文档 \(entry.document.path) 在台账里有两个索引号", place, related: [Diagnostic.Related(earlier.location, "第一处")])
      }
      ledger.append(entry)
    }
    return (ledger, findings)
  }
}
