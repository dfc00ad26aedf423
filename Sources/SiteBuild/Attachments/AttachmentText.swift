import Base
import OfficeFiles

/// What the search knows of an attachment: the text that everybody sees who opens it, without what the guard has seen
/// of people, and nothing of a file that is not for everybody.
struct AttachmentText: Sendable, Equatable {
  /// Text with nothing left out inside.
  private(set) var passages: [String] = []
  /// Whether it goes on.
  private(set) var isCut = false
  private var left: Int

  /// - Parameter limit: Characters that are taken.
  init(_ content: OfficeContent, seen: AttachmentGuard, limit: Int) {
    left = limit
    guard limit > 0, !seen.isSecret else { return }
    var last: OfficePlace?
    for piece in content.pieces where Self.isText(piece.place) {
      guard piece.isShown, !seen.conceals(piece.place) else {
        last = nil
        continue
      }
      if left == 0 {
        isCut = true
        return
      }
      add(piece, after: last)
      last = piece.place
    }
    isCut = isCut || content.isCut
  }

  private mutating func add(_ piece: OfficePiece, after last: OfficePlace?) {
    let isPage = if case .page = piece.place { true } else { false }
    let text = (isPage ? Self.paragraphs(ofPage: piece.text) : piece.text).unicodeScalars
    let part = text.prefix(left)
    isCut = part.endIndex != text.endIndex
    left -= part.count
    guard let last else { return passages.append(String(part)) }
    let table = AttachmentTables.Owner(piece.place)
    let isSameRow = table != nil && table == AttachmentTables.Owner(last) && piece.place.row == last.row
    passages[passages.count - 1] += (isSameRow ? " " : "\n") + String(part)
  }

  /// The body with its notes; what stands on every page, and what others remark, is not the text.
  private static func isText(_ place: OfficePlace) -> Bool {
    switch place {
    case .comment, .speakerNotes, .margin: false
    default: true
    }
  }

  /// The lines of a page put together; a blank one ends a paragraph.
  static func paragraphs(ofPage page: String) -> String {
    var text = ""
    for line in page.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(\.trimmed) {
      if line.isEmpty {
        if text.last != "\n" { text += "\n" }
      } else {
        if text.last?.isASCIIWord ?? false, line.first?.isASCIIWord ?? false { text += " " }
        text += line
      }
    }
    return text
  }
}

extension Character {
  fileprivate var isASCIIWord: Bool { isASCII && (isLetter || isNumber) }
}
