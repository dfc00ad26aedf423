import Base
import Documents

/// Holds the 索引号 of all documents against one another and against the ledger.
struct IndexNumberChecks {
  private(set) var findings: [Diagnostic] = []
  /// Files of the documents to leave out: of each duplicate all but the first.
  private(set) var rejected: Set<String> = []
  private let ledger: IndexLedger

  /// - Parameter documents: Sorted by id.
  /// - Complexity: O(n).
  init(documents: [Document], ledger: IndexLedger, numbering: IndexNumbering?) {
    self.ledger = ledger
    checkDuplicates(documents)
    let ids = Set(documents.map(\.id))
    for document in documents {
      checkLedger(document, ids)
      checkCode(document)
    }
    if let numbering { checkMissing(documents, numbering) }
  }

  private mutating func add(
    _ rule: String, _ severity: Severity, _ document: Document, _ message: String, cures: [String],
    related: [Diagnostic.Related] = []
  ) {
    findings.append(
      Diagnostic(
        rule, severity, at: document.location(of: .indexNumber), message, cures: cures, related: related))
  }

  private mutating func checkDuplicates(_ documents: [Document]) {
    var taken: [String: Document] = [:]
    for document in documents {
      guard let number = document.indexNumber else { continue }
      guard let earlier = taken[number] else {
        taken[number] = document
        continue
      }
      let isDraft = document.isDraft || earlier.isDraft
      add(
        "duplicate-index-number", isDraft ? .warning : .error, document, "索引号 \(number) 已被“\(earlier.title)”使用",
        cures: ["核对索引号；复制来的，删去这一行，再用 gongkai number 编号"],
        related: [Diagnostic.Related(earlier.location(of: .indexNumber), "另一处")])
      if !isDraft { rejected.insert(document.frontMatter.path) }
      if earlier.isDraft { taken[number] = document }
    }
  }

  /// A number is never taken away from the document that got it. A document may be moved; then its old path is gone.
  private mutating func checkLedger(_ document: Document, _ ids: Set<DocumentID>) {
    guard let number = document.indexNumber else { return }
    if let own = ledger[document.id], own.number != number {
      add(
        "index-ledger", .error, document, "索引号 \(number) 与台账不同，台账里是 \(own.number)", cures: ["改为：\(own.number)"],
        related: [Diagnostic.Related(own.location, "台账")])
    } else if let other = ledger.entry(of: number), other.document != document.id, ids.contains(other.document) {
      add(
        "index-ledger", .error, document, "索引号 \(number) 在台账里是 \(other.document.path) 的",
        cures: ["核对索引号；没有编过号的，删去这一行，再用 gongkai number 编号"], related: [Diagnostic.Related(other.location, "台账")])
    }
  }

  /// The code that a number begins with has a check character (GB 32100, GB 11714).
  private mutating func checkCode(_ document: Document) {
    guard let number = document.indexNumber, let slash = number.firstIndex(of: "/") else { return }
    let code = String(number[..<slash])
    guard OrganizationCode.isCode(code), !OrganizationCode.isValid(code) else { return }
    add(
      "organization-code", .warning, document, "索引号开头的机构代码“\(code)”校验码不对", cures: ["核对代码；原来就是这样编的，写 checked（已核对）"])
  }

  private mutating func checkMissing(_ documents: [Document], _ numbering: IndexNumbering) {
    let missing = documents.filter { !$0.isDraft && $0.indexNumber == nil && numbering.covers($0.kind) }
    guard let first = missing.first else { return }
    findings.append(
      Diagnostic(
        "index-number-missing", .warning, at: numbering.location,
        "索引号缺失，共 \(missing.count) 篇，第一篇是 \(first.frontMatter.path)", cures: ["运行 gongkai number，一次编好"]))
  }
}
