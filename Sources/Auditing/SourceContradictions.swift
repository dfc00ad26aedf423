import Base
import Documents
import Papers
import Resolution

/// Two sites say different things of one document (`source-contradiction`, warning): other days, another title, or in force on the one and
/// ended on the other. The same is what bears the same number, and the same title or the same issuer; a copy with the same facts is no
/// finding. What another site shows as in force and an act of the region has ended by the day of its export is one, too.
struct SourceContradictions: Rule {
  func findings(in context: AuditContext) -> [Diagnostic] {
    let corpus = context.corpus
    guard !corpus.regional.isEmpty else { return [] }
    let numbered = Dictionary(grouping: corpus.shown) { $0.document.documentNumber }
    return corpus.regional.compactMap { outdated($0, corpus) }
      + numbered.flatMap { number, entries -> [Diagnostic] in
        guard let number, number.isComplete, entries.contains(where: \.document.isRegional) else { return [] }
        return findings(number, entries, corpus.region)
      }
  }

  /// A document that its own site says to be in force, and that has ended here.
  private func outdated(_ entry: CorpusEntry, _ corpus: Corpus) -> Diagnostic? {
    guard let provenance = entry.document.provenance, let status = entry.status, status.state.isEnded,
      let there = provenance.stateThere.flatMap(State.init), there.isInForce,
      let source = corpus.region.sources.first(where: { $0.id == provenance.source }), let since = status.since,
      since <= source.asOf
    else { return nil }
    let by = status.by.lazy.compactMap { corpus[$0]?.document }.first
    return Diagnostic(
      "source-contradiction", .warning, at: provenance.location,
      "\(entry.document.shortName)在\(source.name)的专栏里是\(there.label)，按本站自 \(since.iso) 起\(status.state.label)"
        + (by.map { "（\($0.shortName)）" } ?? ""),
      cures: ["请该站写明是哪件文件废止（修改）的，或者核对那一件的关系"],
      related: by.map { [$0.related(.title)] } ?? [])
  }

  /// Each is compared with the first that is the same, one of this site if there is one.
  private func findings(_ number: DocumentNumber, _ entries: [CorpusEntry], _ region: Region) -> [Diagnostic] {
    var first: [CorpusEntry] = []
    return entries.compactMap { entry in
      guard let other = first.first(where: { $0.document.isSame(as: entry.document) }) else {
        first.append(entry)
        return nil
      }
      guard other.document.provenance?.source != entry.document.provenance?.source else { return nil }
      let (one, two) = (region.name(of: other.document), region.name(of: entry.document))
      let differences = Self.differences(other, entry).map { "\($0.label)，\(one) \($0.first)，\(two) \($0.second)" }
      guard !differences.isEmpty else { return nil }
      return Diagnostic(
        "source-contradiction", .warning, at: other.document.location(of: .documentNumber),
        "\(number.text)在两个专栏里不同：" + differences.joined(separator: "；"),
        cures: ["对照原件，请写错的一方改正"],
        related: [Diagnostic.Related(entry.document.location(of: .documentNumber), two)])
    }
  }

  private typealias Difference = (label: String, first: String, second: String)

  private static func differences(_ a: CorpusEntry, _ b: CorpusEntry) -> [Difference] {
    var found: [Difference] = []
    if !a.document.hasTitle(of: b.document) {
      found.append((CommonField.title.label, "“\(a.document.title)”", "“\(b.document.title)”"))
    }
    let days: [(CommonField, KeyPath<Document, CalendarDate?>)] = [
      (.documentDate, \.documentDate), (.effectiveOn, \.effectiveOn), (.expiresOn, \.expiresOn),
    ]
    for (field, day) in days {
      // Who does not say it does not contradict.
      guard let one = a.document[keyPath: day], let two = b.document[keyPath: day], one != two else { continue }
      found.append((field.label, one.iso, two.iso))
    }
    if let one = a.status?.state, let two = b.status?.state,
      one.isInForce && two.isEnded || one.isEnded && two.isInForce
    {
      found.append((CommonField.validity.label, one.label, two.label))
    }
    return found
  }
}

extension Document {
  /// Whether a document of the same number is the same one.
  fileprivate func isSame(as other: Document) -> Bool {
    hasTitle(of: other) || !Set(issuers).isDisjoint(with: other.issuers)
  }

  /// Blanks aside.
  fileprivate func hasTitle(of other: Document) -> Bool {
    title == other.title || title.filter { !$0.isWhitespace } == other.title.filter { !$0.isWhitespace }
  }
}

extension Region {
  /// Whose document it is, for editors.
  fileprivate func name(of document: Document) -> String {
    guard let id = document.provenance?.source else { return "本站" }
    return sources.first { $0.id == id }?.name ?? id
  }
}
