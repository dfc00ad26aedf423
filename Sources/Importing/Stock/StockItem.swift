import Base
import Documents
package import Manuscripts
import OfficeFiles

/// A row of a list as a document to be made.
package struct StockItem: Sendable {
  /// The row's number in the list.
  package let row: Int
  /// What stands in the row, in 16 figures: a row that was changed is another one.
  package let hash: String
  package let title: String
  /// What the row states.
  package let entries: [FrontMatterEntry]
  package let questions: [ImportQuestion]
  /// The path of the file that is the document, relative to the list; nil: the row is all there is.
  package let file: String?
  /// The paths of the files beside it, relative to the list.
  package let attachments: [String]
  /// Path of the column; nil if the row names none.
  package let column: String?
  /// Id of the kind; nil if the row names none.
  package let kind: String?
  /// For its file in Content; nil: as any imported file.
  package let name: String?
  /// Its text, for a row without a file.
  package let manuscript: Manuscript
  /// Why it cannot be imported.
  package let refusal: String?

  /// What to call it where another place states something else.
  package var source: String { "清单第\(row)行" }
}

/// Makes documents of the rows of a list.
package struct StockReader {
  private let site: ImportSite
  private let columns: [(place: Int, target: StockTarget)]

  /// - Parameter mapping: Of the list.
  package init(_ table: StockTable, _ mapping: StockMapping, site: ImportSite) {
    self.site = site
    columns = mapping.columns.compactMap { column in
      guard column.target != .ignored, let place = table.headings.firstIndex(of: column.heading) else { return nil }
      return (place, column.target)
    }
  }

  /// Reads a row.
  package func item(_ row: StockTable.Row) -> StockItem {
    var fingerprint = Fingerprint()
    for cell in row.cells { fingerprint.add(cell) }
    var reading = RowReading(row, columns, site)
    reading.read()
    return StockItem(
      row: row.number, hash: fingerprint.text, title: reading.title, entries: reading.entries,
      questions: reading.questions, file: reading.file, attachments: reading.attachments, column: reading.column,
      kind: reading.kind, name: reading.name, manuscript: reading.manuscript, refusal: reading.refusal)
  }
}

/// The values of one row, as they are read.
private struct RowReading {
  private let row: StockTable.Row
  private let columns: [(place: Int, target: StockTarget)]
  private let site: ImportSite
  private(set) var entries: [FrontMatterEntry] = []
  private(set) var questions: [ImportQuestion] = []
  private(set) var file: String?
  private(set) var attachments: [String] = []
  private(set) var column: String?
  private(set) var kind: String?
  private(set) var name: String?
  private(set) var manuscript = Manuscript()
  private(set) var refusal: String?

  init(_ row: StockTable.Row, _ columns: [(place: Int, target: StockTarget)], _ site: ImportSite) {
    (self.row, self.columns, self.site) = (row, columns, site)
  }

  var title: String {
    if case .scalar(let title)? = entries.first(where: { $0.key == "title" })?.value { title } else { "" }
  }

  mutating func read() {
    // The column decides on the kind, and the kind on what a field is.
    for (place, target) in columns where target == .column || target == .field(.kind) { read(row.cells[place], target) }
    for (place, target) in columns where target != .column && target != .field(.kind) { read(row.cells[place], target) }
    if title.isEmpty, file == nil { refuse("没有标题，也没有文件") }
  }

  private mutating func refuse(_ reason: String) { refusal = refusal ?? reason }

  private mutating func read(_ text: String, _ target: StockTarget) {
    if text.isEmpty { return }
    switch target {
    case .ignored: return
    case .column: readColumn(text)
    case .field(.kind): readKind(text)
    case .field(let field):
      if field == .aliases { return readAliases(text) }
      take(FieldText.read(text, as: field, site), field.rawValue)
    case .ownField(let key): readOwnField(text, key)
    case .name: name = text.lastSegment
    case .file: file = path(text)
    case .attachments:
      attachments = text.split { "；;|\n".contains($0) }.map(\.trimmed).filter { !$0.isEmpty }.compactMap { path($0) }
    case .text:
      for line in text.split(separator: "\n") where !line.trimmed.isEmpty {
        manuscript.blocks.append(.paragraph(ManuscriptParagraph([.text(line.trimmed)])))
      }
    case .links:
      for line in text.split(separator: "\n") {
        let words = line.split(separator: " ").map(String.init)
        guard let address = words.last, address.contains("://") else { continue }
        let title = words.dropLast().joined(separator: " ")
        manuscript.blocks.append(.paragraph(ManuscriptParagraph([.link(title.isEmpty ? address : title, to: address)])))
      }
    }
  }

  private mutating func take(_ reading: FieldText.Reading, _ key: String) {
    switch reading {
    case .empty: return
    case .value(let value): entries.append(FrontMatterEntry(key, value, at: .line(row.number)))
    case .unread(let message, let cures):
      questions.append(ImportQuestion(message, cures: cures, at: [.line(row.number)]))
    }
  }

  private mutating func readColumn(_ text: String) {
    let known = site.columns.filter { $0.path == text.trimmingSlashes || $0.title == text }
    guard known.count == 1, let found = known.first else {
      let cures = NearMiss.cure(for: text, among: site.columns.flatMap { [$0.path, $0.title] })
      return refuse(
        "栏目“\(text)”\(known.isEmpty ? "不存在" : "有 \(known.count) 个同名的，写文件夹")" + cures.map { "，" + $0 }.joined())
    }
    (column, kind) = (found.path, kind ?? found.kind)
  }

  private mutating func readKind(_ text: String) {
    guard let found = site.kind(text) else {
      let cures = NearMiss.cure(for: text, among: site.kinds.flatMap { [$0.id, $0.label] })
      return refuse("类型“\(text)”没有定义" + cures.map { "，" + $0 }.joined())
    }
    kind = found.id
  }

  private mutating func readOwnField(_ text: String, _ key: String) {
    let kinds = kind.flatMap(site.kind).map { [$0] } ?? site.kinds
    guard let field = kinds.lazy.flatMap(\.ownFields).first(where: { $0.key == key }) else {
      questions.append(
        ImportQuestion(
          "类型“\(kind ?? "")”没有 \(key) 这一项，“\(text.prefix(20))”没有写进文档", rule: "unknown-key", cures: ["改类型，或者在清单里清空"],
          at: [.line(row.number)]))
      return
    }
    take(FieldText.read(text, as: field), key)
  }

  /// Addresses of the site itself are written from its root.
  private mutating func readAliases(_ text: String) {
    let base = site.site.baseURL
    let addresses = text.split { $0.isWhitespace || "；;|".contains($0) }.map { address -> FrontMatterValue in
      let path = base.isEmpty || !address.hasPrefix(base) ? String(address) : "/" + address.dropFirst(base.count)
      return .scalar(path.hasPrefix("/") || path.contains("://") ? path : "/" + path)
    }
    if addresses.isEmpty { return }
    entries.append(FrontMatterEntry("aliases", .list(addresses), at: .line(row.number)))
  }

  /// A path below the folder of the list, whatever slashes it is written with.
  private mutating func path(_ text: String) -> String? {
    let path = text.replacing("\\", with: "/")
    let isDrive = path.dropFirst().first == ":"
    guard !path.hasPrefix("/"), !isDrive, !path.contains("://"), let resolved = path.resolvedPath(in: ""),
      !resolved.isEmpty
    else {
      refuse("文件路径“\(text)”应是相对于清单所在文件夹的路径")
      return nil
    }
    return resolved
  }
}

extension String {
  fileprivate var trimmingSlashes: String {
    split(separator: "/").joined(separator: "/")
  }
}
