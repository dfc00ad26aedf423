package import Documents
import Papers

/// A table computed from the library, shown on a page and published as CSV.
package struct OverviewTable: Sendable {
  /// One cell: a text, or a list of texts that may link to pages.
  package struct Cell: Sendable {
    package var items: [(text: String, url: String?)]

    init(_ text: String, url: String? = nil) { items = [(text, url)] }
    init(_ number: Int) { self.init(String(number)) }
    init(_ items: [(text: String, url: String?)]) { self.items = items }
  }

  /// ASCII, part of the name of the CSV.
  package let id: String
  package let title: String
  package let explanation: String
  /// The headings, and whether the column holds numbers.
  package let columns: [(text: String, isNumber: Bool)]
  package let rows: [[Cell]]
  /// The last row, under 合计.
  package var total: [Cell]?
  /// How it is drawn, if it is.
  package var chart: Chart?

  /// A picture of some columns.
  package struct Chart: Sendable {
    package let title: String
    package let shape: ChartForm.Shape
    /// Positions of the columns with the numbers.
    package let columns: [Int]
    /// Whether the parts of the last row are drawn, instead of the rows, oldest first.
    package var isOfTotal = false
  }
}

/// Computes the overviews that pages name.
struct Overviews: Sendable {
  let corpus: Corpus
  let terms: TermIndex

  /// The tables of an overview.
  func tables(_ overview: Overview) -> [OverviewTable] {
    switch overview {
    case .statutory: [StatutoryOverview(corpus: corpus).table]
    case .ledger: LedgerOverview(corpus: corpus, terms: terms).tables
    case .numbers: [NumbersOverview(corpus: corpus).table]
    case .interpretations: [InterpretationsOverview(corpus: corpus).table]
    case .gazette: [GazetteOverview(corpus: corpus).table]
    case .annual: AnnualOverview(corpus: corpus).tables
    }
  }

  /// The tables of all overviews of a document, in order.
  func tables(of document: Document) -> [OverviewTable] { document.overviews.flatMap(tables) }
}

extension Corpus {
  /// Public documents of the kinds with a duty, newest first.
  func documents(with duty: Duty) -> [CorpusEntry] {
    entries.filter { kind(of: $0)?.duties.contains(duty) ?? false }.sorted(by: CorpusEntry.newestFirst)
  }
}

extension CorpusEntry {
  /// Its title and number with a link to its page.
  var cellItem: (text: String, url: String?) {
    (document.documentNumber.map { "\(document.title)（\($0.text)）" } ?? document.title, document.url)
  }
}
