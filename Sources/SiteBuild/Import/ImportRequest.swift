package import Base
package import Importing

/// What to import, from where to where.
package struct ImportRequest: Sendable {
  /// The site, and what `check` needs.
  package var site: BuildRequest
  package var files: [String]
  /// Path or title of a column; nil: the one that fits.
  package var column: String?
  /// Id or label of a kind.
  package var kind: String?
  package var isDry: Bool
  package var allowance: ImportedDocument.Allowance
  package var reading: FileReading

  /// Memberwise.
  package init(
    site: BuildRequest, files: [String], column: String? = nil, kind: String? = nil, isDry: Bool = false,
    allowance: ImportedDocument.Allowance = .init(), reading: FileReading
  ) {
    (self.site, self.files, self.column, self.kind) = (site, files, column, kind)
    (self.isDry, self.allowance, self.reading) = (isDry, allowance, reading)
  }
}

/// Why nothing could be imported.
package enum ImportError: Error, Sendable, Hashable {
  case noSuchColumn(String, cures: [String])
  case noSuchKind(String, cures: [String])
  /// The site has no column.
  case noColumns
  /// Another import runs.
  case busy
  /// Nobody knows which 索引号 are taken.
  case damagedLedger(Diagnostic)
  case unreadableList(StockTable.Fault)

  /// One sentence for people.
  package var message: String {
    switch self {
    case .noSuchColumn(let name, let cures): "没有栏目“\(name)”" + cures.map { "，" + $0 }.joined()
    case .noSuchKind(let name, let cures): "没有类型“\(name)”" + cures.map { "，" + $0 }.joined()
    case .damagedLedger(let finding):
      "\(finding.location.path):\(finding.location.start.line)：\(finding.message)，\(finding.cures.joined(separator: "；"))"
    case .unreadableList(let fault): fault.message
    case .noColumns: "Content 中没有栏目，无处可放；先建立栏目文件夹，放入 _column.md"
    case .busy: "另一个导入正在往同一个 Content 里写，请等它结束后再试"
    }
  }
}
