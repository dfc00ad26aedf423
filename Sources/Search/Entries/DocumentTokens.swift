/// The index's view of one document's text: folded units, two bytes each. Built in parallel as documents are read, so
/// that the texts need not stay in memory.
package struct DocumentTokens: Sendable, Equatable {
  /// Fields, each a run of units that ends with 0: the title first, the body last.
  let units: [UInt16]
  /// The end of each run of `units` (including its 0), and its field.
  let runs: [Run]

  /// The part of `units` that is one field.
  struct Run: Sendable, Equatable {
    var end: Int32
    var field: Field
  }

  /// The field that a gram is in. Of those of the page a later case outweighs an earlier one; what only an attachment
  /// says counts like what the body says in passing.
  enum Field: UInt8, Sendable {
    case body, heading, label, title, attachment
  }

  /// The number of units in the body: the length that ranking divides by.
  var bodyLength: Int { Int(runs[runs.count - 1].end) - (runs.count > 1 ? Int(runs[runs.count - 2].end) : 0) - 1 }
}

extension DocumentTokens {
  /// A number without a document.
  static let none = DocumentTokens(title: "", numbers: [], keywords: [], sections: [])

  /// Folds one document.
  ///
  /// - Parameters:
  ///   - numbers: document number and index number, as shown on the card.
  ///   - sections: the body in page order, so that a quotation across a heading is found too.
  ///   - attachments: the files beside it; their titles are labels.
  package init(
    title: String, numbers: [String], issuer: String = "", keywords: [String], summary: String = "",
    sections: [SearchSection], attachments: [SearchAttachment] = []
  ) {
    var writer = Writer()
    writer.units.reserveCapacity(sections.reduce(64) { $0 + $1.text.count / 3 + 16 })
    writer.add(title, as: .title)
    for label in numbers + [issuer] + keywords + [String(summary.prefix(SearchEntry.summaryLength))]
      + attachments.map(\.title)
    where !label.isEmpty {
      writer.add(label, as: .label)
    }
    for section in sections where !section.heading.isEmpty { writer.add(section.heading, as: .heading) }
    for passage in attachments.flatMap(\.passages) { writer.add(passage, as: .attachment) }
    for section in sections {
      CharacterFolding.append(section.heading.utf8, to: &writer.units)
      section.text.withUnsafeBufferPointer { CharacterFolding.append($0, to: &writer.units) }
    }
    writer.close(.body)
    units = writer.units
    runs = writer.runs
  }

  private struct Writer {
    var units: [UInt16] = []
    var runs: [Run] = []

    mutating func add(_ text: String, as field: Field) {
      CharacterFolding.append(text.utf8, to: &units)
      close(field)
    }

    mutating func close(_ field: Field) {
      units.append(0)
      runs.append(Run(end: Int32(units.count), field: field))
    }
  }
}
