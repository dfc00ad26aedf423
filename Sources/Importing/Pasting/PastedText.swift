import Base
import Manuscripts
import OfficeFiles

/// What somebody has copied, as Markdown, by the same steps as an import.
package struct PastedText: Sendable {
  /// Ends with a line feed if it is more than one paragraph.
  package let markdown: String
  /// Whether it is more than a paragraph that may stand in the middle of a line.
  package let isBlock: Bool
  package let account: ImportAccount
  /// How many pictures are not among it.
  package let pictures: Int
  /// Letters that were copied and are not in the result; must be none.
  package let losses: [String]

  /// - Throws: ``ImportFault`` if there is no text, or too much.
  package init(_ clipboard: Clipboard, reading: FileReading) throws(ImportFault) {
    guard let read = try clipboard.read(reading) else {
      markdown = clipboard.plain
      isBlock = markdown.contains(where: \.isNewline)
      (account, pictures, losses) = (ImportAccount(omissions: [], doubts: [], remarks: []), 0, [])
      return
    }
    var manuscript = read.manuscript
    pictures = manuscript.pictures.count + manuscript.doubts.count { $0.kind == .picture }
    // Their bytes are not sent twice; the clipboard has them one by one.
    manuscript.pictures = []
    manuscript.doubts.removeAll { $0.kind == .picture }
    let body = ImportedBody(manuscript, taken: [])
    guard body.markdown.utf8.count < ImportedDocument.mostBytes else { throw .tooLong }
    account = ImportAccount(omissions: manuscript.omissions, doubts: manuscript.doubts, remarks: body.remarks)
    losses = LetterProof(body.shown, omissions: manuscript.omissions + manuscript.objects)
      .losses(of: read.letters).map { ImportSource.shown($0.text, upTo: 60) }
    guard manuscript.blocks.count == 1, manuscript.notes.isEmpty, case .paragraph = manuscript.blocks[0] else {
      (markdown, isBlock) = (body.markdown, true)
      return
    }
    (markdown, isBlock) = (body.markdown.trimmed, false)
  }
}
