import Base

/// What was read of an office file, a PDF or a picture: its text in pieces, each with its place, and what was left in it that
/// readers are not meant to see.
package struct OfficeContent: Sendable, Hashable {
  package private(set) var pieces: [OfficePiece] = []
  /// At most one of each kind, in the order of the kinds.
  package private(set) var traces: [OfficeTrace] = []
  /// Whether there is more text than ``mostText``; the rest is not in ``pieces``.
  package private(set) var isCut = false
  /// Of a PDF.
  package var pageCount: Int?
  /// Why its text is not known, although something else is.
  package var textFault: OfficeFault?
  private var byteCount = 0

  /// Bytes of text of one file, and pieces; the rest of a longer one is not read, which is said.
  package static let (mostText, mostPieces) = (16 << 20, 500_000)

  /// Of a file in which nothing was found.
  package init() {}

  /// Adds a piece, unless it is blank.
  package mutating func add(_ text: String, at place: OfficePlace, isShown: Bool = true) {
    let text = text.trimmed
    guard !text.isEmpty, !isCut else { return }
    byteCount += text.utf8.count
    guard byteCount <= Self.mostText, pieces.count < Self.mostPieces else {
      isCut = true
      return
    }
    pieces.append(OfficePiece(place: place, text: text, isShown: isShown))
  }

  /// Adds a trace, to those of its kind.
  ///
  /// - Parameter name: Whose it is, or what it is called; at most three different ones are kept.
  package mutating func note(
    _ kind: OfficeTrace.Kind, at place: OfficePlace? = nil, name: String? = nil, count: Int = 1
  ) {
    let index = traces.firstIndex { $0.kind >= kind } ?? traces.count
    if index == traces.count || traces[index].kind != kind {
      note(OfficeTrace(kind: kind, place: place, count: 0, names: []))
    }
    traces[index].add(count, at: place, name: name)
  }

  /// Adds a trace of a kind that is not there yet.
  mutating func note(_ trace: OfficeTrace) {
    traces.insert(trace, at: traces.firstIndex { $0.kind >= trace.kind } ?? traces.count)
  }

  /// Says that there is more text.
  mutating func cut() { isCut = true }

  /// The trace of a kind; nil if there is none.
  package func trace(_ kind: OfficeTrace.Kind) -> OfficeTrace? { traces.first { $0.kind == kind } }
}

/// A paragraph, a cell or a page with its text.
package struct OfficePiece: Sendable, Hashable {
  package let place: OfficePlace
  /// Not blank.
  package let text: String
  /// Whether whoever opens the file sees all of it: it is neither hidden nor deleted.
  package let isShown: Bool

  /// Memberwise.
  package init(place: OfficePlace, text: String, isShown: Bool = true) {
    self.place = place
    self.text = text
    self.isShown = isShown
  }
}
