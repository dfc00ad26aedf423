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
    let new = pair.new.entry.document
    var heading = Frame.Heading(heading: "新旧对照：\(new.title)", description: "新旧两个文本逐条对照。")
    heading.column = corpus.columns.first { $0.path == new.column }
    heading.ancestors = ColumnTree(corpus).ancestors(of: new.column, inclusive: true) + [(new.title, new.url)]
    heading.sheets = [.comparison]
    // Both texts have pages of their own.
    heading.isIndexed = false
    let view = ComparisonView(old: side(pair.old, address), new: side(pair.new, address))
    return frame.view(heading, at: address).adding(["comparison": view.view])
  }

  private func side(_ compared: ComparedText, _ address: PageAddress) -> ComparisonView.Side {
    let document = compared.entry.document
    guard let text = compared.text else {
      let day = document.effectiveOn.map { "\($0.chinese)起施行" } ?? compared.entry.listDate?.chinese
      return ComparisonView.Side(
        title: document.title, note: [document.documentNumber?.text, day].compactMap(\.self).joined(separator: "，"),
        href: address.href(document.url), badge: .badge(of: compared.entry, in: corpus), text: compared.body.text)
    }
    return ComparisonView.Side(
      title: document.title, note: text.from.map { "\($0.chinese)起的文本" } ?? "最初的文本",
      href: address.href(DocumentFile.text(text.name).url(beside: document.url)), badge: nil, text: compared.body.text)
  }
}
