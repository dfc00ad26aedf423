package import Base
import Documents
package import Manuscripts
import OfficeFiles
import Papers

/// Reads the front matter of a document out of its manuscript: what the paper states in its place is a fact, what is only
/// likely a proposal, and what contradicts itself or is missing a question.
package struct FactReader {
  let site: ImportSite
  let wish: ImportWish
  let manuscript: Manuscript
  var text: PaperText
  var paper: Paper
  /// Blocks of the head that are taken out of the body although the recogniser has no role for them.
  var takenBlocks: Set<Int> = []
  /// Whether the signature may be that of a forwarded text.
  var isSignatureDoubtful = false
  /// The body whose order made the text public, and the line that says so.
  var orderBody: (String, Int)?
  var facts = ImportedFacts()

  /// Reads a manuscript.
  ///
  /// - Parameter wish: What the person who imports has said.
  package static func facts(
    of manuscript: Manuscript, site: ImportSite, wish: ImportWish = ImportWish()
  ) -> ImportedFacts {
    var reader = FactReader(manuscript, site, wish)
    reader.read()
    return reader.facts
  }

  private init(_ manuscript: Manuscript, _ site: ImportSite, _ wish: ImportWish) {
    (self.site, self.wish, self.manuscript) = (site, wish, manuscript)
    text = PaperText(manuscript.blocks)
    paper = text.paper(known: KnownFacts(title: wish.title ?? Self.statedTitle(manuscript) ?? ""))
  }

  private mutating func read() {
    let head = readHead()
    readNumber(head.number)
    readIssuers()
    readDays()
    readValidity()
    readDisclosure()
    readAttachments()
    readRelations()
    readStatements()
    readClasses()
    checkYears()
    askForRequired()
    take()
    facts.sort()
  }

  // MARK: For the parts

  /// The place of a line in the manuscript.
  func place(_ line: Int) -> OfficePlace? { text.lines[line].paragraph?.place }

  mutating func state(_ field: CommonField, _ value: FrontMatterValue, at place: PaperPlace) {
    facts.entries.append(
      FrontMatterEntry(field.rawValue, value, evidence: text.text(at: place), at: self.place(place.block)))
  }

  mutating func propose(_ field: CommonField, _ value: FrontMatterValue, from evidence: String, at line: Int? = nil) {
    facts.entries.append(
      FrontMatterEntry(
        field.rawValue, value, isProposal: true, evidence: evidence, at: line.flatMap(place)))
  }

  /// - Parameter field: The key that answers the question.
  mutating func ask(
    _ message: String, rule: String? = nil, cures: [String], at lines: [Int] = [], field: String? = nil
  ) {
    facts.questions.append(
      ImportQuestion(message, rule: rule, cures: cures, at: lines.compactMap(place), field: field))
  }

  /// The day of a field that is a fact.
  func day(_ field: CommonField) -> CalendarDate? {
    guard case .scalar(let text)? = facts[field.rawValue] else { return nil }
    return (try? CalendarDate.parse(text).get()) ?? (try? Moment.parse(text).get())?.day
  }

  /// The blocks whose every line is a part of the head that the page shows from the front matter.
  private mutating func take() {
    var kept: Set<Int> = []
    for (line, role) in zip(text.lines, paper.roles) {
      switch role {
      case .letterhead, .number, .signer, .title, .copyNumber, .urgency: facts.taken.insert(line.block)
      default: kept.insert(line.block)
      }
    }
    facts.taken.subtract(kept)
    facts.taken.formUnion(takenBlocks)
  }
}

/// What the person who imports has said.
package struct ImportWish: Sendable {
  /// Id of a kind.
  package var kind: String?
  /// Path of a column.
  package var column: String?
  /// The title by which another system knows it, which helps to find it.
  package var title: String?
  /// The names of the files that will lie beside the document.
  package var files: [String]

  /// Memberwise.
  package init(kind: String? = nil, column: String? = nil, title: String? = nil, files: [String] = []) {
    (self.kind, self.column, self.title, self.files) = (kind, column, title, files)
  }
}

extension ImportedFacts {
  /// 生成日期: the day of the paper, or of its publication.
  package var day: CalendarDate? {
    for key in ["documentDate", "publishedOn"] {
      guard case .scalar(let text)? = self[key] else { continue }
      if let day = (try? CalendarDate.parse(text).get()) ?? (try? Moment.parse(text).get())?.day { return day }
    }
    return nil
  }

  /// The order of ``CommonField``, title and kind first; proposals after the facts of their key.
  mutating func sort() {
    let order = [CommonField.title, .kind] + CommonField.allCases.filter { $0 != .title && $0 != .kind }
    let places = Dictionary(order.enumerated().map { ($1.rawValue, $0) }, uniquingKeysWith: { first, _ in first })
    entries = entries.enumerated().sorted { a, b in
      let (first, second) = (places[a.element.key] ?? .max, places[b.element.key] ?? .max)
      return first != second ? first < second : a.offset < b.offset
    }.map(\.element)
  }

  /// Lays facts from elsewhere over these: a key that is not stated is added, a proposal gives way, and another value for a
  /// stated key is a question.
  ///
  /// - Parameter source: What to call the place they come from: 清单第3行.
  package mutating func lay(_ others: [FrontMatterEntry], from source: String) {
    for other in others {
      guard let index = entries.firstIndex(where: { $0.key == other.key && !$0.isProposal }) else {
        if !other.isProposal {
          entries.removeAll { $0.key == other.key }
          questions.removeAll { $0.field == other.key }
        }
        entries.append(other)
        continue
      }
      let own = entries[index]
      if own.value.plain == other.value.plain || other.isProposal { continue }
      let label = CommonField(rawValue: other.key)?.label ?? other.key
      questions.append(
        ImportQuestion(
          "\(label)有两种说法：原件\(own.place.map { "（\($0.text)）" } ?? "")是“\(own.value.words)”，\(source)是“\(other.value.words)”，已写前一个",
          rule: Self.rules[other.key], cures: ["对照原件，改正文件开头的\(label)"],
          at: [own.place, other.place].compactMap(\.self)))
    }
    sort()
  }

  /// The rules of `check` that compare paper and front matter.
  private static let rules = [
    "title": "paper-title", "documentNumber": "paper-number", "issuer": "signature-issuer",
    "documentDate": "signature-date", "disclosure": "disclosure-note", "effectiveOn": "start-text",
    "expiresOn": "term-text", "term": "term-text",
  ]
}

extension FrontMatterValue {
  /// In one line, for people.
  package var words: String {
    switch self {
    case .scalar(let text): text
    case .list(let values): values.map(\.words).joined(separator: "、")
    case .map(let members): members.map { "\($0.key): \($0.value.words)" }.joined(separator: ", ")
    }
  }

  /// For comparison: a list of one is that one, days and numbers by what they mean, without blanks.
  var plain: String {
    let words = words.filter { !$0.isWhitespace }
    if let day = try? CalendarDate.parse(words).get() { return day.iso }
    let number = DocumentNumber(words)
    return number.isComplete ? number.standardText : words
  }
}
