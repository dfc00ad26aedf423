import Documents

/// What a document page's template has to show, so that nothing an author writes vanishes from it.
struct NeededName: Hashable {
  /// The dotted name in the page's view.
  let name: String
  /// What to add to a template that lacks it.
  let cure: String

  private init(_ name: String, in partial: String) {
    self.name = name
    cure = "{{> partials/\(partial)}}"
  }

  private init(_ name: String, _ cure: String) {
    self.name = name
    self.cure = cure
  }

  /// On every document's page.
  static let common = [
    NeededName("document.body", "{{{document.body}}}"), NeededName("document.validity", in: "validity"),
    NeededName("document.overdue", "{{document.overdue}}"), NeededName("document.metadata", in: "facts"),
    NeededName("document.tables", in: "tables"), NeededName("overviews", in: "overviews"),
    NeededName("document.gathered", in: "gathered"), NeededName("document.parts", in: "parts"),
    NeededName("document.attachments", in: "attachments"), NeededName("document.timeline", in: "timeline"),
    NeededName("document.relations", in: "relations"),
  ]

  /// On every document's page of a site that shows other sites' documents.
  static let ofRegion = [NeededName("document.provenance", in: "title-block")]

  /// On the pages of a kind: what its layout moves out of the facts and the relations.
  static func own(of kind: Kind) -> [NeededName] {
    var names = kind.hasQRCode ? [NeededName("document.qrCode", "{{{document.qrCode}}}")] : []
    switch kind.layout {
    case .question:
      names += [NeededName("question.updated", in: "title-block"), NeededName("question.basis", in: "basis")]
    case .consultation:
      names += ["opens", "closes", "shorterReason"].map { NeededName("consultation." + $0, in: "period") }
      names += [
        NeededName("consultation.outcome", in: "outcome"), NeededName("document.actions", in: "actions"),
        NeededName("document.formerChannels", in: "channels"),
      ]
    case .document, .page, .decision, .request, .table: break
    }
    return names
  }
}

extension TemplateSet {
  /// The template of a kind's pages. Kind files from before `layout` existed name the layout as the template; where no
  /// template has that name, the shared one handles the layout.
  func name(of kind: Kind) -> String {
    contains(kind.template) || PageLayout(rawValue: kind.template) == nil ? kind.template : "document"
  }

  static func neededNames(of kinds: [Kind]) -> [NeededName] {
    var seen: Set<NeededName> = []
    return (NeededName.common + kinds.flatMap(NeededName.own)).filter { seen.insert($0).inserted }
  }
}
