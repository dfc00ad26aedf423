import Base
import Documents
import Markdown
import Resolution
import Search

/// What OpenSearch and Elasticsearch load: an index definition, and documents for `_bulk`.
///
/// Words are pairs of neighbouring characters, after the same folding as in our own index: `ngram` 2–2 over text without
/// marks, so that a phrase query finds what stands there, across commas and line ends. `cjk_bigram` would do so for Chinese
/// alone: it takes numbers and Latin words whole, and 023 is not found in 2023.
struct OpenSearchFiles {
  let lines: LibraryLines

  /// Bytes of text after which another file begins, well below what servers accept in one request (100 MB).
  private static let fileSize = 8 << 20

  var files: [ExportFile] {
    let lines = lines
    let bulks = Self.ranges(lines).enumerated().map { number, range in
      ExportFile("bulk-\(number + 1).ndjson", pieces: range.count) { piece in
        Self.action(lines, range.lowerBound + piece)
      }
    }
    return [ExportFile("index.json", OpenSearchIndex.json.pretty)] + bulks
  }

  /// Runs of lines that make a file each.
  private static func ranges(_ lines: LibraryLines) -> [Range<Int>] {
    var (ranges, start, size): ([Range<Int>], Int, Int) = ([], 0, 0)
    for (index, item) in lines.items.enumerated() {
      if case .document(let entry) = item { size += entry.document.body.text.plainText.count + 2000 }
      if size > fileSize {
        ranges.append(start..<index + 1)
        (start, size) = (index + 1, 0)
      }
    }
    return start < lines.count ? ranges + [start..<lines.count] : ranges
  }

  /// A document to index, or one to delete.
  private static func action(_ lines: LibraryLines, _ index: Int) -> [UInt8] {
    let id = JSONValue.string(lines.items[index].id.path)
    guard case .document(let entry) = lines.items[index] else {
      return JSONValue.object(["delete": .object(["_id": id])]).compact + [0x0A]
    }
    let line = DocumentLine(input: lines.input, entry: entry)
    return JSONValue.object(["index": .object(["_id": id])]).compact + [0x0A] + source(line).compact + [0x0A]
  }

  /// What is searched and shown; the line itself has the rest.
  private static func source(_ line: DocumentLine) -> JSONValue {
    let kept = Set(OpenSearchIndex.copied)
    let members = line.members.filter { kept.contains($0.name) }
    return .object(
      members + [.init("publishedOn", line.day(line.document.publishedOn?.day)), .init("states", states(line))])
  }

  /// Each state with its days, so that the engine answers for any day without being loaded again.
  private static func states(_ line: DocumentLine) -> JSONValue {
    let steps = line.entry.history?.steps ?? []
    return .array(
      steps.enumerated().map { index, step in
        let next = steps.indices.contains(index + 1) ? steps[index + 1].from : nil
        let days: [JSONValue.Member] = [
          step.from.map { .init("gte", .string($0.iso)) }, next.map { .init("lt", .string($0.iso)) },
        ].compactMap(\.self)
        return .object(["code": .string(step.state.rawValue), "days": .object(days)])
      })
  }
}
