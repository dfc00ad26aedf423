import Base
import Disk

/// A file that was opened as text.
enum OpenedText {
  /// Text, with what was found in it so far.
  case text(FileReader)
  /// No text, and why.
  case rejected([Diagnostic])
}

/// A text file with its size on disk, found but not read.
struct TextEntry: Sendable {
  /// Relative to its tree.
  let path: String
  /// As findings show it, relative to the site's root.
  let shownPath: String
  let byteCount: Int

  /// Larger text files are not read: no official document comes near, and one that does is something else.
  static let byteLimit = 10 << 20

  /// Reads the bytes and checks that they are text in UTF-8.
  func open(in tree: any SourceTree) throws(FileError) -> OpenedText {
    guard byteCount <= Self.byteLimit else { return .rejected([tooLarge(byteCount)]) }
    let source = SourceText(path: shownPath, bytes: try tree.read(path))
    guard source.bytes.count <= Self.byteLimit else { return .rejected([tooLarge(source.bytes.count)]) }
    var file = FileReader(source: source)
    return file.checkText() ? .text(file) : .rejected(file.findings)
  }

  private func tooLarge(_ count: Int) -> Diagnostic {
    Diagnostic(
      "file-size", at: Diagnostic.Location(path: shownPath),
      "文件过大：\(count >> 20) MB，文本文件不得超过 \(Self.byteLimit >> 20) MB", cures: ["把长表格或图片放进附件"])
  }
}
