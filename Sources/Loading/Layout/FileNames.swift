import Base
import Disk

/// Names of files as computers and people give them.
enum FileNames {
  /// Whether a file or folder is hidden, or left over by an editor or a system: nobody means to publish it.
  static func isLeftOver(_ name: some StringProtocol) -> Bool {
    let lower = name.lowercased()
    return name.hasPrefix(".") || name.hasPrefix("~$") || name.hasPrefix("~WRL") || name.hasSuffix("~")
      || (name.hasPrefix("#") && name.hasSuffix("#") && name.utf8.count > 2) || lower.fileExtension.isSwapFile
      || lower.hasPrefix(".~lock.") || systemFiles.contains(lower)
      || leftOverExtensions.contains(where: lower.hasSuffix)
  }

  private static let systemFiles: Set<String> = ["thumbs.db", "ehthumbs.db", "desktop.ini", "__macosx", "$recycle.bin"]
  private static let leftOverExtensions = [
    ".bak", ".tmp", ".temp", ".wbk", ".asd", ".orig", ".crdownload", ".part", ".download",
  ]

  /// The name that a file was meant to have, if it has another: `Index.md`, `2026-9.md.txt`, `2026-9.MD`, `site.yaml`,
  /// or a `.txt` that begins with front matter.
  static func meant(_ path: String, _ file: TextEntry, _ tree: any SourceTree) throws(FileError) -> String? {
    let name = path.lastSegment
    var stem = name
    while ["txt", "text"].contains(stem.fileExtension),
      ["md", "yml", "yaml", "markdown"].contains(stem.fileStem.fileExtension)
    {
      stem = stem.fileStem
    }
    if path.parentPath.isEmpty, stem.fileStem.lowercased() == "site", ["yml", "yaml"].contains(stem.fileExtension) {
      return name == "site.yml" ? nil : "site.yml"
    }
    if !isMarkdown(stem) { guard try isDocument(name, file, tree) else { return nil } }
    let lower = stem.fileStem.lowercased()
    let meant = (["index", "_column"].contains(lower) ? lower : stem.fileStem) + ".md"
    return Array(meant.utf8) == Array(name.utf8) ? nil : meant
  }

  private static func isMarkdown(_ name: String) -> Bool {
    ["md", "markdown", "mdown", "mkd"].contains(name.fileExtension)
  }

  /// Whether a plain text file is a document.
  private static func isDocument(_ name: String, _ file: TextEntry, _ tree: any SourceTree) throws(FileError) -> Bool {
    guard name.fileExtension == "txt", file.byteCount < TextEntry.byteLimit else { return false }
    let source = SourceText(path: file.path, bytes: try tree.read(file.path))
    guard TextScan(source.bytes, from: 0).fault == nil, let found = FrontMatter.find(in: source),
      !found.faults.contains(.notOpened)
    else { return false }
    return YAMLLine(source.bytes, source.bytes.line(at: found.yaml.lowerBound)).beginsWithField
  }
}

extension String {
  /// `swp`, `swo`, `swn` …: what vim keeps while a file is open in it.
  fileprivate var isSwapFile: Bool { utf8.count == 3 && hasPrefix("sw") && ("k"..."z").contains(last ?? "a") }
}
