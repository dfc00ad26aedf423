import Base
import Documents
import Disk

/// A Markdown file that is a document.
struct DocumentEntry: Sendable {
  let id: DocumentID
  /// Path of the column it belongs to; empty at the root.
  let column: String
  /// The file's folder relative to Content/, which attachments are relative to.
  let folder: String
  let file: TextEntry
  /// `versions/2024-12-01.md` beside it: its later texts, sorted by path.
  var versions: [TextEntry] = []

  /// The files that are read for it by themselves: what it names besides is read with it.
  var textPaths: [String] { [file.path] + versions.map(\.path) }
}

/// The files in Content/ by role, told by name alone: no file is opened.
struct ContentLayout: Sendable {
  private(set) var site: TextEntry?
  /// Each `_column.md` with the path of its column.
  private(set) var columns: [(path: String, file: TextEntry)] = []
  private(set) var documents: [DocumentEntry] = []
  /// Documents that are left out because another file has their address.
  private(set) var rejected: Set<String> = []
  /// The file of each column and each document.
  private var columnFiles: [String: String] = [:]
  private var documentFiles: [String: String] = [:]
  private(set) var kinds: [TextEntry] = []
  /// The site's own dictionaries.
  private(set) var wording: [TextEntry] = []
  /// The site's own notices about holidays.
  private(set) var holidays: [TextEntry] = []
  /// The ledger of 索引号.
  private(set) var indexLedger: TextEntry?
  /// Files that are neither Markdown nor YAML: content path → size in bytes.
  private(set) var files: [String: Int] = [:]
  private(set) var findings: [Diagnostic] = []
  /// Documents and their files that may not be read or are no plain files, which is reported.
  private(set) var unreadable: Set<String> = []
  /// Whether Content/ is missing or empty, which is reported.
  private(set) var isEmpty = false
  /// Folders that contain documents or columns but no `_column.md`.
  private(set) var foldersWithoutColumn: Set<String> = []

  /// The folder of the content.
  static let root = "Content"

  /// Classifies the files of a tree.
  ///
  /// - Throws: ``FileError`` for a folder that cannot be listed.
  init(_ tree: any SourceTree) throws(FileError) {
    let entries = try tree.entries(under: Self.root)
    if entries.isEmpty {
      isEmpty = true
      add("missing-content", Self.root, "文件夹 Content 不存在或者是空的", ["在站点根目录建立 Content，放入 site.yml 和栏目"])
      return
    }
    var markdown: [(path: String, file: TextEntry)] = []
    for entry in entries {
      let path = String(entry.path.dropFirst(Self.root.count + 1))
      if path.split(separator: "/").contains(where: FileNames.isLeftOver) { continue }
      if let (fault, scalar) = CharacterFault.inName(path.lastSegment) {
        add("file-name", entry.path, "名称里有\(fault.wording([scalar]).message)", ["改名，删去此字符"])
        continue
      }
      switch entry.kind {
      case .folder: continue
      case .file(let byteCount):
        let file = TextEntry(path: entry.path, shownPath: entry.path, byteCount: byteCount)
        classify(try meantPath(path, file, tree), file, &markdown)
      case .duplicate:
        add("file-name", entry.path, "有两个文件的名称看起来完全相同，只是编码不同", ["比较两个文件，删去或者改名其中一个"])
      case .link:
        add("symlink-outside", entry.path, "这是符号链接，不知道会公开什么，不会读取", ["删去链接，把文件本身复制到这里"])
        // What stood behind the link to a folder may have been a whole column.
        if !entry.path.fileExtension.isEmpty { leaveOut(entry.path) }
      case .other:
        add("special-file", entry.path, "不是普通文件，可能是设备或者管道", ["删除，或者换成普通文件"])
        leaveOut(entry.path)
      case .unreadable(let code): try report(unreadable: entry.path, code)
      case .forbidden: report(forbidden: entry.path)
      }
    }
    place(markdown)
    checkFolders()
  }

  /// Whether all files but the documents are those of another layout, by their names and sizes.
  func hasSameSettings(as other: ContentLayout) -> Bool {
    func settings(_ layout: ContentLayout) -> [[String]] {
      [
        [layout.site?.path ?? ""], layout.columns.map(\.path), layout.kinds.map(\.path), layout.wording.map(\.path),
        layout.holidays.map(\.path),
      ]
    }
    return settings(self) == settings(other) && files == other.files && unreadable == other.unreadable
      && foldersWithoutColumn == other.foldersWithoutColumn
  }

  private mutating func add(_ rule: String, _ path: String, _ message: String, _ cures: [String]) {
    findings.append(Diagnostic(rule, at: Diagnostic.Location(path: path), message, cures: cures))
  }

  private mutating func report(unreadable path: String, _ code: Int32) throws(FileError) {
    let error = FileError("读取", path, code: code)
    guard error.isNameProblem else { throw error }
    add("file-name", path, "文件夹中有名称不是 UTF-8 的文件", ["改名，用 UTF-8 编码的名称"])
  }

  private mutating func report(forbidden path: String) {
    add("unreadable-file", path, "没有权限读取这个文件", ["让生成网站的用户能读它：chmod g+r，或者请它的所有者重新上传"])
    leaveOut(path)
  }

  /// What belongs to single documents is left out with them; without the rest there is no site.
  private mutating func leaveOut(_ path: String) {
    let name = path.lastSegment
    let isOfSite =
      name == "_column.md" || path == Self.root + "/site.yml" || path == IndexLedger.path
      || ["/_kinds/", "/_wording/", "/_holidays/"].contains { path.hasPrefix(Self.root + $0) }
    if !isOfSite { unreadable.insert(path) }
  }

  /// The path that a file was meant to have, which is reported if it has another.
  private mutating func meantPath(
    _ path: String, _ file: TextEntry, _ tree: any SourceTree
  ) throws(FileError) -> String {
    guard let name = try FileNames.meant(path, file, tree) else { return path }
    let isExtension = name.fileStem == path.lastSegment.fileStem || path.fileExtension == "txt"
    add(
      isExtension ? "file-extension" : "file-name", file.path,
      isExtension
        ? "“\(path.lastSegment)”的扩展名不会被识别" : "“\(path.lastSegment)”应为 \(name)，文件名区分大小写", ["改名为 \(name)"])
    return path.parentPath.isEmpty ? name : path.parentPath + "/" + name
  }

  /// Classifies one regular file.
  private mutating func classify(
    _ path: String, _ file: TextEntry, _ markdown: inout [(path: String, file: TextEntry)]
  ) {
    if path == "site.yml" {
      site = file
    } else if file.path == IndexLedger.path {
      indexLedger = file
    } else if path.hasPrefix("_kinds/") {
      if path.fileExtension == "yml" { kinds.append(file) }
    } else if path.hasPrefix("_wording/") {
      if path.fileExtension == "yml" { wording.append(file) }
    } else if path.hasPrefix("_holidays/") {
      if path.fileExtension == "yml" { holidays.append(file) }
    } else if path.hasSuffix(".md") {
      markdown.append((path, file))
    } else if !["yml", "yaml"].contains(path.fileExtension) {
      files[path] = file.byteCount
    } else if !path.split(separator: "/").contains(where: { $0.hasPrefix("_") }) {
      findings.append(
        Diagnostic(
          "unused-file", .warning, at: Diagnostic.Location(path: file.path), "设置文件只读 Content/site.yml，这个文件不起作用，也不会公开",
          cures: ["内容并入 Content/site.yml；类型放在 Content/_kinds 中，用语放在 Content/_wording 中；不需要的，删去"]))
    }
  }

  /// Separates columns from documents.
  private mutating func place(_ markdown: [(path: String, file: TextEntry)]) {
    let bundles = Set(
      markdown.map(\.path).filter { $0.lastSegment == "index.md" && $0 != "index.md" }.map(\.parentPath))
    let singles = Set(markdown.map(\.path))
    var versions: [String: [TextEntry]] = [:]
    for (path, file) in markdown {
      let folder = path.parentPath
      let document = folder.parentPath
      if folder.lastSegment == Self.versions, bundles.contains(document) || singles.contains(document + ".md") {
        versions[document, default: []].append(file)
        continue
      }
      let outer = Self.bundle(holding: folder, among: bundles)
      if path.lastSegment == "_column.md" {
        placeColumn(folder, file, insideDocument: outer != nil || bundles.contains(folder))
      } else if path.split(separator: "/").contains(where: { $0.hasPrefix("_") }) {
        checkMisspeltColumn(file)
      } else if path == "index.md" {
        add("root-document", file.path, "首页由系统生成，根目录不放 index.md", ["改名，或者移入栏目文件夹"])
      } else if let outer = path.lastSegment == "index.md" ? outer : outer ?? (bundles.contains(folder) ? folder : nil)
      {
        add("stray-markdown", file.path, "文档文件夹“\(outer)”中只能有一个 index.md", ["把这篇文档移到栏目文件夹中"])
      } else {
        placeDocument(path, file)
      }
    }
    for index in documents.indices {
      documents[index].versions = (versions[documents[index].id.path] ?? []).sorted {
        $0.path.utf8.lexicographicallyPrecedes($1.path.utf8)
      }
    }
  }

  /// The folder of a document's later texts.
  private static let versions = "versions"

  /// The nearest document folder strictly above a folder.
  private static func bundle(holding folder: String, among bundles: Set<String>) -> String? {
    var parent = folder.parentPath
    while !parent.isEmpty {
      if bundles.contains(parent) { return parent }
      parent = parent.parentPath
    }
    return nil
  }

  private mutating func placeColumn(_ folder: String, _ file: TextEntry, insideDocument: Bool) {
    if folder.isEmpty {
      add("root-document", file.path, "根目录不是栏目，不放 _column.md", ["站点的名称和说明写在 site.yml 中"])
    } else if insideDocument {
      add("stray-markdown", file.path, "index.md 所在的文件夹是一篇文档，不能同时是栏目", ["删去 _column.md，或者把 index.md 移到下一级文件夹"])
    } else {
      if let earlier = columnFiles[folder] { return reportTwice(file.path, earlier, address: folder) }
      columnFiles[folder] = file.path
      columns.append((folder, file))
    }
  }

  private mutating func placeDocument(_ path: String, _ file: TextEntry) {
    let folder = path.parentPath
    let isBundle = path.lastSegment == "index.md"
    let id = isBundle ? folder : String(path.dropLast(3))
    if let earlier = documentFiles[id] {
      rejected.insert(file.path)
      return reportTwice(file.path, earlier, address: id)
    }
    documentFiles[id] = file.path
    documents.append(DocumentEntry(id: DocumentID(id), column: id.parentPath, folder: folder, file: file))
  }

  /// `x.md` and `x/index.md` are the same document, as are names that differ in what is mended. Only the first is read, so
  /// that everything after knows one file for one id. Other collisions of addresses are found by the site plan.
  private mutating func reportTwice(_ file: String, _ earlier: String, address: String) {
    findings.append(
      Diagnostic(
        "url-collision", at: Diagnostic.Location(path: file), "网址 /\(address)/ 已被另一个文件占用", cures: ["删去或者改名其中一个文件"],
        related: [Diagnostic.Related(Diagnostic.Location(path: earlier), "另一处")]))
  }

  /// Warns of names like `_columns.md`, which would be silently ignored.
  private mutating func checkMisspeltColumn(_ file: TextEntry) {
    let name = file.path.lastSegment
    guard name.hasPrefix("_"), NearMiss.suggestions(for: name, among: ["_column.md"]) == ["_column.md"] else { return }
    findings.append(
      Diagnostic(
        "file-name", .warning, at: Diagnostic.Location(path: file.path), "“\(name)”不会被读取：以“_”开头的文件不是网页",
        cures: ["栏目说明应命名为 _column.md"]))
  }

  /// Every folder that contains documents or columns must be a column itself, with a name that is valid in a URL.
  private mutating func checkFolders() {
    let known = Set(columns.map(\.path))
    var folders = known
    for start in documents.map(\.column) + columns.map(\.path.parentPath) {
      var folder = start
      while !folder.isEmpty, folders.insert(folder).inserted { folder = folder.parentPath }
    }
    for folder in folders.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
      let file = "\(Self.root)/\(folder)/_column.md"
      if !known.contains(folder) {
        foldersWithoutColumn.insert(folder)
        add(
          "missing-column", file, "栏目说明 _column.md 不存在，文件夹“\(folder)”不能成为栏目", ["建立 _column.md，写上 title（栏目名称）和 kind（类型）"]
        )
      }
      if !PathSegment.isPlain(folder.lastSegment) {
        add("file-name", file, "文件夹名“\(folder.lastSegment)”不能用作网址：\(PathSegment.rule)", ["改文件夹名，中文名称写在 title 中"])
      } else if ReservedNames.contain(folder) {
        add("reserved-name", file, "文件夹名“\(folder.lastSegment)”由系统使用", ["改文件夹名"])
      }
    }
  }
}
