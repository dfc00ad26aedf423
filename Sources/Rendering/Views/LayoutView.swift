import Documents

extension Shape {
  /// Exactly one layout flag is set, plus `paper` for layouts that begin with an official paper's title block.
  static let layout: Shape = .object(
    Dictionary(
      uniqueKeysWithValues: PageLayout.allCases.map { ($0.rawValue, Shape.truth) }
        + [("style", .text), ("paper", .truth)]))
}

extension PageLayout {
  /// The flags by which the shared template arranges a page.
  var view: View {
    View.make(["style": .text(style), "paper": .flag(isPaper)]).with(MemberName(rawValue), .truth)
  }

  /// Whether the text is set like an official paper, where the document is one.
  var isOfficial: Bool { isPaper && self != .table }

  private var style: String {
    switch self {
    case .document, .decision, .request, .table: "document"
    case .consultation: "document consultation"
    case .page: "plain"
    case .question: "question"
    }
  }
}
