import Base
import Documents
import Papers
import Resolution

extension Shape {
  static let comparisonPage: Shape = Frame.shape.merging(["comparison": .comparison])
}

/// 新旧对照: the text of a document beside that of one that it replaces.
struct ComparisonPage {
  let corpus: Corpus
  let frame: Frame

  /// The page's view.
  func view(_ pair: ComparedPair) -> View {
    let address = PageAddress(pair.url)
    let new = pair.new.document
    var heading = Frame.Heading(
      heading: "新旧对照：\(new.title)", description: "\(Actor(pair.old, from: address).citation)与新文本逐条对照。")
    heading.column = corpus.columns.first { $0.path == new.column }
    heading.ancestors = ColumnTree(corpus).ancestors(of: new.column, inclusive: true) + [(new.title, new.url)]
    heading.sheets = [.comparison]
    // Both texts have pages of their own.
    heading.isIndexed = false
    let view = ComparisonView(old: side(pair.old, address), new: side(pair.new, address))
    return frame.view(heading, at: address).adding(["comparison": view.view])
  }

  private func side(_ entry: CorpusEntry, _ address: PageAddress) -> ComparisonView.Side {
    let document = entry.document
    let day = document.effectiveOn.map { "\($0.chinese)起施行" } ?? entry.listDate?.chinese
    return ComparisonView.Side(
      title: document.title, note: [document.documentNumber?.text, day].compactMap(\.self).joined(separator: "，"),
      href: address.href(document.url), badge: .badge(of: entry, in: corpus), text: document.body.text)
  }
}
