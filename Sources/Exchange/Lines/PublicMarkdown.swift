import Base
import Markdown
import Resolution

/// The source of a text, as its author wrote it, without what its page does not show: another site reads it, and so may anybody.
///
/// Comments lose their words and keep their marks, because one may stand between two lists; links to what is not public lose their
/// address. That nothing else of the page is lost, and that nothing is left that it does not show, is proved by reading the result.
enum PublicMarkdown {
  /// Nil where that cannot be proved.
  ///
  /// - Parameter targets: Where its links and images lead, in reading order.
  static func text(_ source: [UInt8], _ targets: BodyTargets) -> String? {
    let reading = readMarkdown(source[...]).text
    guard !reading.issues.contains(where: isHiding),
      reading.slots.map(\.destination) == targets.all.map(\.slot.destination)
    else { return nil }
    var edits: [(range: Range<Int>, text: [UInt8])] = []
    for issue in reading.issues where issue.kind == .htmlComment {
      guard let range = words(ofComment: issue.place, in: source) else { return nil }
      edits.append((range, []))
    }
    for (slot, filled) in zip(reading.slots, targets.all) where !filled.target.isShown {
      guard let edit = address(of: slot, in: source) else { return nil }
      edits.append(edit)
    }
    guard !edits.isEmpty else { return String(decoding: source, as: UTF8.self) }
    var text = source
    for edit in edits.sorted(by: { $0.range.lowerBound > $1.range.lowerBound }) {
      text.replaceSubrange(edit.range.clamped(to: text.indices), with: edit.text)
    }
    let shown = targets.all.map { $0.target.isShown ? $0.slot.destination : "" }
    return isProved(text, reading, shown) ? String(decoding: text, as: UTF8.self) : nil
  }

  /// Whether a text gives the same page with these addresses, and has no words in its comments.
  private static func isProved(_ text: [UInt8], _ reading: MarkdownText, _ shown: [String]) -> Bool {
    let again = readMarkdown(text[...]).text
    return again.html == reading.html && again.slots.map(\.destination) == shown
      && again.issues.allSatisfy { issue in
        issue.kind == .htmlComment
          ? words(ofComment: issue.place, in: text)?.isEmpty ?? false : !isHiding(issue)
      }
  }

  /// Whether something of the source, besides a comment, is not on the page.
  private static func isHiding(_ issue: MarkdownIssue) -> Bool {
    ["raw-html", "lost-text", "table-cells", "merge-target"].contains(issue.id)
  }

  /// What stands between the marks of a comment, of which only the first line is its place.
  private static func words(ofComment place: Range<Int>, in text: [UInt8]) -> Range<Int>? {
    guard let open = text[place.lowerBound...].firstRange(of: Array("<!--".utf8)),
      let close = text[open.upperBound...].firstRange(of: Array("-->".utf8))
    else { return nil }
    return open.upperBound..<close.lowerBound
  }

  /// The address behind the words of a link or an image, and what stands there instead: nothing, or before a title the sign for no
  /// address.
  private static func address(of slot: TargetSlot, in text: [UInt8]) -> (range: Range<Int>, text: [UInt8])? {
    let place = text[slot.place.clamped(to: text.indices)]
    guard let open = place.ranges(of: Array("](".utf8)).last, place.last == UInt8(ascii: ")") else { return nil }
    let inside = text[open.upperBound..<place.endIndex - 1]
    let end: Int? =
      inside.first == UInt8(ascii: "<")
      ? inside.firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 }
      : inside.firstIndex(of: UInt8(ascii: " ")) ?? inside.endIndex
    return end.map { (inside.startIndex..<$0, $0 == inside.endIndex ? [] : Array("<>".utf8)) }
  }
}

extension LinkTarget {
  /// Whether a page may say where it is.
  fileprivate var isShown: Bool {
    switch self {
    case .page, .file, .external, .fragment: true
    case .notPublic, .dead: false
    }
  }
}
