import Auditing
import Documents
import Loading
import Markdown

/// Looks for provisions in the numbered blocks of a library's texts: 第三条第二款 is found where 第三条 is.
func provisionLookup(in documents: [LoadedDocument]) -> AuditContext.ProvisionLookup {
  let positions = Dictionary(uniqueKeysWithValues: documents.indices.map { (documents[$0].document.id, $0) })
  return { name, document in
    let wanted = Provision.named(name)
    guard !wanted.isEmpty, let position = positions[document.id] else { return .unknown }
    let body = documents[position].body
    let numbered = (body.outline + body.numberedParagraphs).filter { !Provision.named($0.text).isEmpty }
    if numbered.isEmpty { return .unknown }
    let anchors = Set(numbered.map(\.anchor))
    return wanted.allSatisfy { anchors.contains($0.anchor) } ? .found : .missing(known: numbered.map(\.text))
  }
}
