import Base
import Documents
import Resolution

/// `documents.jsonl`: a line for each public document and for each that was taken down, in the order of their ids.
package struct LibraryLines: Sendable {
  package static let fileName = "documents.jsonl"

  /// What a line is about.
  enum Item: Sendable {
    case document(CorpusEntry)
    case tombstone(Tombstone)

    var id: DocumentID {
      switch self {
      case .document(let entry): entry.document.id
      case .tombstone(let tombstone): tombstone.id
      }
    }
  }

  let input: ExchangeInput
  let items: [Item]

  /// The lines of a corpus.
  package init(_ input: ExchangeInput) {
    self.input = input
    items = (input.corpus.entries.map(Item.document) + input.corpus.tombstones.map(Item.tombstone))
      .sorted { $0.id < $1.id }
  }

  /// The number of lines.
  package var count: Int { items.count }

  /// The members of a line.
  func members(_ index: Int) -> [JSONValue.Member] {
    switch items[index] {
    case .document(let entry): DocumentLine(input: input, entry: entry).members
    case .tombstone(let tombstone): Self.members(tombstone, input)
    }
  }

  /// A line without its line feed.
  @Sendable
  package func line(_ index: Int) -> [UInt8] { JSONValue.object(members(index)).compact }

  /// The file, a line a piece, in our words or those of another system.
  func file(_ map: FieldMap?) -> ExportFile {
    let mapped = map.map(MappedLine.init)
    return ExportFile(Self.fileName, pieces: count) { index in
      let members = members(index)
      return JSONValue.object(mapped?.members(members) ?? members).compact + [0x0A]
    }
  }

  /// All that is still said of what was taken down; the reason is for readers.
  private static func members(_ tombstone: Tombstone, _ input: ExchangeInput) -> [JSONValue.Member] {
    [
      .init("type", "withdrawn"), .init("id", .string(tombstone.id.path)), .init("path", .string(tombstone.url)),
      .init("url", .string(input.address(tombstone.url))), .init("column", .string(tombstone.column)),
      .init("on", .string(tombstone.retraction.on.iso)), .init("reason", .string(tombstone.retraction.reason)),
      .init("by", .optional(tombstone.retraction.by)),
    ]
  }
}
