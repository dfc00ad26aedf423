import Documents
package import Manuscripts
import OfficeFiles

/// A document made of a file: what will be written, and what a person should know about it.
package struct ImportedDocument: Sendable {
  package let source: ImportSource
  package private(set) var facts: ImportedFacts
  package let body: ImportedBody
  /// What was left out, the text of the front matter's blocks not included.
  package private(set) var omissions: [Omission]
  package let doubts: [Doubt]
  /// Files that lie beside the page it was made of.
  private var attachments: [(name: String, bytes: [UInt8])]
  /// Whether the document must not be published yet.
  package var isDraft = false

  /// `index.md`.
  package var text: String {
    var head = FrontMatterWriter(facts.entries, of: source)
    head.isDraft = isDraft
    return head.text + (body.markdown.isEmpty ? "" : "\n" + body.markdown)
  }

  /// The line that makes it a draft, if there is one.
  package var draftLine: Int { FrontMatterWriter(facts.entries, of: source).text.utf8.count { $0 == 0x0A } - 1 }

  /// Names and bytes of what lies in its folder.
  package var files: [(name: String, bytes: [UInt8])] {
    [("index.md", Array(text.utf8))] + body.pictures.map { ($0.name, $0.bytes) } + attachments
  }

  /// Enters the 索引号 that the document got.
  package mutating func number(_ indexNumber: String) {
    facts.lay([FrontMatterEntry("indexNumber", .scalar(indexNumber))], from: "台账")
  }

  /// What a person has allowed in view of the obstacles.
  package struct Allowance: Sendable, Hashable {
    package var acceptsChanges: Bool
    package var dropsComments: Bool

    /// Memberwise.
    package init(acceptsChanges: Bool = false, dropsComments: Bool = false) {
      (self.acceptsChanges, self.dropsComments) = (acceptsChanges, dropsComments)
    }

    /// Whoever accepts the changes wants the text as it will be, without what was said or hidden beside it.
    func allows(_ obstacle: Obstacle) -> Bool {
      obstacle.kind == .revision ? acceptsChanges : acceptsChanges || dropsComments
    }
  }

  /// Longer texts are refused by `check`.
  static let mostBytes = 10_000_000

  /// Makes a document of a manuscript.
  ///
  /// - Parameter row: Of a list, whose facts lie over those of the manuscript.
  /// - Throws: ``ImportFault`` if something stands in the way, or a letter would be lost.
  package init(
    of reading: ReadFile, source: ImportSource, row: StockItem? = nil, site: ImportSite, wish: ImportWish,
    allowing allowance: Allowance
  ) throws(ImportFault) {
    var manuscript = reading.manuscript
    let obstacles = manuscript.obstacles.filter { !allowance.allows($0) }
    guard obstacles.isEmpty else { throw .obstacles(obstacles) }
    self.source = source
    let kind = Self.kind(wish, site)
    let tables = kind.flatMap { kind in reading.workbook.flatMap { KindTables($0, of: kind) } }
    if let tables { manuscript.blocks = tables.blocks }
    (omissions, doubts) = (manuscript.omissions + (tables?.omissions ?? []), manuscript.doubts)
    let reserved = Set(manuscript.pictures.map(\.name) + ["index.md"])
    attachments = reading.attachments.filter { !reserved.contains($0.name) }
    var wish = wish
    wish.files += attachments.map(\.name)
    facts =
      row?.facts(of: manuscript, site: site, wish: wish)
      ?? FactReader.facts(of: manuscript, site: site, wish: wish)
    if let tables, let kind {
      facts.add(tables, of: kind)
      attachments += tables.files
    }
    var title = ""
    if case .scalar(let text)? = facts["title"] { title = text }
    body = ImportedBody(manuscript, title: title, taken: facts.taken)
    guard body.markdown.utf8.count < Self.mostBytes else { throw .tooLong }
    let proof = LetterProof(
      Self.head(manuscript, facts.taken) + body.shown + (tables?.shown ?? []),
      omissions: omissions + manuscript.objects)
    let losses = proof.losses(of: reading.letters)
    guard losses.isEmpty else { throw .lostLetters(losses) }
  }

  /// The kind that was asked for, or that of the column.
  private static func kind(_ wish: ImportWish, _ site: ImportSite) -> Kind? {
    if let kind = wish.kind { return site.kind(kind) }
    return site.columns.first { $0.path == wish.column }?.kind.flatMap(site.kind)
  }

  /// The head of the paper, which readers see as fields.
  private static func head(_ manuscript: Manuscript, _ taken: Set<Int>) -> [String] {
    taken.sorted().compactMap { index in
      guard manuscript.blocks.indices.contains(index), case .paragraph(let paragraph) = manuscript.blocks[index] else {
        return nil
      }
      return paragraph.text
    }
  }
}

extension ImportedBody {
  /// What readers will see of it, without the marks that no file has.
  var shown: [String] {
    let paragraphs = ShownText.paragraphs(of: markdown)
    if addedMarks.isEmpty { return paragraphs }
    return paragraphs.map { text in addedMarks.reduce(text) { $0.replacing($1, with: "") } }
  }
}

extension Manuscript {
  /// What is not text, and is said to be doubtful.
  var objects: [Omission] {
    doubts.filter { $0.kind == .object }.map { Omission(.header, text: $0.text, at: $0.place) }
  }
}

extension ImportedFacts {
  /// Enters the files that are tables of a kind; nobody needs to be asked for them.
  fileprivate mutating func add(_ tables: KindTables, of kind: Kind) {
    let keys = Set(tables.entries.map(\.key))
    let asked = kind.fields.filter { keys.contains($0.key) }.map { $0.missing(in: kind).message }
    questions.removeAll { asked.contains($0.message) }
    questions += tables.questions
    entries += tables.entries
  }
}
