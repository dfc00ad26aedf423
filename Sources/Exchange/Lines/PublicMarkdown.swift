import Base
import Markdown
import Resolution

/// The source of a text, as its author wrote it, without what its page does not show: another site reads it, and so may anybody.
enum PublicMarkdown {
  /// Nil where the source says what its page does not: comments, and what the reader had to drop. The
  /// check tells its author to take it out.
  ///
  /// - Parameter targets: Where its links and images lead, in reading order.
  static func text(_ source: [UInt8], _ targets: BodyTargets) -> String? {
    let reading = readMarkdown(source[...]).text
    guard !reading.issues.contains(where: isHiding),
      reading.slots.map(\.destination) == targets.all.map(\.slot.destination)
    else { return nil }
    var text = source
    // From the last to the first, so that places stay where they are.
    for (slot, filled) in zip(reading.slots, targets.all).reversed() {
      switch filled.target {
      case .page, .file, .external, .fragment: continue
      case .notPublic, .dead: break
      }
      guard let range = destination(of: slot, in: text) else { return nil }
      text.removeSubrange(range)
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// Whether something of the source is not on the page.
  private static func isHiding(_ issue: MarkdownIssue) -> Bool {
    ["raw-html", "html-comment", "lost-text", "table-cells", "merge-target"].contains(issue.id)
  }

  /// What stands between the brackets behind the words of a link or an image, whose address is no trace then.
  private static func destination(of slot: TargetSlot, in text: [UInt8]) -> Range<Int>? {
    let place = text[slot.place.clamped(to: text.indices)]
    guard let open = place.firstRange(of: Array("](".utf8)) else { return nil }
    // Another link or image within the words, or more than one bracket behind them: nobody can tell which is meant.
    let rest = text[open.upperBound..<place.endIndex]
    guard rest.firstRange(of: Array("](".utf8)) == nil, let close = rest.lastIndex(of: UInt8(ascii: ")")),
      rest[..<close].allSatisfy({ $0 != UInt8(ascii: ")") })
    else { return nil }
    return open.upperBound..<close
  }
}
