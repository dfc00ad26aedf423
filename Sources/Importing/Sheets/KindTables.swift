import Base
import Documents
import Manuscripts
import OfficeFiles

/// The sheets of a workbook that are tables of a kind: files beside the document, and no tables of its body.
struct KindTables {
  /// Name and bytes of each file.
  private(set) var files: [(name: String, bytes: [UInt8])] = []
  /// The fields that name them.
  private(set) var entries: [FrontMatterEntry] = []
  private(set) var questions: [ImportQuestion] = []
  private(set) var omissions: [Omission] = []
  /// What remains for the body.
  private(set) var blocks: [ManuscriptBlock] = []
  /// What stands in the files, and what they call otherwise than the sheets.
  private(set) var shown: [String] = []

  /// Nil if no sheet is called as a table of the kind is. One that has not all that the table asks for, or more,
  /// stays a table of the body, which is said.
  init?(_ workbook: Workbook, of kind: Kind) {
    var free = kind.fields.filter { $0.type == .table && !$0.isMany }
    for sheet in workbook.sheets {
      let fits = free.lazy.compactMap { field in SheetFit(sheet, field.table).map { (field, $0) } }
      guard let (field, fit) = fits.first(where: { $0.1.isWhole }) else {
        blocks += SheetManuscript.blocks(sheet)
        // A column or two may be called alike by chance.
        if let (field, fit) = fits.first(where: { $0.1.matches.count * 2 > sheet.columns.count }) {
          questions.append(
            ImportQuestion(
              "这张工作表与“\(field.label)”不全相合，写成了正文里的表格", cures: ["照下面说的改好工作表，重新导入"], at: [.sheet(sheet.name)]))
          questions += fit.questions(in: sheet)
        }
        continue
      }
      free.removeAll { $0.key == field.key }
      add(SheetTable(sheet, fit), field, sheet, fit)
    }
    if files.isEmpty, questions.isEmpty { return nil }
  }

  private mutating func add(_ table: SheetTable, _ field: Field, _ sheet: ManuscriptSheet, _ fit: SheetFit) {
    let name = field.key + ".csv"
    files.append((name, table.csv))
    entries.append(FrontMatterEntry(field.key, .scalar(name), at: .sheet(sheet.name)))
    questions += table.questions
    omissions += table.omissions
    blocks += table.above + table.below
    var records = CSVRecords(table.csv, from: 3)
    while let record = records.next() { shown += record.map(\.text) }
    shown += fit.head.paths.flatMap(\.self)
  }
}
