import Documents
import Resolution

/// The visible text of a table: caption, headings and cells in the order of the page, so that a quotation across cells
/// also finds its document.
struct TableText {
  private let corpus: Corpus
  private let document: Document
  private let table: DataTable
  private(set) var bytes: [UInt8] = []

  /// Bytes after which no more rows are added: some 3,000 rows. The page's own filter finds the rest of longer tables.
  private static let limit = 256 << 10

  init(_ table: DataTable, caption: String, of document: Document, in corpus: Corpus) {
    self.corpus = corpus
    self.document = document
    self.table = table
    endLine([caption])
    if table.form.lines.contains(where: { !$0.columns.isEmpty }) {
      addBlocks()
    } else if !table.form.lines.isEmpty {
      addForm()
    } else {
      addRows()
    }
  }

  private mutating func endLine(_ texts: [String]) {
    for text in texts where !text.isEmpty {
      bytes.append(contentsOf: text.utf8)
      bytes.append(0x20)
    }
    bytes.append(0x0A)
  }

  /// A heading for each column, then the rows with their states.
  private mutating func addRows() {
    let statuses = corpus.statuses(of: table)
    let state = table.statePosition
    var paths = table.columns.map(\.path)
    if let state { paths.insert(["状态"], at: state) }
    for level in HeadingTree(paths).levels { endLine(level.map(\.text)) }
    for (index, row) in table.rows.enumerated() where bytes.count < Self.limit {
      let shown = row.shown
      var texts = table.columns.indices.map { row.joined.contains($0) ? "" : text(shown[$0], table.columns[$0]) }
      if let state { texts.insert(statuses[index].state.label, at: state) }
      endLine(texts)
    }
  }

  /// An official form: headings above and to the left.
  private mutating func addForm() {
    let header = table.columns.first(where: \.isHeader)
    let numbers = table.columns.indices.filter { !table.columns[$0].isHeader }
    let headings = HeadingTree(numbers.map { table.columns[$0].path }).levels
    for (index, level) in headings.enumerated() {
      endLine((index == 0 ? [header?.label ?? ""] : []) + level.map(\.text))
    }
    let rows = HeadingTree(header == nil ? [] : table.form.lines.map(\.path)).levels
    for (index, row) in table.rows.enumerated() {
      endLine(rows.flatMap { $0.filter { $0.start == index }.map(\.text) } + numbers.map { row.cells[$0] })
    }
  }

  /// Rows with the same columns form a block with its own name and headings.
  private mutating func addBlocks() {
    let header = table.columns.first(where: \.isHeader)
    for (index, line) in table.form.lines.enumerated() where index < table.rows.count {
      let positions = line.columns.compactMap(table.position)
      let before = index > 0 ? table.form.lines[index - 1] : nil
      if before?.columns != line.columns || before?.groups != line.groups {
        endLine(line.groups.suffix(1))
        endLine([header?.label ?? ""] + positions.map { table.columns[$0].label })
      }
      endLine([line.label] + positions.map { table.rows[index].cells[$0] })
    }
  }

  private func text(_ cell: String, _ column: TableColumn) -> String {
    switch column.type {
    case .link, .reference: CellTarget.read(cell).compactMap(text).joined(separator: " ")
    // Choices not made are on the page too, as on the paper form.
    case .choice where column.showsBoxes: column.choices.joined(separator: " ")
    default: cell
    }
  }

  /// The text of a link; a target that is not public leaves no trace of its address.
  private func text(_ target: CellTarget) -> String? {
    if let title = target.title { return title }
    return switch corpus.link(target, in: document) {
    case .document(let id): corpus[id]?.document.title
    case .column(let path): corpus.columns.first { $0.path == path }?.title ?? path
    case .external(let url): String(url.split(separator: "/").dropFirst().first ?? "")
    case .notPublic, .missing: nil
    }
  }
}
