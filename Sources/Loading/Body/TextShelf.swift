import Disk
package import Documents
import Markdown
import Synchronization

/// Where the texts of a large library are while nobody reads them: those that are read first stay in memory, up to a limit, and
/// the others are in a file. So memory does not grow with a library's texts, and a small library never touches the file.
package final class TextShelf: Sendable {
  /// Bytes of texts that stay in memory unless a shelf says otherwise: those of some 15,000 laws.
  package static let usualLimit = 512 << 20
  /// Texts that are read together: those of one page, and those that it cites.
  private static let remembered = 64

  private let folders: [String]
  private let limit: Int
  private let state = Mutex(State())

  private struct State {
    var inMemory = 0
    var file: ScratchFile?
    /// Nothing can be written: from then on, texts stay in memory.
    var isFull = false
    /// The texts that were asked for last, by their places.
    var recent: [Int: MarkdownText] = [:]
  }

  /// - Parameters:
  ///   - folders: Where the file may be, the first choice first.
  ///   - limit: Bytes of texts that stay in memory.
  package init(in folders: [String], limit: Int = usualLimit) { (self.folders, self.limit) = (folders, limit) }

  /// The same document, with its texts on the shelf if there are too many for memory.
  package func keeping(_ document: Document) -> Document {
    let (body, texts) = (document.body, document.texts)
    let kept = keeping(body)
    let all = texts.map { text in text.with(text.body === body ? kept : keeping(text.body)) }
    // Nothing is copied for a text that stays where it is.
    if kept === body, zip(all, texts).allSatisfy({ $0.body === $1.body }) { return document }
    var document = document
    document.body = kept
    document.texts = all
    return document
  }

  private func keeping(_ body: Body) -> Body {
    let text = body.text
    let size = text.html.count + text.plainText.count
    guard size > 0, let file = file(for: size), let place = try? file.add(text.packed) else { return body }
    return body.keeping { self.text(at: place, in: file) }
  }

  /// The file that a text goes into; nil if it stays in memory.
  private func file(for size: Int) -> ScratchFile? {
    state.withLock { state in
      if state.isFull || state.inMemory + size <= limit {
        state.inMemory += size
        return nil
      }
      if state.file == nil {
        state.file = folders.lazy.compactMap { try? ScratchFile(in: $0) }.first
        state.isFull = state.file == nil
      }
      return state.file
    }
  }

  private func text(at place: Range<Int>, in file: ScratchFile) -> MarkdownText {
    if let text = state.withLock({ $0.recent[place.lowerBound] }) { return text }
    let text: MarkdownText
    do { text = MarkdownText(packed: try file.piece(at: place)) } catch {
      preconditionFailure("a text cannot be read back from the scratch file: \(error.message)")
    }
    state.withLock { state in
      if state.recent.count >= Self.remembered { state.recent.removeAll(keepingCapacity: true) }
      state.recent[place.lowerBound] = text
    }
    return text
  }
}
