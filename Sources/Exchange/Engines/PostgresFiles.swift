import Base
import Documents
import Papers
import Resolution
import Search

/// What PostgreSQL loads with COPY, in the order of the columns of `schema.sql`.
struct PostgresFiles {
  private let input: ExchangeInput
  private let assembly: SearchAssembly

  init(lines: LibraryLines, jobs: Int) {
    input = lines.input
    assembly = SearchAssembly(corpus: lines.input.corpus, jobs: jobs)
  }

  var files: [ExportFile] {
    [
      table("documents", documents), table("passages", passages), table("states", states), table("terms", terms),
      table("relations", relations), ExportFile("folding.copy", Self.folding),
    ]
  }

  /// A file with the rows of each document, by its position in the corpus.
  private func table(_ name: String, _ rows: @escaping @Sendable (Int) -> [UInt8]) -> ExportFile {
    ExportFile(name + ".copy", pieces: input.corpus.entries.count, piece: rows)
  }

  /// The line without what `passages` has and what only browsers need.
  private func documents(_ place: Int) -> [UInt8] {
    let entry = input.corpus.entries[place]
    let document = entry.document
    let left: Set = ["html", "markdown", "provisions"]
    let line = DocumentLine(input: input, entry: entry).members.filter { !left.contains($0.name) }
    var row = CopyRow()
    row.add(document.id.path)
    row.add(input.address(document.url))
    row.add(document.kind)
    row.add(document.column)
    row.add(document.title)
    row.add(document.documentNumber?.text)
    row.add(entry.listDate?.iso)
    row.add(PhraseVectors(assembly.passages(place)).folded)
    row.add(.object(line))
    return row.line
  }

  private func passages(_ place: Int) -> [UInt8] {
    let id = input.corpus.entries[place].document.id.path
    return PhraseVectors(assembly.passages(place)).rows.enumerated().flatMap { index, passage in
      var row = CopyRow()
      row.add(id)
      row.add(String(index))
      row.add(passage.part.rawValue)
      row.add(passage.anchor)
      row.add(plain: passage.vector)
      return row.line
    }
  }

  private func states(_ place: Int) -> [UInt8] {
    let entry = input.corpus.entries[place]
    let steps = entry.history?.steps ?? []
    return steps.enumerated().flatMap { index, step in
      var row = CopyRow()
      row.add(entry.document.id.path)
      row.add(step.from?.iso)
      row.add(steps.indices.contains(index + 1) ? steps[index + 1].from?.iso : nil)
      row.add(step.state.rawValue)
      row.add(step.state.label)
      return row.line
    }
  }

  private func terms(_ place: Int) -> [UInt8] {
    let document = input.corpus.entries[place].document
    let facets = [
      ("issuer", document.issuers), ("topic", document.topics), ("theme", document.themes),
      ("audience", document.audience), ("place", document.localities), ("keyword", document.keywords),
    ]
    return facets.flatMap { facet, names in
      names.enumerated().flatMap { index, name in
        var row = CopyRow()
        row.add(document.id.path)
        row.add(facet)
        row.add(String(index))
        row.add(name)
        return row.line
      }
    }
  }

  private func relations(_ place: Int) -> [UInt8] {
    let entry = input.corpus.entries[place]
    let line = DocumentLine(input: input, entry: entry)
    return entry.outgoing.enumerated().flatMap { index, relation in
      let target = line.target(relation.target)
      var row = CopyRow()
      row.add(entry.document.id.path)
      row.add(String(index))
      row.add(relation.kind.rawValue)
      row.add(target["id"]?.text)
      row.add(target["title"]?.text)
      row.add(relation.effectiveOn?.iso)
      row.add(relation.articles.joined(separator: "、"))
      return row.line
    }
  }

  /// Every searchable character with what it is folded to.
  private static var folding: [UInt8] {
    FoldingTable.rows.flatMap { character, folded in
      var row = CopyRow()
      row.add(String(character))
      row.add(String(decoding: folded, as: UTF16.self))
      return row.line
    }
  }
}
