package import Base
import Disk
import Glibc
package import Importing

/// What came of a list.
package enum ListResult: Sendable {
  /// Nothing was imported: which column is what was guessed, and is in a file to be looked at.
  case guessed(StockMapping, path: String)
  /// Nothing was imported: what a person has written in that file is wrong.
  case mistaken([Diagnostic])
  /// Every row has been looked at; nil for a dry run: the report is in this file.
  case imported(StockReport, path: String?)
}

/// Imports the rows of a list, the first time after somebody has looked at what its columns are.
///
/// - Parameters:
///   - list: CSV, a workbook, or `documents.jsonl` of another Gongkai. Beside it stand its mapping, its journal and its report.
///   - progress: Called with the number of rows that are over and of all.
///   - report: Called for each row that is not over already, as soon as it is done.
/// - Throws: ``ImportError``, ``FileError``; rows that were reported are done.
package func importList(
  _ list: String, _ request: ImportRequest, progress: ((Int, Int) -> Void)? = nil, report: (ImportResult) -> Void
) async throws -> ListResult {
  let disk = Disk()
  guard let bytes = try disk.read(list) else { throw FileError("读取", list, code: ENOENT) }
  let table: StockTable
  do { table = try StockTable(bytes, name: list.lastSegment) } catch { throw ImportError.unreadableList(error) }
  let writer = request.isDry ? nil : try ContentWriter.taking(request.site.root)
  var run = try await ImportRun(request, writer)
  let files = ListFiles(list, disk)
  let mapping: StockMapping
  if let written = try disk.read(files.mapping) {
    let (read, findings) = StockMapping.read(written, path: files.mapping, of: table, kinds: run.site.kinds)
    guard let read else { return .mistaken(findings) }
    mapping = read
  } else {
    let guess = StockMapping(guessing: table, kinds: run.site.kinds)
    if !request.isDry { try disk.writeNew(files.mapping, Array(guess.text.utf8)) }
    return .guessed(guess, path: files.mapping)
  }
  let reader = StockReader(table, mapping, site: run.site)
  let folder = list.parentPath.isEmpty && list.hasPrefix("/") ? "/" : list.parentPath
  var stock = StockImport(table.rows.map(reader.item), journal: try StockJournal(path: files.journal))
  let found = try await stock.run(
    isDry: request.isDry, progress: progress
  ) { items in
    var outcomes: [StockImport.Outcome] = []
    for batch in PieceBatches(items.map { ImportPiece(row: $0, of: folder) }) {
      try await run.take(batch) { result in
        outcomes.append(StockImport.Outcome(result))
        report(result)
      }
    }
    return outcomes
  }
  if request.isDry { return .imported(found, path: nil) }
  try files.write(found)
  return .imported(found, path: files.report)
}

/// The files that an import keeps beside a list.
private struct ListFiles {
  let mapping: String
  let journal: String
  let report: String
  private let disk: Disk

  init(_ list: String, _ disk: Disk) {
    (mapping, journal, report) = (list + ".mapping.yml", list + ".journal", list + ".report.csv")
    self.disk = disk
  }

  func write(_ found: StockReport) throws(FileError) {
    if try disk.status(of: report) == nil {
      try disk.writeNew(report, found.csv)
    } else {
      try disk.replace(report, with: found.csv)
    }
  }
}

extension StockImport.Outcome {
  /// What came of a row's document; findings of errors are questions.
  fileprivate init(_ result: ImportResult) {
    switch result.outcome {
    case .document(let document, let path, let findings):
      let errors = findings.filter { $0.severity == .error }.map {
        ImportQuestion($0.message, rule: $0.rule, cures: $0.cures)
      }
      let asked = document.facts.questions.filter { question in !errors.contains { $0.rule == question.rule } }
      self = .taken("Content/\(path)/index.md", errors + asked)
    case .known(let path): self = .done("Content/" + path)
    case .refused(let fault):
      let (what, cure) = fault.message
      self = .refused([what, cure].compactMap(\.self).joined(separator: "；"))
    }
  }
}
