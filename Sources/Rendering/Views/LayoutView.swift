import Documents

extension Shape {
  /// One flag of it is up, and `paper` beside those that begin with the title block of an official paper.
  static let layout: Shape = .object(
    Dictionary(
      uniqueKeysWithValues: PageLayout.allCases.map { ($0.rawValue, Shape.truth) }
        + [("style", .text), ("paper", .truth)]))
}

extension PageLayout {
  /// What the common template asks to put things into their places.
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
