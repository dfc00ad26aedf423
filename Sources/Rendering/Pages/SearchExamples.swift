import Documents
import Papers
import Resolution

/// A number and a phrase that a search of this site finds.
struct SearchExamples {
  /// Of the newest document that is in force.
  let number: DocumentNumber?
  /// A keyword that stands in the title of its document.
  let phrase: String?

  init(_ shelves: Shelves) {
    let entries = shelves.newestFirst.lazy.map { shelves.corpus.entries[$0] }
    number =
      entries.first { ($0.status?.state.isInForce ?? false) && $0.document.documentNumber != nil }?
      .document.documentNumber
    let titled = entries.compactMap { entry in entry.document.keywords.first { entry.document.title.contains($0) } }
    phrase = titled.first ?? entries.compactMap(\.document.keywords.first).first
  }

  /// For the hint of the search page; nil in a library without either.
  var view: View? {
    guard number != nil || phrase != nil else { return nil }
    return .make([
      "phrase": .optional(phrase),
      "number": number.flatMap { number in
        guard let year = number.year, let serial = number.serial else { return nil }
        return .make(["year": .text(String(year)), "serial": .text(String(serial))])
      },
    ])
  }
}
