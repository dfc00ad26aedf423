import Base
import Documents
import Loading
import Markdown
import Papers

/// A line of `documents.jsonl`, read into a document of the region. What its office published is taken as it is: the rules of single documents
/// were asked there.
struct SourceLine {
  let line: JSONSlices
  let library: SourceLibrary
  let location: Diagnostic.Location

  var source: RegionalSource { library.source }

  /// What a line comes to.
  enum Outcome: Sendable {
    case document(Document)
    /// It was taken down there.
    case withdrawn(DocumentID)
    /// Its text is missing: it was written by an earlier version of the program.
    case outdated
    /// It cannot be read, for a reason.
    case broken(String)
  }

  /// Why a line is left out.
  struct Fault: Error {
    let reason: String
  }

  static func read(
    _ bytes: [UInt8], at location: Diagnostic.Location, _ library: SourceLibrary, _ shelf: TextShelf? = nil
  ) -> Outcome {
    guard let line = JSONSlices(bytes) else { return .broken("不是一行 JSON") }
    switch line["type"]?.text {
    case "withdrawn":
      return line["id"]?.text.map { .withdrawn(DocumentID(library.source.id + "/" + $0)) } ?? .broken("没有 id")
    case "document": break
    default: return .broken("没有 type")
    }
    guard let member = line["markdown"] else { return .outdated }
    guard let markdown = member.text else { return .broken("“\(line["title"]?.text ?? "")”没有导出正文的原文") }
    let reader = SourceLine(line: line, library: library, location: location)
    do throws(Fault) {
      let document = try reader.document(markdown)
      return .document(shelf?.keeping(document) ?? document)
    } catch { return .broken(error.reason) }
  }

  private func document(_ markdown: String) throws(Fault) -> Document {
    let (id, file, path, column) = (try text("id"), try text("file"), try text("path"), string("column") ?? "")
    let slug = path.dropFirst(column.isEmpty ? 0 : column.utf8.count + 1).dropLast()
    guard id.isContentPath, file.isContentPath, column.isAddress, String(slug).isAddress, !slug.isEmpty,
      path == (column.isEmpty ? "" : column + "/") + slug + "/"
    else { throw Fault(reason: "网址 \(path) 不能用在本站") }
    guard let url = try text("url").asWebAddress else { throw Fault(reason: "url 不是网址") }
    guard string("disclosure") == Disclosure.proactive.rawValue else { throw Fault(reason: "不是主动公开") }
    guard let kind = library.kinds[try text("kind")] else { throw Fault(reason: "library.json 没有它的类型") }
    let files = SourceFiles(line, source.id)
    var document = Document(
      id: DocumentID(source.id + "/" + id), column: column.isEmpty ? source.id : source.id + "/" + column,
      kind: kind.id,
      slug: String(slug), frontMatter: SourceText(path: location.path, bytes: []))
    document.title = try text("title")
    document.provenance = Provenance(
      source: source.id, siteName: source.siteName, url: url, sourcePath: source.id + "/" + file, files: files.byPath,
      stateThere: line["state"]?["code"]?.text, location: location)
    try fillFacts(of: &document)
    fillWords(of: &document)
    fillRelations(of: &document)
    document.attachments = files.attachments
    fillFields(of: &document, kind)
    document.body = body(markdown, of: document, kind)
    return document
  }

  private func body(_ markdown: String, of document: Document, _ kind: Kind) -> Body {
    let known = KnownFacts(
      title: document.title, documentNumber: document.documentNumber?.text ?? "", issuers: document.issuers)
    let reading = readMarkdown(Array(markdown.utf8)[...], known: known)
    let targets = reading.text.slots.map {
      BodyTarget(destination: $0.destination, isImage: $0.kind == .image, location: location)
    }
    let mentions = reading.paper.mentions.compactMap { stated -> MentionStatement? in
      if case .own = stated.value.name { nil } else { MentionStatement(stated.value) }
    }
    return Body(text: reading.text, targets: targets, mentions: mentions, partAnchors: reading.text.partAnchors(kind))
  }

  // MARK: Values

  func string(_ name: String) -> String? { line[name]?.text }

  /// A text that every line has.
  func text(_ name: String) throws(Fault) -> String {
    guard let text = line[name]?.text, !text.isEmpty else { throw Fault(reason: "没有 \(name)") }
    return text
  }

  /// A day, if there is one.
  func day(_ name: String) throws(Fault) -> CalendarDate? {
    guard let text = line[name]?.text else { return nil }
    guard let day = Self.day(text) else { throw Fault(reason: "\(name) 不是日期：\(text)") }
    return day
  }

  static func day(_ text: String?) -> CalendarDate? { text.flatMap { try? CalendarDate.parse($0).get() } }
}
