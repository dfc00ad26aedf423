import Base
import Disk
import Documents
import Markdown
import Papers

/// Reads one file into a document, with findings.
struct DocumentReader {
  let entry: DocumentEntry
  let context: LoadingContext
  var file: FileReader
  private(set) var kind: Kind?

  /// Reads a file known to be text; `file` has its findings so far.
  ///
  /// - Returns: The outcome, nil if there is no front matter, and the findings.
  /// - Throws: ``FileError`` if a table's file cannot be read.
  static func read(
    _ file: FileReader, _ entry: DocumentEntry, _ context: LoadingContext
  ) throws(FileError) -> (outcome: Outcome?, findings: [Diagnostic]) {
    var reader = DocumentReader(entry: entry, context: context, file: file)
    let outcome = try reader.read().map { document in
      reader.file.hasErrors ? Outcome.failed(document) : .valid(document)
    }
    return (outcome, reader.file.findings)
  }

  /// A document, or what could be read of one with errors.
  enum Outcome: Sendable {
    case valid(Document)
    case failed(Document)

    var document: Document {
      switch self {
      case .valid(let document), .failed(let document): document
      }
    }

    /// The same with its texts on a shelf.
    func kept(on shelf: TextShelf?) -> Outcome {
      switch self {
      case .valid(let document): .valid(shelf?.keeping(document) ?? document)
      case .failed(let document): .failed(shelf?.keeping(document) ?? document)
      }
    }
  }

  private init(entry: DocumentEntry, context: LoadingContext, file: FileReader) {
    self.entry = entry
    self.context = context
    self.file = file
    self.file.agencyCodes = context.agencyCodes
  }

  private mutating func read() throws(FileError) -> Document? {
    guard let frontMatter = file.frontMatter(example: "title: 标题") else { return nil }
    let source = file.source
    let draft = readDraft(frontMatter)
    let head = SourceText(path: source.path, bytes: Array(source.bytes[..<frontMatter.bodyStart]))
    var document = Document(
      id: entry.id, column: entry.column, kind: kind?.id ?? "", slug: slug(draft), frontMatter: head)
    fill(&document, from: draft)
    watchFields(draft, of: document)
    document.mayBeHidden = mayBeHidden(draft)
    try readTables(&document)
    document.perPlace = perPlace(draft[.perPlace], of: document)
    document.body = readBody(document, frontMatter, isDated: draft.isReadable)
    checkTranscript(document)
    try readVersions(&document)
    return document
  }

  private mutating func readDraft(_ frontMatter: FrontMatter) -> Draft {
    // Of front matter without an end and without a line, nothing is missing.
    if frontMatter.yaml.isEmpty, !frontMatter.faults.isEmpty { return .unreadable }
    guard let root = file.readYAML(frontMatter.yaml),
      let entries = file.entries(of: root, what: "文件开头")
    else { return .unreadable }
    kind = findKind(entries)
    // If the kind could not be read, its words are not known.
    let reportsUnknown = kind != nil || !context.kinds.isIncomplete
    return Draft(
      entries, vocabulary: context.kinds.vocabulary(of: kind), reportsUnknown: reportsUnknown, file: &file)
  }

  /// Whether a word that decides who may read the document was not understood.
  private func mayBeHidden(_ draft: Draft) -> Bool {
    guard draft.isReadable, file.hasErrors else { return file.hasErrors }
    let lines = Set(CommonField.hiding.compactMap { draft[$0] }.flatMap { file.source.lines(of: $0.place) })
    let unclear: Set = ["unknown-key", "duplicate-key", "key-in-two-languages"]
    return file.findings.contains {
      $0.severity == .error && (unclear.contains($0.rule) || lines.contains($0.location.start.line))
    }
  }

  /// The document's own kind, or its column's.
  private mutating func findKind(_ entries: [YAMLEntry]) -> Kind? {
    let own = entries.first { CommonField(word: $0.key) == .kind }?.value
    let label = CommonField.kind.label
    guard let own, !own.isEmpty else {
      if let word = context.columnKinds[entry.column] { return context.kinds.kind(word) }
      if !context.columnsWithFindings.contains(entry.column), !context.kinds.all.isEmpty {
        file.add(
          "missing-kind", at: nil, "缺少类型：本文件没有写 kind，栏目也没有规定",
          cures: ["写上 kind，可以写的有：" + context.kinds.all.map(\.label).joined(separator: "、")])
      }
      return nil
    }
    guard let word = file.text(own, label) else { return nil }
    guard let kind = context.kinds.kind(word) else {
      if context.kinds.isIncomplete { return nil }
      let cures = NearMiss.cure(for: word, among: context.kinds.words)
      file.add(
        "unknown-kind", at: own.place, "类型“\(word)”没有定义",
        cures: cures + ["可以写的有：" + context.kinds.all.map { "\($0.label) \($0.id)" }.joined(separator: "、")])
      return nil
    }
    if entry.column.isEmpty && kind.layout != .page {
      file.add("root-document", at: own.place, "根目录只放普通页面（page）", cures: ["把“\(kind.label)”移入栏目文件夹"])
    }
    return kind
  }

  /// The last segment of the URL: the `slug`, or the file's name.
  private mutating func slug(_ draft: Draft) -> String {
    let name = entry.id.path.lastSegment
    guard let value = draft[.slug] else {
      if !PathSegment.isPlain(name) {
        // A draft has no address yet.
        let isDraft = draft[.draft].map { ["是", "true"].contains($0.words) } ?? false
        file.add(
          "file-name", isDraft ? .warning : .error, at: nil, "文件名“\(name)”不能用作网址：\(PathSegment.rule)",
          cures: ["改文件名，或者在文件开头写 slug: 英文网址名"])
      } else if isReserved(name) {
        file.add("reserved-name", at: nil, "文件名“\(name)”由系统使用", cures: ["改文件名，或者写 slug"])
      }
      return name
    }
    guard let slug = file.text(value, CommonField.slug.label) else { return name }
    if !PathSegment.isPlain(slug) {
      file.add("file-name", at: value.place, "网址名“\(slug)”不合要求：\(PathSegment.rule)", cures: ["例如 slug: 2023-3"])
    } else if isReserved(slug) {
      file.add("reserved-name", at: value.place, "网址名“\(slug)”由系统使用", cures: ["换一个网址名"])
    }
    return slug
  }

  private func isReserved(_ slug: String) -> Bool {
    ReservedNames.contain(entry.column.isEmpty ? slug : entry.column + "/" + slug)
  }

  /// Finds a file in Content/ by its path as written, relative to the document.
  mutating func attachedFile(_ text: String, at place: Range<Int>, title: String?, _ label: String) -> Attachment? {
    guard let path = resolve(text, at: place, label) else { return nil }
    guard let byteCount = context.files[path] else {
      if context.unreadable.contains("Content/" + path) {
        file.add("unreadable-file", at: place, "\(label)“\(text)”不能读取，原因见它自己的那条问题", cures: ["照那条改正"])
        return nil
      }
      if FileNames.isLeftOver(path.lastSegment) {
        file.add(
          "attachment-missing", at: place, "\(label)“\(text)”是办公软件或者系统留下的临时文件，不会公开", cures: ["删去这一项，写原来的文件"])
        return nil
      }
      let near = NearMiss.suggestions(for: text, among: filesBeside)
      file.add(
        "attachment-missing", at: place, "\(label)“\(text)”不存在",
        cures: near.isEmpty ? ["把文件放在文档旁边，或者改正文件名"] : ["是否想写：" + near.joined(separator: "、") + "？"])
      return nil
    }
    if byteCount == 0 {
      file.add("attachment-empty", .warning, at: place, "\(label)“\(text)”是空文件", cures: ["换成有内容的文件"])
    }
    return Attachment(title: title ?? path.fileStem, path: path, byteCount: byteCount)
  }

  /// Whether a path relative to the document is that of a file.
  func fileExists(_ text: String) -> Bool {
    text.resolvedPath(in: entry.folder).map { context.files[$0] != nil } ?? false
  }

  private mutating func resolve(_ text: String, at place: Range<Int>, _ label: String) -> String? {
    if text.contains("://") || text.hasPrefix("/") || text.contains("\\") {
      file.add(
        "attachment-path", at: place, "\(label)“\(text)”应是相对于本文件的路径，以“/”分隔", cures: ["把文件放在文档旁边，只写文件名；外部链接写在正文中"])
      return nil
    }
    guard let path = text.resolvedPath(in: entry.folder), !path.isEmpty else {
      file.add("attachment-path", at: place, "\(label)“\(text)”在 Content 之外", cures: ["把文件放在文档旁边，只写文件名"])
      return nil
    }
    return path
  }

  /// All files in the document's folder, as paths relative to it.
  private var filesBeside: [String] {
    let prefix = entry.folder.isEmpty ? "" : entry.folder + "/"
    return context.files.keys.filter { $0.hasPrefix(prefix) }.map { String($0.dropFirst(prefix.count)) }
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
