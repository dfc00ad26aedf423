import Base
import Disk
import Glibc
import Importing
import Publishing

/// What one document is made of: a file, a row of a list, or a row with its file.
struct ImportPiece: Sendable {
  /// For people.
  let name: String
  let file: String?
  /// Paths of the files beside the document.
  let attachments: [String]
  let row: StockItem?
  /// Of a file that is on no disk.
  private let bytes: [UInt8]?

  /// A file alone.
  init(file: String) { (name, self.file, attachments, row, bytes) = (file, file, [], nil, nil) }

  /// A file that somebody has sent, by the name that it has there.
  init(_ bytes: [UInt8], named name: String) {
    (self.name, file, attachments, row, self.bytes) = (name, nil, [], nil, bytes)
  }

  /// A row of a list, whose paths are relative to a folder.
  init(row: StockItem, of folder: String) {
    func path(_ name: String) -> String { folder.isEmpty ? name : folder == "/" ? "/" + name : folder + "/" + name }
    name = row.source + (row.title.isEmpty ? "" : "“\(row.title)”")
    file = row.file.map(path)
    attachments = row.attachments.map(path)
    self.row = row
    bytes = nil
  }

  /// Files, and of folders what can be imported: of one with web pages, only these, because the rest is what they lead to.
  static func pieces(_ paths: [String]) throws(FileError) -> [ImportPiece] {
    let disk = Disk()
    var pieces: [ImportPiece] = []
    for path in paths {
      let status = try? disk.status(of: path)
      guard let status, status.st_mode & S_IFMT == S_IFDIR else {
        pieces.append(ImportPiece(file: path))
        continue
      }
      let found = try disk.files(below: path).filter {
        !$0.split(separator: "/").contains { $0.hasPrefix(".") || $0.hasPrefix("~$") }
      }
      let pages = found.filter { pageEndings.contains($0.fileExtension.lowercased()) }
      let files = pages.isEmpty ? found.filter { endings.contains($0.fileExtension.lowercased()) } : pages
      pieces += files.map { ImportPiece(file: path + "/" + $0) }
    }
    return pieces
  }

  private static let pageEndings: Set<String> = ["htm", "html", "shtml"]
  private static let endings: Set<String> = [
    "docx", "doc", "wps", "rtf", "odt", "txt", "pdf", "ofd", "xlsx", "xls", "et", "ods", "csv",
  ]

  /// Everything on the disk.
  var files: [String] { [file].compactMap(\.self) + attachments }

  /// Reads it.
  func read(_ reading: FileReading) throws(ImportFault) -> (ReadFile, ImportSource) {
    var found: ReadFile
    let source: ImportSource
    if let bytes {
      found = try reading.read(bytes, name: name)
      source = ImportSource(name: name, checksum: checksum(of: bytes))
    } else if let file {
      let bytes = try Self.bytes(of: file)
      let tree = try? DiskTree(root: Self.folder(of: file))
      found = try reading.read(bytes, name: file.lastSegment) { try? tree?.read($0) }
      source = ImportSource(name: file.lastSegment, checksum: checksum(of: bytes))
    } else {
      guard let row else { throw .empty }
      found = row.reading
      source = ImportSource(name: row.source, checksum: checksum(of: Array(row.hash.utf8)))
    }
    for path in attachments where !found.attachments.contains(where: { $0.name == path.lastSegment }) {
      found.attachments.append((path.lastSegment, try Self.bytes(of: path)))
    }
    return (found, source)
  }

  /// The folder of a path, as one that can be opened.
  static func folder(of file: String) -> String {
    file.parentPath.isEmpty ? (file.hasPrefix("/") ? "/" : ".") : file.parentPath
  }

  private static func bytes(of file: String) throws(ImportFault) -> [UInt8] {
    let disk = Disk()
    do throws(FileError) {
      guard let status = try disk.status(of: file) else { throw FileError("读取", file, code: ENOENT) }
      if status.st_size > FileReading.mostBytes { throw FileError("读取", file, code: EFBIG) }
      return try disk.read(file) ?? []
    } catch {
      if error.code == EFBIG { throw .tooLarge }
      throw .unreadable(error.message)
    }
  }
}
