import Base
import Disk

/// The result of opening a file as text.
enum OpenedText {
  /// Valid text, with its findings so far.
  case text(FileReader)
  /// Not valid text, and why.
  case rejected([Diagnostic])
}

/// A text file found on disk but not read, with its size.
struct TextEntry: Sendable {
  /// Path relative to its tree.
  let path: String
  /// Path in findings, relative to the site's root.
  let shownPath: String
  let byteCount: Int

  /// Larger text files are not read: no official document comes near this size.
  static let byteLimit = 10 << 20

  /// Reads the bytes and checks that they are UTF-8 text.
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
